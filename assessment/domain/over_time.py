"""One subject at several moments: what has moved, and what came of the plans."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.domain.action import Action
from assessment.domain.action_outcome import ActionOutcome, action_outcomes, aimed_at
from assessment.domain.assessment import Assessment
from assessment.domain.comparison import Comparison, Snapshot, compare
from assessment.domain.movement import Change, Movement, movements


@dataclass(frozen=True, slots=True)
class OverTime:
    """Two or more moments, the oldest first, all held against the targets of the latest."""

    comparison: Comparison
    movements: tuple[Movement, ...]
    outcomes: tuple[ActionOutcome, ...]

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        return tuple(one.assessment for one in self.comparison.snapshots)

    @property
    def then(self) -> Assessment:
        return self.assessments[0]

    @property
    def now(self) -> Assessment:
        return self.assessments[-1]

    def moved(self, change: Change) -> tuple[Movement, ...]:
        return tuple(one for one in self.movements if one.change is change)

    @property
    def risen_without_action(self) -> tuple[Movement, ...]:
        """Items that rose though no action aimed at them."""
        aimed = aimed_at(self.outcomes)
        return tuple(one for one in self.moved(Change.ROSE) if one.item.id not in aimed)

    @property
    def targets_changed(self) -> bool:
        """Whether a compared item had another target at an earlier moment."""
        own = [[one.results[item.id].target for item in self.comparison.items] for one in self.comparison.snapshots]
        return any(theirs != own[-1] for theirs in own)


def over_time(snapshots: Sequence[Snapshot], actions: Iterable[Action], *, today: date) -> OverTime:
    """At least two snapshots, in any order. `today` decides what is late."""
    ordered = sorted(snapshots, key=lambda one: (one.assessment.created_at, one.assessment.id))
    comparison = compare(ordered, targets=ordered[-1].assessment.targets)
    first, last = ordered[0].assessment.id, ordered[-1].assessment.id
    outcomes = action_outcomes(actions, comparison, now=last, today=today)
    return OverTime(comparison, movements(comparison, first, last), outcomes)
