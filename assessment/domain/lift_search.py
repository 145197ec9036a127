"""The exact search for the cheapest lifts: branch and bound over the table of lifts.

A table that has forgotten gates gives a bound and a plan that may break some needs. Then one of the broken gates is
settled – lifted to the stepping stone in one branch, kept below it in the other – until the best plan breaks none.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from graphlib import TopologicalSorter
from heapq import heappop, heappush
from itertools import count
from typing import Final

from assessment.domain.lift_candidate import STEPPING_STONE, Candidate, lifted_needs
from assessment.domain.lift_mending import mended
from assessment.domain.lift_table import LiftTable, Question

MOST_CELLS: Final = 10_000_000  # about a second; hundreds of items whose needs cross everywhere could take for ever
BITS: Final = 3  # enough for the levels of one item
BEYOND_ALL_POINTS: Final = 40  # bits


@dataclass(frozen=True, slots=True)
class Found:
    """The level of each candidate. `proven` unless the search was given up; `cells` tells how much work it was."""

    levels: tuple[int, ...]
    proven: bool
    cells: int


@dataclass(frozen=True, slots=True)
class _Branch:
    """Gates settled so far."""

    lifted: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()


_Bound = tuple[int, int]  # gain not had, value: less is better


def fewest_points(candidates: Sequence[Candidate], need: int, *, most_cells: int = MOST_CELLS) -> Found | None:
    """The cheapest lifts that gain `need` levels; None when all together do not. Candidates come in order of rank.

    Among equally cheap ones, that which lifts the first candidate most, then the second, and so on.
    """
    return _Search(candidates, need=need, budget=None).best(most_cells)


def largest_gain(candidates: Sequence[Candidate], budget: int, *, most_cells: int = MOST_CELLS) -> Found:
    """The lifts that gain most for at most `budget` points; of these the cheapest, then as in `fewest_points`."""
    found = _Search(candidates, need=None, budget=budget).best(most_cells)
    assert found is not None, "lifting nothing is always possible"
    return found


class _Search:
    """A plan's value tells its points in the high bits, less the lifted levels in the low bits, first rank highest."""

    def __init__(self, candidates: Sequence[Candidate], *, need: int | None, budget: int | None) -> None:
        self._candidates = candidates
        self._need, self._budget = need, budget
        self._bits = BITS * len(candidates)
        self._units = [(one.points << self._bits) - (1 << self._shift(place)) for place, one in enumerate(candidates)]
        self._never = 1 << (self._bits + BEYOND_ALL_POINTS)
        self._order = list(TopologicalSorter({place: one.needs for place, one in enumerate(candidates)}).static_order())
        self._cells = 0

    def _shift(self, place: int) -> int:
        return BITS * (len(self._candidates) - 1 - place)

    def best(self, most_cells: int) -> Found | None:
        ticket = count()
        queue: list[tuple[_Bound, int, _Branch]] = []
        branches = [_Branch()]
        while True:
            for branch in branches:
                if (bound := self._bound(branch)) is not None:
                    heappush(queue, (bound, next(ticket), branch))
            if not queue:
                return None
            (_, value), _, branch = heappop(queue)
            levels = self._levels(value)
            broken = self._broken(levels)
            if not broken:
                return Found(tuple(levels), True, self._cells)
            if self._cells > most_cells:
                whole = mended(self._candidates, levels, need=self._need, budget=self._budget)
                return Found(tuple(whole), False, self._cells)
            gate = {broken[0]}
            branches = [replace(branch, lifted=branch.lifted | gate), replace(branch, kept=branch.kept | gate)]

    def _levels(self, value: int) -> list[int]:
        ranks = -value & ((1 << self._bits) - 1)
        return [one.low + (ranks >> self._shift(place) & 7) for place, one in enumerate(self._candidates)]

    def _broken(self, levels: Sequence[int]) -> list[int]:
        """The gates that lifted candidates need and that are too low."""
        needed = lifted_needs(self._candidates, levels)
        return sorted(gate for gate in needed if levels[gate] < STEPPING_STONE)

    def _bound(self, branch: _Branch) -> _Bound | None:
        """The best that the branch could give, None when it gives nothing."""
        low = self._lows(branch)
        if any(low[gate] >= STEPPING_STONE for gate in branch.kept):
            return None
        pairs = list(zip(self._candidates, low, strict=True))
        gained = sum(one.gain(level) for one, level in pairs)
        value = sum(unit * (level - one.low) for unit, (one, level) in zip(self._units, pairs, strict=True))
        question = Question(
            self._never,
            need=None if self._need is None else max(0, self._need - gained),
            most=None if self._budget is None else (self._budget << self._bits) - value,
        )
        table = LiftTable(self._free(branch, low), self._units, question)
        row = table.row()
        self._cells += table.cells
        if not row or row[-1] >= self._never // 2:
            return None
        return (0 if self._need is not None else -gained - len(row) + 1, value + row[-1])

    def _lows(self, branch: _Branch) -> list[int]:
        """Where each candidate stands once the lifted gates, and what they need, are at the stepping stone."""
        low = [one.low for one in self._candidates]
        stack = list(branch.lifted)
        while stack:
            gate = stack.pop()
            if low[gate] < STEPPING_STONE:
                low[gate] = STEPPING_STONE
                stack += self._candidates[gate].needs
        return low

    def _free(self, branch: _Branch, low: Sequence[int]) -> dict[int, Candidate]:
        """What may still be lifted in the branch, with its remaining needs; those that follow from others left out."""
        free: dict[int, Candidate] = {}
        behind: dict[int, set[int]] = {}
        for place in self._order:
            one = self._candidates[place]
            needs = [need for need in one.needs if low[need] < STEPPING_STONE]
            high = min(one.high, STEPPING_STONE - 1) if place in branch.kept else one.high
            if all(need in free and free[need].high >= STEPPING_STONE for need in needs):
                follow = set().union(*(behind[need] for need in needs))
                behind[place] = follow | set(needs)
                kept = tuple(need for need in needs if need not in follow)
                free[place] = replace(one, low=low[place], high=max(high, low[place]), needs=kept)
        return {place: free[place] for place in sorted(free)}
