"""Activities: the parts of an organisation's work that society cannot do without (*samhällsviktig verksamhet*)."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeAlias

from assessment.domain.entry import Entry, likely, one_line_of, text_of
from assessment.domain.entry_errors import DatesReversed, NameMissing
from assessment.domain.errors import AssessmentError, sentence


class Situation(StrEnum):
    """What a need has been thought through for, the mildest first."""

    PEACETIME_CRISIS = "peacetime_crisis"
    HEIGHTENED_ALERT = "heightened_alert"
    WAR = "war"


class Operation(StrEnum):
    """Who carries out an activity or a delivery today."""

    OWN = "own"
    OWN_COMPANY = "own_company"
    OTHER_PUBLIC = "other_public"
    PROCURED = "procured"
    SYSTEM_OF_CHOICE = "system_of_choice"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ActivityFacts:
    """What is registered about an activity. Whatever is empty or None has not been stated.

    `need_owner`, `risk_owner` (who may accept the risk that remains), `procurement` and `preparedness` (who is
    responsible there) are functions rather than persons. `decided_on`: when management decided that the activity is
    vital; `review_on`: when that is to be looked over.
    """

    name: str
    why: str = ""
    function: str = ""
    volume: str = ""
    situations: frozenset[Situation] = frozenset()
    operation: Operation | None = None
    need_owner: str = ""
    risk_owner: str = ""
    procurement: str = ""
    preparedness: str = ""
    decided_on: date | None = None
    review_on: date | None = None
    note: str = ""

    @property
    def unnamed_roles(self) -> tuple[str, ...]:
        """The responsibilities that nobody has been named for."""
        return tuple(name for name in ROLES if not getattr(self, name))


Activity: TypeAlias = Entry[ActivityFacts]

ROLES: Final = ("need_owner", "risk_owner", "procurement", "preparedness")
ACTIVITY_FIELD: Final = {
    "name": sentence("Activity"),
    "why": sentence("Why society cannot do without it"),
    "function": sentence("What must work"),
    "volume": sentence("How much, at the least"),
    "situations": sentence("Thought through for"),
    "operation": sentence("Carried out today by"),
    "need_owner": sentence("Owns the need"),
    "risk_owner": sentence("May accept remaining risk"),
    "procurement": sentence("Responsible for procurement"),
    "preparedness": sentence("Responsible for preparedness"),
    "decided_on": sentence("Decided as vital"),
    "review_on": sentence("To be reviewed"),
    "note": sentence("Notes"),
    "archived": sentence("Archived"),
}


class ActivityUnknown(AssessmentError):
    text = sentence("This activity does not exist. Choose another in the register.")


def checked_activity(facts: ActivityFacts) -> ActivityFacts:
    """`facts` tidied. Raises NameMissing, FieldTooLong, DateUnlikely or DatesReversed."""
    clean: dict[str, Any] = {
        name: one_line_of(getattr(facts, name), field=ACTIVITY_FIELD[name]) for name in ("name", "volume", *ROLES)
    }
    clean |= {name: text_of(getattr(facts, name), field=ACTIVITY_FIELD[name]) for name in ("why", "function", "note")}
    if not clean["name"]:
        raise NameMissing(field=ACTIVITY_FIELD["name"])
    for name in ("decided_on", "review_on"):
        likely(getattr(facts, name), field=ACTIVITY_FIELD[name])
    if facts.decided_on and facts.review_on and facts.review_on < facts.decided_on:
        raise DatesReversed(
            earlier=ACTIVITY_FIELD["decided_on"],
            first=facts.decided_on.isoformat(),
            later=ACTIVITY_FIELD["review_on"],
            second=facts.review_on.isoformat(),
        )
    return replace(facts, **clean)
