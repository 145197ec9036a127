"""What was planned and what happened. An item that rose after an action did so after it, not necessarily through it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assessment.domain.action import Action
from assessment.domain.comparison import Comparison
from assessment.domain.scoring import ItemResult


class Aftermath(StrEnum):
    """What became of an item that an action was to lift."""

    REACHED = "reached"  # rose to the expected level or above
    ROSE = "rose"
    SAME = "same"
    FELL = "fell"
    OPEN = "open"  # no level then or now
    NOT_COMPARED = "not_compared"


class Verdict(StrEnum):
    """What can be said of an action now."""

    DONE_ROSE = "done_rose"  # every item that can be compared rose
    DONE_PARTLY = "done_partly"
    DONE_NOT_ROSE = "done_not_rose"
    DONE_UNCLEAR = "done_unclear"  # no item can be compared
    LATE = "late"
    UNOWNED = "unowned"
    UNDER_WAY = "under_way"


RISEN = (Aftermath.REACHED, Aftermath.ROSE)
MEASURED = (*RISEN, Aftermath.SAME, Aftermath.FELL)
DONE = (Verdict.DONE_ROSE, Verdict.DONE_PARTLY, Verdict.DONE_NOT_ROSE, Verdict.DONE_UNCLEAR)
SLIPPED = (Verdict.LATE, Verdict.UNOWNED)


@dataclass(frozen=True, slots=True)
class AimOutcome:
    """One item of an action. `before` and `after` are None when the item is not compared."""

    item_id: str
    expected: int
    before: ItemResult | None
    after: ItemResult | None

    @property
    def aftermath(self) -> Aftermath:
        if self.before is None or self.after is None:
            return Aftermath.NOT_COMPARED
        then, now = self.before.level, self.after.level
        if then is None or now is None:
            return Aftermath.OPEN
        if now > then:
            return Aftermath.REACHED if now >= self.expected else Aftermath.ROSE
        return Aftermath.SAME if now == then else Aftermath.FELL


@dataclass(frozen=True, slots=True)
class ActionOutcome:
    action: Action
    aims: tuple[AimOutcome, ...]
    today: date

    @property
    def verdict(self) -> Verdict:
        if not self.action.done:
            if self.action.late(self.today):
                return Verdict.LATE
            return Verdict.UNOWNED if self.action.unowned else Verdict.UNDER_WAY
        measured = [one.aftermath for one in self.aims if one.aftermath in MEASURED]
        if not measured:
            return Verdict.DONE_UNCLEAR
        risen = sum(one in RISEN for one in measured)
        if risen == len(measured):
            return Verdict.DONE_ROSE
        return Verdict.DONE_PARTLY if risen else Verdict.DONE_NOT_ROSE


ORDER = {verdict: place for place, verdict in enumerate((*SLIPPED, *DONE[2:0:-1], DONE[0], DONE[3], Verdict.UNDER_WAY))}


def action_outcomes(
    actions: Iterable[Action], comparison: Comparison, *, now: str, today: date
) -> tuple[ActionOutcome, ...]:
    """The actions of the earlier assessments of a comparison, held against the assessment with the id `now`.

    Those that slipped come first, then those that are done but after which nothing rose.
    """
    places = {item.id: place for place, item in enumerate(comparison.items)}

    def aim(action: Action, item_id: str, expected: int) -> AimOutcome:
        place = places.get(item_id)
        if place is None:
            return AimOutcome(item_id, expected, None, None)
        before, after = (comparison.results[id_][place] for id_ in (action.assessment_id, now))
        return AimOutcome(item_id, expected, before, after)

    found = [
        ActionOutcome(one, tuple(aim(one, item, level) for item, level in sorted(one.plan.aims.items())), today)
        for one in actions
        if one.assessment_id in comparison.results and one.assessment_id != now
    ]
    return tuple(sorted(found, key=lambda one: (ORDER[one.verdict], one.action.plan.due or date.max, one.action.id)))


def aimed_at(outcomes: Sequence[ActionOutcome]) -> frozenset[str]:
    """The ids of the items that any of the actions was to lift."""
    return frozenset(aim.item_id for one in outcomes for aim in one.aims)
