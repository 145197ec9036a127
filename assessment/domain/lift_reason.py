"""Why an item is in the plan, and why another is not: for a screen to put into words."""

from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.scoring import ItemResult


class Why(StrEnum):
    """Why an item is lifted."""

    PINNED = "pinned"  # the person decided it: to at least `level`
    NEEDED_FOR_GOAL = "needed_for_goal"  # the goal asks for `level`
    CHEAPEST_GAIN = "cheapest_gain"  # part of the cheapest way: `level` is where it takes the item, `points` for each
    NEEDED_BY = "needed_by"  # `item`, which is lifted too, waits for this one to reach `level`


@dataclass(frozen=True, slots=True)
class Reason:
    """The parameters that its kind names; the others are None."""

    why: Why
    level: int
    item: str | None = None
    points: int | None = None


class WhyNot(StrEnum):
    """Why an item below its target, or one that was asked for, is not lifted."""

    EXCLUDED = "excluded"  # the person decided it
    BLOCKED = "blocked"  # it waits for `items`, which cannot be lifted
    NOT_NEEDED = "not_needed"  # the goal is reached without it, and cheaper
    BEYOND_BUDGET = "beyond_budget"  # others gain more for the points
    NOT_RATED = "not_rated"  # pinned, but nobody has given a level, or it does not apply


@dataclass(frozen=True, slots=True)
class LeftOut:
    item_id: str
    why: WhyNot
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FindOutFirst:
    """An open item that lifted ones depend on: it stops nothing, but may turn out to be too low."""

    result: ItemResult
    needed_by: tuple[str, ...]
