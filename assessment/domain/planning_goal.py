"""What a plan is to reach, and what the person has decided before anything is worked out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from assessment.domain.assessment import checked_target
from assessment.domain.planning_costs import checked_points
from assessment.domain.planning_errors import HalfYearsUnlikely, IndexOffScale
from assessment.domain.scoring import ItemResult

MOST_HALF_YEARS: Final = 40


@dataclass(frozen=True, slots=True)
class FloorGoal:
    """Every rated item at `level` or above, also where its own target is lower; of one dimension or of all."""

    level: int
    dimension: str | None = None


@dataclass(frozen=True, slots=True)
class IndexGoal:
    """An index of the rated items of at least `index`, 0–100. Every level counts.

    No item is lifted beyond its target, or level 2 where others wait for it, unless `beyond_target`.
    """

    index: int
    beyond_target: bool = False


@dataclass(frozen=True, slots=True)
class CoreGoal:
    """Every rated core item at its target."""


@dataclass(frozen=True, slots=True)
class TargetGoal:
    """Every rated item at its target."""


@dataclass(frozen=True, slots=True)
class BudgetGoal:
    """As many levels towards the targets as `points` in each of `half_years` half-years allow.

    A level beyond an item's target counts for nothing and is bought only where others wait for it.
    """

    points: int
    half_years: int

    @property
    def budget(self) -> int:
        return self.points * self.half_years


Goal = FloorGoal | IndexGoal | CoreGoal | TargetGoal | BudgetGoal


@dataclass(frozen=True, slots=True)
class Wishes:
    """What stands whatever the sums say: `pinned` items are lifted to at least their level, `excluded` ones never.

    An item that is both is excluded.
    """

    pinned: Mapping[str, int] = field(default_factory=dict)
    excluded: frozenset[str] = frozenset()


def in_scope(goal: Goal, result: ItemResult) -> bool:
    """Whether the goal is about this item."""
    if isinstance(goal, FloorGoal):
        return goal.dimension in (None, result.item.dimension)
    return result.item.core if isinstance(goal, CoreGoal) else True


def checked_goal(goal: Goal) -> Goal:
    """Raises TargetOffScale, IndexOffScale, PointsUnlikely or HalfYearsUnlikely."""
    if isinstance(goal, FloorGoal):
        checked_target(goal.level)
    if isinstance(goal, IndexGoal) and not 0 <= goal.index <= 100:
        raise IndexOffScale(index=goal.index)
    if isinstance(goal, BudgetGoal):
        checked_points(goal.points)
        if not 1 <= goal.half_years <= MOST_HALF_YEARS:
            raise HalfYearsUnlikely(half_years=goal.half_years, most=MOST_HALF_YEARS)
    return goal
