"""What has become of each compared item between two assessments of the same subject."""

from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.checklist import Item
from assessment.domain.comparison import Comparison
from assessment.domain.scoring import ItemResult


class Change(StrEnum):
    """Levels are compared only where both are known; what nobody knows is no level."""

    ROSE = "rose"
    FELL = "fell"
    SAME = "same"
    BECAME_KNOWN = "became_known"
    BECAME_OPEN = "became_open"
    STAYED_OPEN = "stayed_open"


class Ground(StrEnum):
    """Where the two levels come from."""

    ANSWERS = "answers"  # the participants' median both times
    AGREED = "agreed"  # what the group agreed on both times
    NOW_AGREED = "now_agreed"
    THEN_AGREED = "then_agreed"


@dataclass(frozen=True, slots=True)
class Movement:
    """One item then and now."""

    before: ItemResult
    after: ItemResult

    @property
    def item(self) -> Item:
        return self.after.item

    @property
    def steps(self) -> int:
        """Levels up (positive) or down; 0 unless both are known."""
        if self.before.level is None or self.after.level is None:
            return 0
        return self.after.level - self.before.level

    @property
    def change(self) -> Change:
        if self.before.open:
            return Change.STAYED_OPEN if self.after.open else Change.BECAME_KNOWN
        if self.after.open:
            return Change.BECAME_OPEN
        return Change.ROSE if self.steps > 0 else Change.FELL if self.steps < 0 else Change.SAME

    @property
    def ground(self) -> Ground:
        if self.before.agreed:
            return Ground.AGREED if self.after.agreed else Ground.THEN_AGREED
        return Ground.NOW_AGREED if self.after.agreed else Ground.ANSWERS


def movements(comparison: Comparison, then: str, now: str) -> tuple[Movement, ...]:
    """Every compared item of two of the assessments, by their ids: largest steps first, then as in the checklist."""
    pairs = zip(comparison.results[then], comparison.results[now], strict=True)
    return tuple(sorted((Movement(*pair) for pair in pairs), key=lambda one: -abs(one.steps)))
