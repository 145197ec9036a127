"""What stays in the plan although the costs are guesses: each of them halved, as it is, and doubled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from assessment.domain.cheapest_path import CheapestPath
from assessment.domain.checklist import Checklist
from assessment.domain.path_finder import cheapest_path
from assessment.domain.planning_goal import BudgetGoal, IndexGoal

HALF, SAME, DOUBLE = 1, 2, 4  # in halves, so that all points stay whole
CASES: Final = sorted(
    product((HALF, SAME, DOUBLE), (HALF, SAME, DOUBLE), (HALF, SAME, DOUBLE)),
    key=lambda case: sum(factor != SAME for factor in case),
)
MOST_CELLS: Final = 4_000_000  # about half a second


@dataclass(frozen=True, slots=True)
class Steadiness:
    """In how many of the cases an item is lifted; where it is, to at least `lowest` and at most `highest`."""

    item_id: str
    cases: int
    lowest: int
    highest: int


@dataclass(frozen=True, slots=True)
class StableCore:
    """`always` are lifted in each of the `cases` that were tried, `sometimes` only in some; most often first.

    `capped` when fewer than all 27 were tried because it would have taken too long. `proven` unless one of the searches
    was given up.
    """

    always: tuple[Steadiness, ...]
    sometimes: tuple[Steadiness, ...]
    cases: int
    capped: bool
    proven: bool


def stable_core(path: CheapestPath, checklist: Checklist, *, most_cells: int = MOST_CELLS) -> StableCore:
    """Works out the path again, with the same goal and wishes, for every combination of costs."""
    if not isinstance(path.goal, BudgetGoal | IndexGoal):  # what is forced is the same whatever it costs
        return _core([path.levels] * len(CASES), capped=False, proven=True)
    found: list[CheapestPath] = []
    cells = 0
    for case in CASES:
        if cells > most_cells:
            break
        found.append(_with_costs(path, checklist, case))
        cells += found[-1].cells
    proven = all(one.proven for one in found)
    return _core([one.levels for one in found], capped=len(found) < len(CASES), proven=proven)


def _with_costs(path: CheapestPath, checklist: Checklist, case: tuple[int, int, int]) -> CheapestPath:
    if case == (SAME, SAME, SAME):
        return path
    goal = path.goal
    if isinstance(goal, BudgetGoal):
        goal = replace(goal, points=goal.points * SAME)
    return cheapest_path(path.results, checklist, goal, costs=path.costs.times(*case), wishes=path.wishes)


def _core(plans: Sequence[Mapping[str, int]], *, capped: bool, proven: bool) -> StableCore:
    cases = len(plans)
    levels: dict[str, list[int]] = {}
    for plan in plans:
        for item_id, level in plan.items():
            levels.setdefault(item_id, []).append(level)
    found = [Steadiness(item_id, len(them), min(them), max(them)) for item_id, them in levels.items()]
    always = tuple(one for one in found if one.cases == cases)
    sometimes = sorted((one for one in found if one.cases < cases), key=lambda one: -one.cases)
    return StableCore(always, tuple(sometimes), cases, capped, proven)
