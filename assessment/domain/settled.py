"""How the group came to each level that it has agreed on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.checklist import LEVELS
from assessment.domain.revealed import RevealedRound
from assessment.domain.scoring import ItemResult


@dataclass(frozen=True, slots=True)
class SettledItem:
    """`first` and `last` hold a number for each level in the first and the last round of the latest workshop.

    Both are None where the group agreed without a vote, `last` also where it voted once.
    """

    result: ItemResult
    first: tuple[int, ...] | None
    last: tuple[int, ...] | None

    @property
    def dissent(self) -> int | None:
        """How many voted another level in the latest of the rounds; None without one."""
        counts = self.last or self.first
        assert self.result.level is not None, "an agreed item has a level"
        return None if counts is None else sum(counts) - counts[self.result.level]


def settled_items(results: Sequence[ItemResult], rounds: Sequence[RevealedRound]) -> tuple[SettledItem, ...]:
    """Those with an agreed level, in the same order. `rounds` oldest first."""
    by_item: dict[str, list[RevealedRound]] = {}
    for one in rounds:
        earlier = by_item.setdefault(one.item_id, [])
        if earlier and earlier[-1].workshop_id != one.workshop_id:
            earlier.clear()
        earlier.append(one)
    return tuple(_settled(result, by_item) for result in results if result.agreed)


def _settled(result: ItemResult, by_item: Mapping[str, Sequence[RevealedRound]]) -> SettledItem:
    held = by_item.get(result.item.id, ())
    first = _counts(held[0]) if held else None
    return SettledItem(result, first, _counts(held[-1]) if len(held) > 1 else None)


def _counts(one: RevealedRound) -> tuple[int, ...]:
    levels = [answer.level for answer in one.answers]
    return tuple(map(levels.count, LEVELS))
