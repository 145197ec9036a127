"""What the search for the cheapest lifts knows of an item."""

from collections.abc import Iterable
from dataclasses import dataclass

STEPPING_STONE = 2  # the level at which an item lets those that depend on it be lifted


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that may be lifted from `low` to at most `high`, at `points` for each level.

    Levels up to `counted` count as gain. `needs` holds the places, among the candidates, of those that have to reach
    the stepping stone before this one may be lifted at all.
    """

    low: int
    high: int
    points: int
    counted: int
    needs: tuple[int, ...] = ()

    def gain(self, level: int) -> int:
        """Levels that count, from `low` to `level`."""
        return min(level, self.counted) - min(self.low, self.counted)


def lifted_needs(candidates: Iterable[Candidate], levels: Iterable[int]) -> set[int]:
    """The places of what the lifted candidates need."""
    return {
        need
        for candidate, level in zip(candidates, levels, strict=True)
        if level > candidate.low
        for need in candidate.needs
    }
