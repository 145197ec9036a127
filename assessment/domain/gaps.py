"""Gaps: what lies below the target, in the order in which it is worth dealing with."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.domain.checklist import Checklist, Effort
from assessment.domain.scoring import ItemResult

EFFORT_ORDER = {Effort.SMALL: 0, Effort.MEDIUM: 1, Effort.LARGE: 2}


@dataclass(frozen=True, slots=True)
class Gap:
    """An item below its target and its place in the list, from 1."""

    rank: int
    result: ItemResult

    @property
    def size(self) -> int:
        """Levels missing, 1–4."""
        return self.result.gap


def ranked_gaps(results: Iterable[ItemResult], checklist: Checklist) -> tuple[Gap, ...]:
    """Core items first, then larger gap, earlier step, smaller effort, and last the id: the order is certain."""
    step_order = {step.id: place for place, step in enumerate(checklist.steps)}

    def worth(result: ItemResult) -> tuple[bool, int, int, int, str]:
        item = result.item
        return (not item.core, -result.gap, step_order[item.step], EFFORT_ORDER[item.effort], item.id)

    below = sorted((result for result in results if result.gap), key=worth)
    return tuple(Gap(rank, result) for rank, result in enumerate(below, start=1))


def to_find_out(results: Iterable[ItemResult]) -> tuple[ItemResult, ...]:
    """Open items, core ones first: they are no gaps, but nobody knows that they are not."""
    return tuple(sorted((result for result in results if result.open), key=lambda result: not result.item.core))
