"""Levels, indexes, floors and targets of an assessment: honest by construction.

Levels are ordinal, so an index never stands alone: it comes with its interval, its floor and the share of items that
reach the target. Open items (unanswered or unknown) span the interval: 0 in `low` and the top level in `high`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.assessment import Targets
from assessment.domain.checklist import TOP_LEVEL, Item
from assessment.domain.response import Answer, AnswerKind


class ItemState(StrEnum):
    """What the group's answers to an item amount to."""

    RATED = "rated"
    UNKNOWN = "unknown"  # somebody answered, nobody gave a level, not all said not applicable
    UNANSWERED = "unanswered"
    NOT_APPLICABLE = "not_applicable"  # all who answered said so: the item is out


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One item's outcome. `level` is set exactly when the state is RATED."""

    item: Item
    state: ItemState
    level: int | None
    target: int
    agreed: bool = False

    @property
    def open(self) -> bool:
        return self.state in (ItemState.UNKNOWN, ItemState.UNANSWERED)

    @property
    def at_target(self) -> bool:
        return self.level is not None and self.level >= self.target

    @property
    def gap(self) -> int:
        """Levels missing to the target; 0 when reached, open or out."""
        return 0 if self.level is None else max(0, self.target - self.level)


@dataclass(frozen=True, slots=True)
class Index:
    """Shares of the top level, 0–100. `point` uses answered items only and is None when there are none.

    `low` and `high` bound every possible outcome; `coverage`, 0–1, is the answered share of the applicable items.
    """

    point: float | None
    low: float
    high: float
    coverage: float


@dataclass(frozen=True, slots=True)
class Floor:
    """The lowest level among the applicable items: at least `low`, at most `high`.

    `level` is the lowest level that has been given, None when none has.
    """

    level: int | None
    low: int
    high: int

    @property
    def may_be_lower(self) -> bool:
        return self.level is not None and self.low < self.level


@dataclass(frozen=True, slots=True)
class Score:
    """A dimension, a step or the whole. `items` includes those that are out; the counts do not."""

    items: tuple[ItemResult, ...]
    index: Index | None  # None when no item applies
    floor: Floor | None
    target_index: float  # mean target of the applicable items, 0–100

    @property
    def applicable(self) -> tuple[ItemResult, ...]:
        return tuple(result for result in self.items if result.state is not ItemState.NOT_APPLICABLE)

    @property
    def rated(self) -> tuple[ItemResult, ...]:
        return tuple(result for result in self.items if result.state is ItemState.RATED)

    @property
    def open(self) -> tuple[ItemResult, ...]:
        return tuple(result for result in self.items if result.open)

    @property
    def at_target(self) -> tuple[ItemResult, ...]:
        return tuple(result for result in self.items if result.at_target)

    @property
    def below_target(self) -> tuple[ItemResult, ...]:
        return tuple(result for result in self.items if result.gap)


def lower_median(levels: Sequence[int]) -> int:
    """The middle level, the lower of the two middle ones when their number is even. `levels` must not be empty."""
    return sorted(levels)[(len(levels) - 1) // 2]


def item_result(item: Item, answers: Sequence[Answer], *, target: int, agreed: int | None = None) -> ItemResult:
    """Settle one item: the agreed level if there is one, else the lower median of the levels that were given."""
    if agreed is not None:
        return ItemResult(item, ItemState.RATED, agreed, target, agreed=True)
    levels = [answer.level for answer in answers if answer.level is not None]
    if levels:
        return ItemResult(item, ItemState.RATED, lower_median(levels), target)
    if not answers:
        return ItemResult(item, ItemState.UNANSWERED, None, target)
    if all(answer.kind is AnswerKind.NOT_APPLICABLE for answer in answers):
        return ItemResult(item, ItemState.NOT_APPLICABLE, None, target)
    return ItemResult(item, ItemState.UNKNOWN, None, target)


def item_results(
    items: Iterable[Item],
    answers: Mapping[str, Sequence[Answer]],
    *,
    targets: Targets,
    agreed: Mapping[str, int] | None = None,
) -> tuple[ItemResult, ...]:
    """One result for each item, in the same order. `answers` and `agreed` are keyed by item id."""
    settled = agreed or {}
    return tuple(
        item_result(item, answers.get(item.id, ()), target=targets.of(item), agreed=settled.get(item.id))
        for item in items
    )


def score(results: Iterable[ItemResult]) -> Score:
    """Sum up the items of a dimension, a step or the whole."""
    items = tuple(results)
    applicable = [result for result in items if result.state is not ItemState.NOT_APPLICABLE]
    levels = [result.level for result in applicable if result.level is not None]
    return Score(
        items=items,
        index=_index(levels, applicable=len(applicable)) if applicable else None,
        floor=_floor(levels, applicable=len(applicable)) if applicable else None,
        target_index=_share(sum(result.target for result in applicable), of=len(applicable)) if applicable else 0.0,
    )


def _index(levels: Sequence[int], *, applicable: int) -> Index:
    missing = applicable - len(levels)
    return Index(
        point=_share(sum(levels), of=len(levels)) if levels else None,
        low=_share(sum(levels), of=applicable),
        high=_share(sum(levels) + TOP_LEVEL * missing, of=applicable),
        coverage=len(levels) / applicable,
    )


def _floor(levels: Sequence[int], *, applicable: int) -> Floor:
    lowest = min(levels, default=None)
    return Floor(
        level=lowest,
        low=0 if lowest is None or len(levels) < applicable else lowest,
        high=TOP_LEVEL if lowest is None else lowest,
    )


def _share(points: int, *, of: int) -> float:
    return 100 * points / (TOP_LEVEL * of)
