"""Tipping answers: single items that change a floor when they stand one level higher or lower."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessment.domain.checklist import TOP_LEVEL, Checklist
from assessment.domain.scoring import ItemResult


@dataclass(frozen=True, slots=True)
class TippingAnswer:
    """`floor` is the lowest given level of the item's dimension, now and with the item at `level`, one up or down.

    `whole` tells the same of all dimensions together, when that changes too; else None.
    """

    result: ItemResult
    level: int
    floor: tuple[int, int]
    whole: tuple[int, int] | None

    @property
    def up(self) -> bool:
        return self.result.level is not None and self.level > self.result.level


def tipping_answers(results: Iterable[ItemResult], checklist: Checklist) -> tuple[TippingAnswer, ...]:
    """Dimension by dimension; in each, upwards before downwards, and then in the order of `results`.

    Upwards there is at most one in a dimension: the only item on its floor. Downwards it is each item on the floor.
    """
    rated = [one for one in results if one.level is not None]
    found: list[TippingAnswer] = []
    for dimension in checklist.dimensions:
        theirs = [one for one in rated if one.item.dimension == dimension.id]
        for change in (1, -1):
            found += (tipping for one in theirs if (tipping := _tipping(one, change, theirs, rated)))
    return tuple(found)


def _tipping(
    result: ItemResult, change: int, dimension: Sequence[ItemResult], whole: Sequence[ItemResult]
) -> TippingAnswer | None:
    assert result.level is not None, "only rated items tip"
    level = result.level + change
    if not 0 <= level <= TOP_LEVEL:
        return None
    now, then = _floors(result, level, dimension)
    if now == then:
        return None
    all_now, all_then = _floors(result, level, whole)
    return TippingAnswer(result, level, (now, then), None if all_now == all_then else (all_now, all_then))


def _floors(result: ItemResult, level: int, among: Sequence[ItemResult]) -> tuple[int, int]:
    """The floor now, and with the item at `level`."""
    others = [one.level for one in among if one is not result and one.level is not None]
    return min([*others, result.level or 0]), min([*others, level])
