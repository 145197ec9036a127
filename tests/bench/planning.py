"""The cheapest path to every kind of goal, and a plan of 500 rows out to Excel and back."""

from io import BytesIO
from random import Random
from time import perf_counter, process_time

from openpyxl import load_workbook

from assessment.domain.action import Plan
from assessment.domain.checklist import Effort
from assessment.domain.path_finder import cheapest_path
from assessment.domain.planning_goal import BudgetGoal, CoreGoal, FloorGoal, IndexGoal, TargetGoal
from assessment.services import actions
from tests import builders
from tests.bench.table import Line
from tests.builders import ADA
from tests.domain.planning import CHECKLIST, rated
from tests.domain.strategies import DIMENSIONS, STEPS
from tests.reporting.returned import FIRST, exported, keys, proposed, saved

GOALS = (FloorGoal(3), CoreGoal(), TargetGoal(), IndexGoal(75), IndexGoal(90, beyond_target=True), BudgetGoal(12, 4))
SIZES = {60: 10, 200: 100}  # items, and the milliseconds that the slowest may take
REPEATED = 3  # the fastest counts, in processor time: the search waits for nothing
ROWS, ROUND_TRIP_LIMIT = 500, 2000
PLAN = "Plan"


def planning_lines(places, *, quick):
    times = 2 if quick else 10
    lines = [
        Line(
            f"Cheapest path, {size} items with dependencies, slowest of {times * len(GOALS)}",
            max(1000 * fastest(situation, goal) for situation in situations(size, times) for goal in GOALS),
            limit=limit,
        )
        for size, limit in SIZES.items()
    ]
    out, back = round_trip(places[0])
    return [
        *lines,
        Line(f"Plan of {ROWS} rows: export", out * 1000),
        Line(f"Plan of {ROWS} rows: read back, all changed", back * 1000),
        Line(f"Plan of {ROWS} rows: both together", (out + back) * 1000, limit=ROUND_TRIP_LIMIT),
    ]


def situations(size, times):
    """Assessments of which every question has a level, and one in two waits for up to three others."""
    chance = Random(2026)
    for _ in range(times):
        ids = [f"{chance.choice(DIMENSIONS)}-{place:03}" for place in range(size)]
        yield [situation(chance, id_, ids[:place]) for place, id_ in enumerate(ids)]


def situation(chance, id_, before):
    needs = chance.sample(before, min(len(before), chance.randint(1, 3))) if chance.random() < 0.5 else ()
    return rated(
        id_,
        chance.randint(0, 3),
        target=chance.randint(2, 4),
        needs=sorted(needs),
        core=chance.random() < 0.5,
        effort=chance.choice(list(Effort)),
        step=chance.choice(STEPS),
    )


def fastest(results, goal):
    """Seconds of processor time."""
    taken = []
    for _ in range(REPEATED):
        begun = process_time()
        cheapest_path(results, CHECKLIST, goal)
        taken.append(process_time() - begun)
    return min(taken)


def round_trip(folder):
    """Seconds to make the workbook, and from the returned file to what it would change."""
    engine = builders.house(folder)
    assessment = builders.start(engine, scope=builders.Scope.FULL)
    builders.answer_all(engine, builders.join(engine, assessment, builders.BEN), (0, 1, 2))
    items = builders.asked(engine, assessment)
    for place in range(ROWS):
        plan = Plan(f"Åtgärd {place}", owner="Anna Ek", aims={items[place % len(items)].id: 3})
        actions.add(engine, ADA, assessment.id, plan)
    out, content = seconds(lambda: exported(engine, assessment))
    edited = with_new_owners(content)
    back, proposal = seconds(lambda: proposed(engine, assessment, edited))
    engine.dispose()
    assert len(proposal.ready) == ROWS, f"{len(proposal.ready)} of {ROWS} rows came back changed"
    return out, back


def with_new_owners(content):
    workbook = load_workbook(BytesIO(content))
    sheet = workbook[PLAN]
    column = keys(sheet)["owner"]
    for row in range(FIRST, FIRST + ROWS):
        sheet.cell(row, column).value = "Eva Ödén"
    return saved(workbook)


def seconds(work):
    """How long it took, and what came of it."""
    begun = perf_counter()
    made = work()
    return perf_counter() - begun, made
