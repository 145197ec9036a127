"""Finds the cheapest path: forced for a floor or for targets, searched for an index or a budget."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessment.domain.cheapest_path import CheapestPath, Outcome
from assessment.domain.checklist import TOP_LEVEL, Checklist
from assessment.domain.lift_candidate import STEPPING_STONE, Candidate
from assessment.domain.lift_order import by_rank, level_steps
from assessment.domain.lift_rules import LiftRules
from assessment.domain.lift_search import Found, fewest_points, largest_gain
from assessment.domain.path_reasons import PathReasons
from assessment.domain.planning_costs import Costs
from assessment.domain.planning_goal import (
    BudgetGoal,
    CoreGoal,
    FloorGoal,
    Goal,
    IndexGoal,
    TargetGoal,
    Wishes,
    in_scope,
)
from assessment.domain.scoring import ItemResult

UNCHANGED_COSTS = Costs()
NO_WISHES = Wishes()


def cheapest_path(
    results: Iterable[ItemResult],
    checklist: Checklist,
    goal: Goal,
    *,
    costs: Costs = UNCHANGED_COSTS,
    wishes: Wishes = NO_WISHES,
) -> CheapestPath:
    """The plan that reaches `goal` for the fewest points, or gains most for a budget, with `wishes` respected.

    Among equals a budget's plan is first the cheapest; then it is the one that lifts the first of the gap list most,
    then the second, and so on.
    """
    return _Finder(tuple(results), checklist, goal, costs, wishes).path()


@dataclass(frozen=True, slots=True)
class _Draft:
    """Lifts by item id, with those that the goal asks for by name, and what the search told."""

    lifts: Mapping[str, int]
    outcome: Outcome
    wanted: Mapping[str, int]
    missing: int = 0
    proven: bool = True
    cells: int = 0


class _Finder:
    def __init__(
        self, results: tuple[ItemResult, ...], checklist: Checklist, goal: Goal, costs: Costs, wishes: Wishes
    ) -> None:
        self._results = results
        self._checklist = checklist
        self._goal = goal
        self._costs = costs
        self._wishes = wishes
        self._rules = LiftRules(results, wishes.excluded)
        self._ranked = by_rank(results, checklist)
        self._points = {one.item.id: costs.of(one.item.effort) for one in self._ranked}
        self._pinned = self._rules.with_needs(wishes.pinned)

    def path(self) -> CheapestPath:
        draft = self._draft()
        lifts = {one.item.id: draft.lifts[one.item.id] for one in self._ranked if one.item.id in draft.lifts}
        steps = level_steps(lifts, self._ranked, self._rules, self._checklist, self._points)
        reasons = PathReasons(
            self._results,
            self._rules,
            goal=self._goal,
            wishes=self._wishes,
            wanted=draft.wanted,
            lifts=lifts,
        )
        return CheapestPath(
            goal=self._goal,
            costs=self._costs,
            wishes=self._wishes,
            results=self._results,
            outcome=draft.outcome,
            lifts=reasons.lifts(steps),
            steps=steps,
            left_out=reasons.left_out(self._ranked),
            find_out_first=reasons.find_out_first(),
            open=tuple(one for one in self._results if one.open and in_scope(self._goal, one)),
            missing=draft.missing,
            proven=draft.proven,
            cells=draft.cells,
        )

    def _draft(self) -> _Draft:
        if isinstance(self._goal, IndexGoal):
            return self._for_index(self._goal)
        if isinstance(self._goal, BudgetGoal):
            return self._for_budget(self._goal)
        return self._forced(self._goal)

    def _forced(self, goal: FloorGoal | CoreGoal | TargetGoal) -> _Draft:
        wanted = {
            one.item.id: level
            for one in self._ranked
            for level in [goal.level if isinstance(goal, FloorGoal) else one.target]
            if in_scope(goal, one) and level > self._rules.levels[one.item.id]
        }
        lifts = self._rules.with_needs(self._wishes.pinned, wanted)
        return _Draft(lifts, self._outcome(there=not wanted, reached=lifts.keys() >= wanted.keys()), wanted)

    def _for_index(self, goal: IndexGoal) -> _Draft:
        levels = self._rules.levels
        wanted = -(-goal.index * TOP_LEVEL * len(levels) // 100)  # rounded up: the sum of levels that gives the index
        need = wanted - sum(levels.values()) - sum(level - levels[item_id] for item_id, level in self._pinned.items())
        candidates = self._candidates(beyond_target=goal.beyond_target, every_level=True)
        room = sum(one.high - one.low for one in candidates.values())
        found = fewest_points(list(candidates.values()), min(max(need, 0), room))
        assert found is not None, "all lifts together are always possible"
        outcome = self._outcome(there=wanted <= sum(levels.values()), reached=need <= room)
        return self._searched(candidates, found, outcome, missing=max(0, need - room))

    def _for_budget(self, goal: BudgetGoal) -> _Draft:
        left = goal.budget - sum(
            (level - self._rules.levels[item_id]) * self._points[item_id] for item_id, level in self._pinned.items()
        )
        if left < 0:
            return _Draft(self._pinned, Outcome.PINS_TOO_DEAR, {})
        candidates = self._candidates(beyond_target=False, every_level=False)
        found = largest_gain(list(candidates.values()), left)
        return self._searched(candidates, found, self._outcome(there=not any(one.gap for one in self._ranked)))

    def _candidates(self, *, beyond_target: bool, every_level: bool) -> dict[str, Candidate]:
        """What may be lifted above where the pinned items leave it, by item id, in the order of rank."""
        rules = self._rules
        low = {**rules.levels, **self._pinned}
        high = {
            one.item.id: max(
                TOP_LEVEL if beyond_target else one.target, STEPPING_STONE if one.item.id in rules.waited_for else 0
            )
            for one in self._ranked
        }
        rising = [one for one in self._ranked if one.item.id in rules.liftable and high[one.item.id] > low[one.item.id]]
        places = {one.item.id: place for place, one in enumerate(rising)}
        return {
            one.item.id: Candidate(
                low=low[one.item.id],
                high=high[one.item.id],
                points=self._points[one.item.id],
                counted=TOP_LEVEL if every_level else one.target,
                needs=tuple(places[need] for need in rules.unmet(one.item.id) if low[need] < STEPPING_STONE),
            )
            for one in rising
        }

    def _searched(
        self, candidates: Mapping[str, Candidate], found: Found, outcome: Outcome, *, missing: int = 0
    ) -> _Draft:
        reached = dict(zip(candidates, found.levels, strict=True))
        lifts = {item_id: level for item_id, level in reached.items() if level > self._rules.levels[item_id]}
        return _Draft({**self._pinned, **lifts}, outcome, {}, missing, found.proven, found.cells)

    def _outcome(self, *, there: bool, reached: bool = True) -> Outcome:
        if not any(in_scope(self._goal, one) for one in self._ranked):
            return Outcome.NOTHING_RATED
        if there:
            return Outcome.ALREADY_THERE
        return Outcome.REACHED if reached else Outcome.OUT_OF_REACH
