"""Messages: what one target group is told of what has been decided, and whether it was seen to land."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeAlias

from assessment.domain.entry import Entry, likely, one_line_of, text_of
from assessment.domain.entry_errors import DatesReversed, NameMissing
from assessment.domain.errors import AssessmentError, sentence


class Landed(StrEnum):
    """Whether a message was seen to land. NOT_CHECKED: nobody has looked yet. Unanswered is None."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_CHECKED = "not_checked"

    @property
    def seen(self) -> bool:
        """Somebody has looked."""
        return self is not Landed.NOT_CHECKED


class Lack(StrEnum):
    """What a message lacks, the most pressing first."""

    LATE = "late"
    NOT_LANDED = "not_landed"
    PARTLY_LANDED = "partly_landed"
    NOT_CHECKED = "not_checked"
    NO_TEXT = "no_text"
    NO_CHANGE = "no_change"
    NO_SENDER = "no_sender"
    NO_CHANNEL = "no_channel"
    NO_DAY = "no_day"


@dataclass(frozen=True, slots=True)
class MessageFacts:
    """What is registered about a message. Whatever is empty or None has not been stated.

    `group` is the target group; `change` what it is to do differently, from `applies_on`; `text` the open message.
    `sender` and `contact` are functions rather than persons. `sent_on` may lie ahead: then it is not sent yet.
    `restricted_where` and `restricted_who`: where the restricted part is kept and who may see it, never what it says.
    `basis` holds the ids of the activities, decision records, documents and actions that the message builds on.
    """

    group: str
    change: str = ""
    text: str = ""
    applies_on: date | None = None
    sender: str = ""
    channel: str = ""
    contact: str = ""
    planned_on: date | None = None
    sent_on: date | None = None
    landed: Landed | None = None
    seen_on: date | None = None
    seen_how: str = ""
    restricted_where: str = ""
    restricted_who: str = ""
    basis: frozenset[str] = frozenset()

    def sent(self, today: date) -> bool:
        return self.sent_on is not None and self.sent_on <= today

    def goes_out(self, today: date) -> date | None:
        """The day on which it is to be sent; None when it is sent, or when no day is stated."""
        return None if self.sent(today) else self.sent_on or self.planned_on

    def late(self, today: date) -> bool:
        day = self.goes_out(today)
        return day is not None and day < today

    def lacks(self, today: date) -> tuple[Lack, ...]:
        """What is missing, in the order of `Lack`; nothing when the message has landed with all that it needs."""
        sent = self.sent(today)
        found = {
            Lack.LATE: self.late(today),
            Lack.NOT_LANDED: self.landed is Landed.NO,
            Lack.PARTLY_LANDED: self.landed is Landed.PARTLY,
            Lack.NOT_CHECKED: sent and (self.landed is None or not self.landed.seen),
            Lack.NO_TEXT: not self.text,
            Lack.NO_CHANGE: not self.change,
            Lack.NO_SENDER: not self.sender,
            Lack.NO_CHANNEL: not self.channel,
            Lack.NO_DAY: not sent and self.goes_out(today) is None,
        }
        return tuple(lack for lack in Lack if found[lack])


Message: TypeAlias = Entry[MessageFacts]

LINES: Final = ("group", "sender", "channel", "contact", "restricted_where", "restricted_who")
TEXTS: Final = ("change", "text", "seen_how")
DAYS: Final = ("applies_on", "planned_on", "sent_on", "seen_on")
MESSAGE_FIELD: Final = {
    "group": sentence("Target group"),
    "change": sentence("What the group does differently"),
    "text": sentence("The message"),
    "applies_on": sentence("Applies from"),
    "sender": sentence("Sender"),
    "channel": sentence("Channel"),
    "contact": sentence("Answers questions"),
    "planned_on": sentence("To be sent"),
    "sent_on": sentence("Sent"),
    "landed": sentence("Has it landed?"),
    "seen_on": sentence("Seen on"),
    "seen_how": sentence("How it was seen"),
    "restricted_where": sentence("Where the restricted part is kept"),
    "restricted_who": sentence("Who may see the restricted part"),
    "basis": sentence("Builds on"),
    "archived": sentence("Archived"),
}


class MessageUnknown(AssessmentError):
    text = sentence("This message does not exist. Choose another in the list.")


class BasisUnknown(AssessmentError):
    text = sentence("The message builds on something that is no longer there. Choose anew under “{field}”.")


class NotSentYet(AssessmentError):
    """It is said that the message was seen to land, or not, and there is no day on which it was sent."""

    text = sentence(
        "“{seen}” is filled in, but not “{sent}”. Fill in the day when it was sent, or empty “{seen}”. "
        "Nothing is saved."
    )


def checked_message(facts: MessageFacts) -> MessageFacts:
    """`facts` tidied. Raises NameMissing, FieldTooLong, DateUnlikely, DatesReversed or NotSentYet."""
    clean: dict[str, Any] = {name: one_line_of(getattr(facts, name), field=MESSAGE_FIELD[name]) for name in LINES}
    clean |= {name: text_of(getattr(facts, name), field=MESSAGE_FIELD[name]) for name in TEXTS}
    if not clean["group"]:
        raise NameMissing(field=MESSAGE_FIELD["group"])
    for name in DAYS:
        likely(getattr(facts, name), field=MESSAGE_FIELD[name])
    _check_landing(facts)
    return replace(facts, **clean)


def _check_landing(facts: MessageFacts) -> None:
    """Nothing can be seen to land before it is sent."""
    if facts.sent_on is None:
        if facts.seen_on or (facts.landed and facts.landed.seen):
            named = "seen_on" if facts.seen_on else "landed"
            raise NotSentYet(seen=MESSAGE_FIELD[named], sent=MESSAGE_FIELD["sent_on"])
    elif facts.seen_on and facts.seen_on < facts.sent_on:
        raise DatesReversed(
            earlier=MESSAGE_FIELD["sent_on"],
            first=facts.sent_on.isoformat(),
            later=MESSAGE_FIELD["seen_on"],
            second=facts.seen_on.isoformat(),
        )
