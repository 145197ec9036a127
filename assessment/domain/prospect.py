"""The profile now beside the profile as it would be if the chosen actions did what is expected of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.action import Action
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemResult, ItemState, Score, score
from assessment.domain.what_if import TooEarly, what_if


@dataclass(frozen=True, slots=True)
class Shift:
    """A dimension, or the whole: as it is, and as it is expected to be."""

    now: Score
    then: Score

    @property
    def moved(self) -> bool:
        """Whether the index, the floor or the number at target differs."""
        return _summary(self.now) != _summary(self.then)


def _summary(score: Score) -> tuple[object, ...]:
    return score.index, score.floor, len(score.at_target)


@dataclass(frozen=True, slots=True)
class Lift:
    """One item that would stand higher, or would get a level where it has none."""

    before: ItemResult
    after: ItemResult

    @property
    def guessed(self) -> bool:
        """Whether nobody knows where the item stands today, so that even the start is a guess."""
        return self.before.open


@dataclass(frozen=True, slots=True)
class Prospect:
    """`chosen` counts the actions. `lifts` stand in the checklist's order, `dimensions` hold those that are asked."""

    chosen: int
    whole: Shift
    dimensions: Mapping[str, Shift]
    lifts: tuple[Lift, ...]
    too_early: tuple[TooEarly, ...]
    results: Mapping[str, ItemResult]  # as expected, by item id

    @property
    def guesses(self) -> int:
        """How many of the lifted items have no level today."""
        return sum(one.guessed for one in self.lifts)

    @property
    def newly_at_target(self) -> int:
        """How many items reach their target that do not reach it now."""
        return len(self.whole.then.at_target) - len(self.whole.now.at_target)


def prospect(report: AssessmentReport, actions: Sequence[Action]) -> Prospect:
    """What the actions lead to. One that is done counts like the others: what it has led to stands in the answers."""
    found = what_if(report.results, [action.plan.aims for action in actions])
    changed = set(found.lifted)
    then: dict[str, list[ItemResult]] = {}
    for one in found.results:
        then.setdefault(one.item.dimension, []).append(one)
    return Prospect(
        chosen=len(actions),
        whole=Shift(report.total, score(found.results)),
        dimensions={id_: Shift(now, score(then[id_])) for id_, now in report.dimensions.items()},
        lifts=tuple(
            Lift(before, after)
            for before, after in zip(report.results, found.results, strict=True)
            if before.item.id in changed
        ),
        too_early=found.too_early,
        results={one.item.id: one for one in found.results},
    )


def proven(action: Action, results: Iterable[ItemResult]) -> bool:
    """Whether the answers say that every question of the action that applies stands where it was to be lifted to.

    False when none of them applies: then nothing can be said.
    """
    aims = action.plan.aims
    theirs = [one for one in results if one.item.id in aims and one.state is not ItemState.NOT_APPLICABLE]
    return bool(theirs) and all(one.level is not None and one.level >= aims[one.item.id] for one in theirs)
