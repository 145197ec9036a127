"""Puts reasons to what is in a plan and what is not."""

from collections.abc import Iterable, Mapping, Sequence

from assessment.domain.cheapest_path import Lift
from assessment.domain.lift_candidate import STEPPING_STONE
from assessment.domain.lift_order import LevelStep
from assessment.domain.lift_reason import FindOutFirst, LeftOut, Reason, Why, WhyNot
from assessment.domain.lift_rules import LiftRules
from assessment.domain.planning_goal import BudgetGoal, Goal, IndexGoal, Wishes
from assessment.domain.scoring import ItemResult


class PathReasons:
    """`wanted` holds the levels that the goal asks for by name, by item id; `lifts` those that the plan reaches."""

    def __init__(
        self,
        results: Sequence[ItemResult],
        rules: LiftRules,
        *,
        goal: Goal,
        wishes: Wishes,
        wanted: Mapping[str, int],
        lifts: Mapping[str, int],
    ) -> None:
        self._results = {one.item.id: one for one in results}
        self._rules = rules
        self._goal = goal
        self._wishes = wishes
        self._wanted = wanted
        self._lifts = lifts
        self._pinned = rules.with_needs(wishes.pinned)
        self._waiting: dict[str, list[str]] = {}
        for item_id in lifts:
            for need in rules.unmet(item_id):
                self._waiting.setdefault(need, []).append(item_id)

    def lifts(self, steps: Iterable[LevelStep]) -> tuple[Lift, ...]:
        """One for each item, in the order in which they begin."""
        grouped: dict[str, list[LevelStep]] = {}
        for step in steps:
            grouped.setdefault(step.item_id, []).append(step)
        return tuple(self._lift(item_id, theirs) for item_id, theirs in grouped.items())

    def _lift(self, item_id: str, steps: Sequence[LevelStep]) -> Lift:
        target = self._results[item_id].target
        return Lift(
            item_id=item_id,
            before=steps[0].before,
            after=steps[-1].after,
            points=sum(step.points for step in steps),
            gain=sum(step.after <= target for step in steps),
            reasons=tuple(self._reasons(item_id, steps[0].points)),
        )

    def _reasons(self, item_id: str, points: int) -> Iterable[Reason]:
        after = self._lifts[item_id]
        if (pinned := self._wishes.pinned.get(item_id, 0)) > self._rules.levels[item_id]:
            yield Reason(Why.PINNED, pinned)
        if item_id in self._wanted:
            yield Reason(Why.NEEDED_FOR_GOAL, self._wanted[item_id])
        if self._chosen(item_id):
            yield Reason(Why.CHEAPEST_GAIN, after, points=points)
        for other in self._waiting.get(item_id, ()):
            yield Reason(Why.NEEDED_BY, STEPPING_STONE, item=other)

    def _chosen(self, item_id: str) -> bool:
        """Whether the search lifted the item, above its pin, to a level that counts."""
        low = max(self._rules.levels[item_id], self._pinned.get(item_id, 0))
        if isinstance(self._goal, BudgetGoal):
            return min(self._lifts[item_id], self._results[item_id].target) > low
        return isinstance(self._goal, IndexGoal) and self._lifts[item_id] > low

    def left_out(self, ranked: Iterable[ItemResult]) -> tuple[LeftOut, ...]:
        """Gaps and wanted items that are not lifted, in the order of rank; then pinned ones that nobody has rated."""
        rated = [one.item.id for one in ranked if one.gap or one.item.id in self._wanted or self._is_pinned(one)]
        found = [self._why_not(item_id) for item_id in rated if item_id not in self._lifts]
        unrated = [item_id for item_id in self._wishes.pinned if item_id not in self._rules.levels]
        return (*found, *(LeftOut(item_id, WhyNot.NOT_RATED) for item_id in unrated))

    def _is_pinned(self, result: ItemResult) -> bool:
        return self._wishes.pinned.get(result.item.id, 0) > (result.level or 0)

    def _why_not(self, item_id: str) -> LeftOut:
        if item_id in self._wishes.excluded:
            return LeftOut(item_id, WhyNot.EXCLUDED)
        searched = isinstance(self._goal, BudgetGoal | IndexGoal)
        if (searched or item_id in self._wanted or item_id in self._wishes.pinned) and (
            blocking := self._rules.in_the_way(item_id)
        ):
            return LeftOut(item_id, WhyNot.BLOCKED, blocking)
        return LeftOut(item_id, WhyNot.BEYOND_BUDGET if isinstance(self._goal, BudgetGoal) else WhyNot.NOT_NEEDED)

    def find_out_first(self) -> tuple[FindOutFirst, ...]:
        """In the order of the checklist."""
        needed_by: dict[str, list[str]] = {}
        for item_id in self._lifts:
            for need in self._results[item_id].item.depends_on:
                needed_by.setdefault(need, []).append(item_id)
        return tuple(
            FindOutFirst(one, tuple(needed_by[item_id]))
            for item_id, one in self._results.items()
            if one.open and item_id in needed_by
        )
