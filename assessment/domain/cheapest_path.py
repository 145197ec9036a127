"""A plan of lifts: what it holds, whether it reaches its goal, and why each item is in it or not."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from assessment.domain.lift_order import LevelStep
from assessment.domain.lift_reason import FindOutFirst, LeftOut, Reason
from assessment.domain.planning_costs import Costs
from assessment.domain.planning_goal import BudgetGoal, FloorGoal, Goal, Wishes, in_scope
from assessment.domain.scoring import ItemResult


class Outcome(StrEnum):
    """How far the plan takes."""

    NOTHING_RATED = "nothing_rated"  # there is nothing to plan from
    ALREADY_THERE = "already_there"  # the goal is reached as it is; a budget has no gap left to close
    REACHED = "reached"  # with the plan; for a budget: the best for the points, which may leave gaps
    OUT_OF_REACH = (
        "out_of_reach"  # what is excluded, or the targets themselves, stand in the way: the most that can be had
    )
    PINS_TOO_DEAR = "pins_too_dear"  # what is pinned costs more than the budget; the plan holds nothing else


@dataclass(frozen=True, slots=True)
class Lift:
    """One item, from one level to another. `gain` counts the levels up to its target."""

    item_id: str
    before: int
    after: int
    points: int
    gain: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class CheapestPath:
    """`steps` are the lifts level by level, in order. `open` items of the goal's scope cannot be planned for.

    `missing` is how many levels an index lacks. `proven` is False when the search was given up: a good plan, perhaps
    not the cheapest; `cells` tells how much work it was. `results` is what it was worked out from.
    """

    goal: Goal
    costs: Costs
    wishes: Wishes
    results: tuple[ItemResult, ...]
    outcome: Outcome
    lifts: tuple[Lift, ...]
    steps: tuple[LevelStep, ...]
    left_out: tuple[LeftOut, ...] = ()
    find_out_first: tuple[FindOutFirst, ...] = ()
    open: tuple[ItemResult, ...] = ()
    missing: int = 0
    proven: bool = True
    cells: int = 0

    @property
    def points(self) -> int:
        return sum(lift.points for lift in self.lifts)

    @property
    def gain(self) -> int:
        """Levels towards the targets."""
        return sum(lift.gain for lift in self.lifts)

    @property
    def points_left(self) -> int | None:
        """Of a budget; below zero when the pinned items cost more. None for other goals."""
        return self.goal.budget - self.points if isinstance(self.goal, BudgetGoal) else None

    @cached_property
    def levels(self) -> Mapping[str, int]:
        """Where the plan takes the lifted items, by item id."""
        return {lift.item_id: lift.after for lift in self.lifts}

    @property
    def unreached(self) -> tuple[ItemResult, ...]:
        """The rated items that the goal asks for and the plan does not take there. An index asks for none by name."""
        return tuple(one for one in self.results if in_scope(self.goal, one) and self._short(one))

    def _short(self, result: ItemResult) -> bool:
        wanted = self.goal.level if isinstance(self.goal, FloorGoal) else result.target
        return result.level is not None and self.levels.get(result.item.id, result.level) < wanted
