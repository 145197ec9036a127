"""What has been told to whom: the messages of an organisation by target group, and what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assessment.domain.kind import Kind
from assessment.domain.message import Lack, Landed, Message


@dataclass(frozen=True, slots=True)
class Basis:
    """Something that a message can build on. A decision record has the name of its activity."""

    kind: Kind
    name: str


@dataclass(frozen=True)
class MessageOverview:
    """`entries` are all messages of an organisation, the archived ones too, as of `today`.

    `bases` is what messages may have been built on, by id, archived and superseded entries too; not what is gone.
    """

    entries: tuple[Message, ...]
    today: date
    bases: Mapping[str, Basis]

    @cached_property
    def messages(self) -> tuple[Message, ...]:
        """Those that are not archived, by target group, then by day."""
        kept = [one for one in self.entries if not one.archived]
        return tuple(sorted(kept, key=lambda one: (group_key(one.facts.group), self._day(one), one.id)))

    def _day(self, message: Message) -> date:
        return message.facts.sent_on or message.facts.planned_on or date.max

    @property
    def archived(self) -> tuple[Message, ...]:
        return tuple(one for one in self.entries if one.archived)

    @cached_property
    def by_group(self) -> Mapping[str, tuple[Message, ...]]:
        """The messages of each target group, by its name as it was first written. Capitals make no new group."""
        named: dict[str, str] = {}
        found: dict[str, list[Message]] = {}
        for one in self.messages:
            name = named.setdefault(group_key(one.facts.group), one.facts.group)
            found.setdefault(name, []).append(one)
        return {name: tuple(listed) for name, listed in found.items()}

    @cached_property
    def sent(self) -> tuple[Message, ...]:
        return tuple(one for one in self.messages if one.facts.sent(self.today))

    @cached_property
    def landed(self) -> tuple[Message, ...]:
        """Sent, and seen to have landed whole."""
        return tuple(one for one in self.sent if one.facts.landed is Landed.YES)

    def lacking(self, *lacks: Lack) -> tuple[Message, ...]:
        """Those that lack any of these."""
        return tuple(one for one in self.messages if set(lacks) & set(one.facts.lacks(self.today)))

    @cached_property
    def late(self) -> tuple[Message, ...]:
        """Longest late first."""
        return tuple(sorted(self.lacking(Lack.LATE), key=lambda one: one.facts.goes_out(self.today) or date.max))

    @cached_property
    def unchecked(self) -> tuple[Message, ...]:
        """Sent, and nobody has seen whether they landed; the oldest first."""
        return tuple(sorted(self.lacking(Lack.NOT_CHECKED), key=self._day))

    @cached_property
    def missed(self) -> tuple[Message, ...]:
        """Seen to have landed only in part, or not at all."""
        return self.lacking(Lack.NOT_LANDED, Lack.PARTLY_LANDED)

    @cached_property
    def reached(self) -> tuple[str, ...]:
        """The target groups in which every message has been seen to land."""
        whole = set(self.landed)
        return tuple(name for name, listed in self.by_group.items() if whole.issuperset(listed))


def group_key(name: str) -> str:
    """What two spellings of the same target group have in common."""
    return " ".join(name.split()).casefold()
