"""Long lists: which rows a person looks for, and which of them are shown first."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

Row = TypeVar("Row")
Group = TypeVar("Group")


def matches(asked: str, texts: Iterable[str]) -> bool:
    """Whether each asked word, or the part of a word, occurs in some of the texts. Nothing asked for matches all."""
    held = "\n".join(texts).casefold()
    return all(word in held for word in asked.casefold().split())


def dealt(groups: Mapping[Group, Sequence[Row]], most: int) -> dict[Group, tuple[Row, ...]]:
    """`most` rows in all, one from each group in turn, in the order of the rows; groups that get none are left out."""
    places = [(turn, group) for group, rows in groups.items() for turn in range(len(rows))]
    chosen = sorted(places, key=lambda place: place[0])[:most]  # keeps the order of the groups within a turn
    taken = {group: sum(one == group for _, one in chosen) for group in groups}
    return {group: tuple(rows[: taken[group]]) for group, rows in groups.items() if taken[group]}
