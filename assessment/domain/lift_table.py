"""A table of the cheapest way to every gain: dynamic programming over items that open the way for others.

The candidates are taken one by one, each after what it needs. The table has one row for each set of *gates* –
candidates that others wait for – that have been lifted to the stepping stone and still matter; a row holds the best
value of each gain. Where the needs form a tree, there are few rows. Where they cross so much that the rows become too
many, gates are forgotten: their needs are no longer respected, and the values are then bounds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assessment.domain.lift_candidate import STEPPING_STONE, Candidate

MOST_ROWS: Final = 32
Row = list[int]


@dataclass(frozen=True, slots=True)
class Question:
    """Either `need`, the gain that has to be reached, or `most`, the highest value that is allowed.

    `never` is a value above all that can occur.
    """

    never: int
    need: int | None = None
    most: int | None = None


class LiftTable:
    """`units` holds what one level of each candidate adds to the value. The needs must not form a circle."""

    def __init__(self, candidates: Mapping[int, Candidate], units: Sequence[int], question: Question) -> None:
        self._candidates = candidates
        self._units = units
        self._question = question
        self._waiting = _waiting(candidates)
        self._left = {gate: len(those) for gate, those in self._waiting.items()}
        self._rest = sum(one.gain(one.high) for one in candidates.values())
        self._first = 0  # the gain of the first cell of every row
        self._forgotten = 0
        self._rows: dict[int, Row] = {0: [0]}
        self.cells = 0  # how many have been worked out, a measure of the time it took
        self._cut()

    def row(self) -> Row:
        """The best value of each gain, or of the needed one only; empty when nothing is possible."""
        for place in _order(self._candidates, self._waiting):
            self._take(place)
            self._forget_until_few()
        (row,) = self._rows.values() or ([],)
        return row

    def _take(self, place: int) -> None:
        candidate = self._candidates[place]
        needed, used_up = self._count_down(candidate)
        gate = 1 << place if place in self._left else 0
        lifts = [(candidate.gain(level), self._units[place] * (level - candidate.low)) for level in _levels(candidate)]
        below = max(0, STEPPING_STONE - candidate.low) if gate else len(lifts)
        before, self._rows = self._rows, {}
        for open_, row in before.items():
            if needed & ~open_:
                self._put(open_ & ~used_up, row)
                continue
            self._put(open_ & ~used_up, self._lifted(row, lifts[:below]))
            if gate and lifts[below:]:
                self._put((open_ | gate) & ~used_up, self._lifted(row, lifts[below:]))
        self._rest -= candidate.gain(candidate.high)
        self._cut()

    def _count_down(self, candidate: Candidate) -> tuple[int, int]:
        """The gates that the candidate needs, and those that nobody needs any more after it."""
        needed = used_up = 0
        for gate in candidate.needs:
            needed |= 1 << gate
            self._left[gate] -= 1
            if not self._left[gate]:
                used_up |= 1 << gate
        return needed & ~self._forgotten, used_up

    def _lifted(self, row: Row, lifts: Sequence[tuple[int, int]]) -> Row:
        best: Row = []
        for gain, value in lifts:
            raised = [self._question.never] * gain + [cell + value for cell in row] if value else row
            best = _better(best, raised)
            self.cells += len(row)
        return best

    def _put(self, open_: int, row: Row) -> None:
        known = self._rows.get(open_)
        self._rows[open_] = row if known is None else _better(known, row)

    def _cut(self) -> None:
        """Drop the cells that cannot lead to an answer any more."""
        need, most = self._question.need, self._question.most
        if need is not None:
            first = max(0, need - self._rest)
            start, stop = first - self._first, need + 1 - self._first
            self._first = first
            self._rows = {open_: row[start:stop] for open_, row in self._rows.items() if len(row) > start}
        if most is not None:
            cut = ((open_, _affordable(row, most)) for open_, row in self._rows.items())
            self._rows = {open_: row for open_, row in cut if row}

    def _forget_until_few(self) -> None:
        while len(self._rows) > MOST_ROWS:
            gates = 0
            for open_ in self._rows:
                gates |= open_
            places = [place for place in self._left if gates >> place & 1]
            gate = 1 << min(places, key=lambda place: (self._left[place], place))
            self._forgotten |= gate
            before, self._rows = self._rows, {}
            for open_, row in before.items():
                self._put(open_ & ~gate, row)


def _levels(candidate: Candidate) -> range:
    return range(candidate.low, candidate.high + 1)


def _better(one: Row, other: Row) -> Row:
    """The lower value of each cell."""
    if len(one) < len(other):
        one, other = other, one
    if not other:
        return one
    # three times as fast as map(min, …)
    lower = [cell if cell < rival else rival for cell, rival in zip(one, other, strict=False)]
    return lower + one[len(other) :]


def _affordable(row: Row, most: int) -> Row:
    end = len(row)
    while end and row[end - 1] > most:
        end -= 1
    return row[:end]


def _waiting(candidates: Mapping[int, Candidate]) -> dict[int, list[int]]:
    """Who waits for each gate."""
    waiting: dict[int, list[int]] = {}
    for place, candidate in candidates.items():
        for need in candidate.needs:
            waiting.setdefault(need, []).append(place)
    return waiting


def _order(candidates: Mapping[int, Candidate], waiting: Mapping[int, Sequence[int]]) -> list[int]:
    """Each after what it needs, and soon after it, so that few gates matter at the same time."""
    order: list[int] = []
    done: set[int] = set()
    stack = sorted(candidates, reverse=True)
    while stack:
        place = stack.pop()
        missing = [need for need in candidates[place].needs if need not in done]
        if place in done:
            continue
        if missing:
            stack += [place, *missing]
            continue
        done.add(place)
        order.append(place)
        # The last is taken first: those that nobody waits for, and those that need nothing else.
        stack += sorted(
            (one for one in waiting.get(place, ()) if one not in done),
            key=lambda one: (one in waiting, len(candidates[one].needs)),
            reverse=True,
        )
    return order
