"""What a workshop leaves behind: item by item what was voted and settled, and every step in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from assessment.domain.agreement import FEWEST_RATERS
from assessment.domain.assessment import Assessment, Participant
from assessment.domain.checklist import Checklist, Item
from assessment.domain.record import Entry, EntryKind
from assessment.domain.revealed import RevealedRound
from assessment.domain.tally import Tally, tally
from assessment.domain.workshop import Workshop
from assessment.domain.workshop_parts import Names, Round


@dataclass(frozen=True, slots=True)
class Moves:
    """How those who voted in both of two rounds changed their level: numbers of people."""

    up: int
    down: int
    stayed: int

    @property
    def total(self) -> int:
        return self.up + self.down + self.stayed


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """A round that counts. `moves` since the round before; None for the first, for hands, and for fewer than three."""

    round: Round
    tally: Tally
    moves: Moves | None = None


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """What was done about one item. `rounds` are those that were revealed and count, oldest first.

    `settled` is None while the group has agreed on nothing. `skipped` put the item off, if that stands.
    """

    item: Item
    rounds: tuple[RoundRecord, ...]
    settled: Entry | None
    skipped: Entry | None

    @property
    def dissent(self) -> int | None:
        """How many voted another level than the settled one in the last round before it; None without either."""
        if self.settled is None or self.settled.level is None:
            return None
        before = [one.tally for one in self.rounds if one.round.id < self.settled.seq]
        return before[-1].raters - before[-1].level_counts[self.settled.level] if before else None


@dataclass(frozen=True)
class WorkshopRecord:
    """`rounds` are the revealed ones of this workshop, oldest first; `attendees` have joined by phone."""

    workshop: Workshop
    assessment: Assessment
    checklist: Checklist
    attendees: tuple[Participant, ...]
    participants: tuple[Participant, ...]  # of the assessment, also those who answered beforehand
    rounds: tuple[RevealedRound, ...]
    at: datetime  # UTC, when the record was read

    @property
    def names_open(self) -> bool:
        return self.workshop.settings.names is Names.OPEN

    @property
    def begun_at(self) -> datetime | None:
        """When the first item was taken up."""
        return self.workshop.begun_at

    @property
    def ended_at(self) -> datetime | None:
        """When the workshop was ended; None while it goes on."""
        latest = self.workshop.latest
        return latest.at if latest is not None and latest.kind is EntryKind.CLOSED else None

    @cached_property
    def attendees_by_role(self) -> Mapping[str, tuple[Participant, ...]]:
        """By role id, in the checklist's order; a person stands under each of their roles."""
        found = {role.id: tuple(one for one in self.attendees if role.id in one.roles) for role in self.checklist.roles}
        return {role: people for role, people in found.items() if people}

    @cached_property
    def items(self) -> tuple[ItemRecord, ...]:
        """The items that were taken up, in the order in which that happened first."""
        order = dict.fromkeys(entry.item_id for entry in self.workshop.counting if entry.item_id)
        return tuple(self._item(item_id) for item_id in order)

    @cached_property
    def left(self) -> tuple[Item, ...]:
        """The asked items that were never taken up, in the checklist's order."""
        taken = {one.item.id for one in self.items}
        return tuple(item for item in self.assessment.asked(self.checklist) if item.id not in taken)

    @cached_property
    def taken_back(self) -> Mapping[int, Entry]:
        """What was taken back, by the seq of the entry that did so."""
        standing: list[Entry] = []
        found: dict[int, Entry] = {}
        for entry in self.workshop.record:
            if entry.kind is EntryKind.UNDONE:
                found[entry.seq] = standing.pop()
            else:
                standing.append(entry)
        return found

    @property
    def undone(self) -> frozenset[int]:
        """The seq of every entry that was taken back."""
        return frozenset(entry.seq for entry in self.taken_back.values())

    @property
    def agreed(self) -> int:
        """How many items this workshop has agreed on."""
        return len(self.workshop.settled)

    def _item(self, item_id: str) -> ItemRecord:
        rounds = [one for one in self.rounds if one.item_id == item_id]
        counted = [
            RoundRecord(one.round, self._tally(one), _moves(before, one) if before else None)
            for before, one in zip([None, *rounds], rounds, strict=False)
        ]
        put_off = [one for one in self.workshop.counting if one.kind is EntryKind.SKIPPED and one.item_id == item_id]
        skipped = put_off[-1] if item_id in self.workshop.skipped else None
        settled = self.workshop.settled.get(item_id)
        return ItemRecord(self.checklist.item(item_id), tuple(counted), settled, skipped)

    def _tally(self, one: RevealedRound) -> Tally:
        if one.round.kind is EntryKind.COUNTED:
            return Tally(one.round.counts)
        return tally(one.ballots, self.participants, names_open=self.names_open)


def _moves(before: RevealedRound, after: RevealedRound) -> Moves | None:
    first, second = _levels(before), _levels(after)
    both = [(first[who], second[who]) for who in first if who in second]
    if len(both) < FEWEST_RATERS:
        return None
    return Moves(
        up=sum(later > earlier for earlier, later in both),
        down=sum(later < earlier for earlier, later in both),
        stayed=sum(later == earlier for earlier, later in both),
    )


def _levels(one: RevealedRound) -> dict[str, int]:
    return {ballot.participant_id: ballot.answer.level for ballot in one.ballots if ballot.answer.level is not None}
