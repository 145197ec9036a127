"""A tick under *Tänk om* until the profile has moved, beside a click in bare Streamlit."""

from itertools import cycle

from assessment.domain.action import Plan
from assessment.services import actions
from assessment.services.reports import report
from tests import builders
from tests.bench.clicks import WARMING, Clicker
from tests.bench.rivals import Rival, bare, turns
from tests.bench.table import timings
from tests.browser.chromium import chromium
from tests.serving import Server

PLANNED, PEOPLE = 20, 5
BAR = 2
NAME = "What if"
BOX = ".st-key-{key} input[type=checkbox]"


class Ticker(Clicker):
    """Ticks and unticks the same box."""

    def __init__(self, browser, rival):
        super().__init__(browser, rival)
        self.levels = cycle((0,))


def what_if_lines(places, *, quick):
    """All questions, answered by five people, and a plan of twenty actions."""
    ours, floor, default = planned(places[0]), bare(places[1], ours=True), bare(places[2], ours=False)
    rivals = (ours, floor, default)
    try:
        for rival in rivals:
            rival.server.start()
        seen = tick_times(rivals, ticks=15 if quick else 60)
    finally:
        for rival in rivals:
            rival.server.kill()
    what = f"{NAME}: tick → profile repainted"
    return timings(what, *(seen[rival.name] for rival in rivals), bar=BAR)


def planned(folder):
    engine = builders.house(folder)
    assessment = builders.start(engine, scope=builders.Scope.FULL)
    for number in range(PEOPLE):
        person = builders.join(engine, assessment, f"Gun {number}")
        builders.answer_all(engine, person, (0, 1, 2, 3, 1))
    gaps = report(engine, builders.ADA, assessment.id).gaps[:PLANNED]
    plans = [Plan(gap.result.item.action.sv, aims={gap.result.item.id: gap.result.target}) for gap in gaps]
    made = [actions.add(engine, builders.ADA, assessment.id, plan) for plan in plans]
    engine.dispose()
    query = f"a={assessment.id}&vy=tank-om"
    return Rival(NAME, Server(folder), BOX, "h1", (f"what-if:{made[0].id}",), "atgarder", query)


def tick_times(rivals, *, ticks):
    """Seconds per click by rival name."""
    with chromium() as browser:
        clickers = {
            rival.name: Ticker(browser, rival) if rival.name == NAME else Clicker(browser, rival) for rival in rivals
        }
        for rival, _ in turns(rivals, ticks):
            clickers[rival.name].answer()
        return {name: clicker.samples[WARMING:] for name, clicker in clickers.items()}
