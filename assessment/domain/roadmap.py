"""A plan laid out over half-years.

The points of a half-year are spent step by step in the plan's order. A level for which they do not suffice is begun and
goes on in the next half-year; it counts when it is done. So the points are used to the last, and a budget that was
enough for the plan is enough for the roadmap.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.domain.cheapest_path import CheapestPath
from assessment.domain.half_year import HalfYear, half_year_of
from assessment.domain.lift_order import LevelStep
from assessment.domain.planning_costs import checked_points
from assessment.domain.planning_goal import MOST_HALF_YEARS
from assessment.domain.scoring import ItemResult
from assessment.domain.what_if import expected


@dataclass(frozen=True, slots=True)
class Piece:
    """Work on one level of an item within one half-year, for `points` of the step's points."""

    step: LevelStep
    points: int
    begun_before: bool = False  # in an earlier half-year
    done: bool = True  # else it goes on in the next


@dataclass(frozen=True, slots=True)
class Phase:
    """`half_year` is None when there is no budget and all stands in one list.

    `lifts` holds the levels reached so far, by item id, of the items that have been lifted by the end of the phase.
    """

    half_year: HalfYear | None
    pieces: tuple[Piece, ...]
    lifts: Mapping[str, int]

    @property
    def points(self) -> int:
        return sum(piece.points for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Roadmap:
    """`later` are the steps that are not done after the longest time that is planned for, twenty years."""

    results: tuple[ItemResult, ...]
    phases: tuple[Phase, ...]
    later: tuple[LevelStep, ...] = ()

    def after(self, phase: Phase) -> tuple[ItemResult, ...]:
        """The results as they are expected after one of the phases, to be scored like any others."""
        return expected(self.results, phase.lifts)


def roadmap(path: CheapestPath, *, start: date, budget: int | None = None) -> Roadmap:
    """`budget` is points for each half-year, from that of `start` on; None puts all in one list.

    Raises PointsUnlikely.
    """
    if not path.steps:
        return Roadmap(path.results, ())
    if budget is None:
        whole = tuple(Piece(step, step.points) for step in path.steps)
        return Roadmap(path.results, (Phase(None, whole, path.levels),))
    half_year, lifts, phases = half_year_of(start), dict[str, int](), list[Phase]()
    for pieces in _shared_out(path.steps, checked_points(budget)):
        if len(phases) == MOST_HALF_YEARS:
            break
        lifts = lifts | {piece.step.item_id: piece.step.after for piece in pieces if piece.done}
        phases.append(Phase(half_year, pieces, lifts))
        half_year = half_year.next
    done = sum(piece.done for phase in phases for piece in phase.pieces)
    return Roadmap(path.results, tuple(phases), path.steps[done:])


def _shared_out(steps: Sequence[LevelStep], budget: int) -> Iterator[tuple[Piece, ...]]:
    """The pieces of one half-year after the other."""
    pieces: list[Piece] = []
    left = budget
    for step in steps:
        due = step.points
        while due:
            spent = min(due, left)
            pieces.append(Piece(step, spent, begun_before=due < step.points, done=spent == due))
            due -= spent
            left -= spent
            if not left:
                yield tuple(pieces)
                pieces, left = [], budget
    if pieces:
        yield tuple(pieces)
