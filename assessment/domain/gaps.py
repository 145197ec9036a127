"""Gaps: what lies below the target, in the order in which it is worth dealing with."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.domain.checklist import Checklist, Effort
from assessment.domain.row_order import MovedRow, RowOrder, Worth
from assessment.domain.scoring import ItemResult

EFFORT_ORDER = {Effort.SMALL: 0, Effort.MEDIUM: 1, Effort.LARGE: 2}
AS_SUGGESTED = RowOrder()


@dataclass(frozen=True, slots=True)
class Gap:
    """An item below its target and its place in the list, from 1. `suggested` is its place when nobody moves a row."""

    rank: int
    result: ItemResult
    suggested: int
    moved: MovedRow | None = None

    @property
    def size(self) -> int:
        """Levels missing, 1–4."""
        return self.result.gap


def ranked_gaps(results: Iterable[ItemResult], checklist: Checklist, order: RowOrder = AS_SUGGESTED) -> tuple[Gap, ...]:
    """In the order of the list: as suggested, but for the rows that people have moved."""
    below = {result.item.id: result for result in results if result.gap}
    worths = gap_worths(below.values(), checklist)
    suggested = {item_id: place for place, item_id in enumerate(sorted(worths, key=worths.__getitem__), start=1)}
    return tuple(
        Gap(rank, below[item_id], suggested[item_id], order.rows.get(item_id))
        for rank, item_id in enumerate(order.arranged(worths), start=1)
    )


def gap_worths(results: Iterable[ItemResult], checklist: Checklist) -> dict[str, Worth]:
    """Core items first, then larger gap, earlier step, smaller effort, and last the id: the order is certain."""
    step_order = {step.id: place for place, step in enumerate(checklist.steps)}
    return {
        item.id: (int(not item.core), -result.gap, step_order[item.step], EFFORT_ORDER[item.effort], item.id)
        for result in results
        if result.gap
        for item in [result.item]
    }


def to_find_out(results: Iterable[ItemResult]) -> tuple[ItemResult, ...]:
    """Open items, core ones first: they are no gaps, but nobody knows that they are not."""
    return tuple(sorted((result for result in results if result.open), key=lambda result: not result.item.core))
