"""What the assessment would look like if some actions had done what is expected of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.domain.lift_candidate import STEPPING_STONE
from assessment.domain.scoring import ItemResult, ItemState


@dataclass(frozen=True, slots=True)
class TooEarly:
    """An item that would be lifted although `needs`, which it depends on, would still be below level 2."""

    item_id: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """`results` can be scored like any others. `lifted` are the ids of those that differ, in the same order."""

    results: tuple[ItemResult, ...]
    lifted: tuple[str, ...]
    too_early: tuple[TooEarly, ...]


def what_if(results: Iterable[ItemResult], aims: Iterable[Mapping[str, int]]) -> WhatIf:
    """`aims` holds, for each ticked action, the expected levels by item id; the highest counts where several meet."""
    before = tuple(results)
    highest: dict[str, int] = {}
    for one in aims:
        for item_id, level in one.items():
            highest[item_id] = max(level, highest.get(item_id, 0))
    after = expected(before, highest)
    lifted = tuple(new.item.id for old, new in zip(before, after, strict=True) if new != old)
    return WhatIf(after, lifted, tuple(_too_early(after, frozenset(lifted))))


def expected(results: Iterable[ItemResult], levels: Mapping[str, int]) -> tuple[ItemResult, ...]:
    """The results with the levels, by item id, where they are higher. What is expected is not agreed.

    An open item gets the level too; one that is out does not.
    """
    return tuple(_expected(one, levels.get(one.item.id)) for one in results)


def _expected(result: ItemResult, level: int | None) -> ItemResult:
    if level is None or result.state is ItemState.NOT_APPLICABLE:
        return result
    if result.level is not None and result.level >= level:
        return result
    return replace(result, state=ItemState.RATED, level=level, agreed=False)


def _too_early(results: Sequence[ItemResult], lifted: frozenset[str]) -> Iterable[TooEarly]:
    low = {one.item.id for one in results if one.level is not None and one.level < STEPPING_STONE}
    for one in results:
        needs = tuple(need for need in one.item.depends_on if need in low)
        if needs and one.item.id in lifted:
            yield TooEarly(one.item.id, needs)
