"""`make bench`: Rustad beside bare Streamlit on the same machine in one run. Only the ratios mean anything.

python -m tests.bench [--quick] [--only answering|voting|planning|what-if|comparing|faults|outage|crowd|soak|decision|processes]
"""

import argparse
import tempfile
from pathlib import Path

from tests.bench.clicks import click_times
from tests.bench.comparing import comparing_lines
from tests.bench.crowd import crowd_lines
from tests.bench.day import soak_lines
from tests.bench.decision_walk import decision_lines
from tests.bench.faults import fault_lines
from tests.bench.newcomers import newcomers
from tests.bench.outage import outage_lines
from tests.bench.planning import planning_lines
from tests.bench.resources import memory, start_times
from tests.bench.rivals import bare, rustad
from tests.bench.sockets import socket_times
from tests.bench.table import Line, markdown, timings
from tests.bench.two_processes import two_process_lines
from tests.bench.voting import voting_lines
from tests.bench.what_if import what_if_lines
from tests.bench.workbook import workbook_times
from tests.serving import ROOT

RESULT = ROOT / "build" / "bench.md"
ITEM, DIMENSION, FLOOR, BARE = "Item view", "Dimension view", "Floor", "Bare"
ITEM_BAR, DIMENSION_BAR, NEWCOMER_BAR, START_BAR, WORKBOOK_BAR = 1.3, 2, 1.5, 2, 2
GROWTH_BAR = 1.1  # memory after all answers ÷ after the first 500
NOTE = (
    "Floor: one radio in bare Streamlit under Rustad's settings. Bare: the same under Streamlit's own settings. "
    "For votes the floor is a bare st.App with one route, which stores each vote in a statement of its own. "
    "Measured in turns, in one run on one machine. A bar without a unit is a ratio to the floor."
)


def answering_lines(rivals, *, clicks, answers):
    seen = click_times(rivals, answers=clicks)
    sent, spent = socket_times(rivals, answers=answers, rounds=2)
    lines = []
    for view, bar in ((ITEM, ITEM_BAR), (DIMENSION, DIMENSION_BAR)):
        lines += timings(
            f"{view}: click → stored → repainted", seen[view], seen[FLOOR], seen[BARE], bar=bar, beats_bare=view == ITEM
        )
        lines += timings(f"{view}: the same without a browser", sent[view], sent[FLOOR], sent[BARE])
        lines.append(Line(f"{view}: processor per answer", *(1000 * spent[name] for name in (view, FLOOR, BARE))))
    return lines


def newcomer_lines(rivals, *, times):
    seen = newcomers(rivals, times=times)
    (took, size), (floor_took, floor_size), (bare_took, bare_size) = (seen[name] for name in (ITEM, FLOOR, BARE))
    return [
        Line("New visitor: first question", took * 1000, floor_took * 1000, bare_took * 1000, bar=NEWCOMER_BAR),
        Line("New visitor: received", size / 1e6, floor_size / 1e6, bare_size / 1e6, unit="MB", bar=NEWCOMER_BAR),
    ]


def start_line(rivals, *, times):
    taken = start_times(rivals, times=times)
    return Line("Server start → first question", *(1000 * taken[name] for name in (ITEM, FLOOR, BARE)), bar=START_BAR)


def memory_lines(ours, floor, *, answers):
    held, bare_held = memory(ours, answers=answers), memory(floor, answers=answers)
    return [
        Line("Memory, nobody there", held.idle, bare_held.idle, unit="MB"),
        Line("Memory for each open assessment", held.per_session, bare_held.per_session, unit="MB"),
        Line("Memory after 500 answers", held.early, bare_held.early, unit="MB"),
        Line(f"Memory after {answers:,} answers (against 500)", held.late, held.early, unit="MB", bar=GROWTH_BAR),
    ]


def answering(places, *, quick):
    item, dimension = rustad(places[0])
    floor, default = bare(places[1], ours=True), bare(places[2], ours=False)
    single = (item, floor, default)
    try:
        lines = [start_line(single, times=2 if quick else 5)]
        lines += answering_lines((item, dimension, floor, default), clicks=15 if quick else 50, answers=50)
        lines += newcomer_lines(single, times=2 if quick else 7)
        lines += memory_lines(item, floor, answers=1000 if quick else 5000)
    finally:
        for rival in single:
            rival.server.kill()
    ours, plain = workbook_times(places[3], times=2 if quick else 7)
    return [*lines, Line("Workbook (against plain openpyxl)", ours * 1000, plain * 1000, bar=WORKBOOK_BAR)]


PARTS = {
    "answering": answering,
    "voting": voting_lines,
    "planning": planning_lines,
    "what-if": what_if_lines,
    "comparing": comparing_lines,
}
LONG_PARTS = {
    "faults": fault_lines,
    "outage": outage_lines,
    "crowd": crowd_lines,
    "soak": soak_lines,
    "decision": decision_lines,
    "processes": two_process_lines,
}  # a quarter of an hour each, and only when asked for


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer repetitions, to see that it runs")
    parser.add_argument("--only", choices=[*PARTS, *LONG_PARTS], help="one part of it")
    chosen = parser.parse_args()
    lines = []
    for name in [chosen.only] if chosen.only else PARTS:
        with tempfile.TemporaryDirectory() as folder:
            places = [Path(folder, place) for place in ("ours", "floor", "bare", "workbook")]
            for place in places:
                place.mkdir()
            lines += (PARTS | LONG_PARTS)[name](places, quick=chosen.quick)
    table = markdown(lines)
    if not chosen.only:
        RESULT.parent.mkdir(exist_ok=True)
        RESULT.write_text(f"{table}\n\n{NOTE}\n", encoding="utf-8")
    print(f"{table}\n\n{NOTE}")


if __name__ == "__main__":
    main()
