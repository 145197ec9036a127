"""A workshop: a group scores together, blind first. Its state is whatever its record says.

Lobby → vote → reveal → talk → (second vote → reveal) → settle → next item. One item at a time; every step can be taken
back. The methods that begin with a verb return the next line of the record or raise; they change nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Final

from assessment.domain.record import Entry, EntryKind
from assessment.domain.response import ANSWER_CODES, rated
from assessment.domain.workshop_errors import (
    AlreadyVoted,
    CountWrong,
    NobodyVoted,
    NothingCounted,
    NothingToShow,
    NothingToUndo,
    NoVoteOpen,
    VoteOpen,
    WorkshopClosed,
)
from assessment.domain.workshop_parts import BEGINS_ROUND, STAGES, Round, Settings, Stage

MOST_HANDS: Final = 5_000


@dataclass(frozen=True)
class Workshop:
    """`record` holds every entry, oldest first, also those that have been undone."""

    id: str
    assessment_id: str
    settings: Settings
    created_at: datetime  # UTC
    record: tuple[Entry, ...] = ()

    @property
    def version(self) -> int:
        """Grows with every line of the record."""
        return len(self.record)

    @cached_property
    def counting(self) -> tuple[Entry, ...]:
        """The entries that still count, oldest first."""
        left: list[Entry] = []
        for entry in self.record:
            if entry.kind is EntryKind.UNDONE:
                left.pop()
            else:
                left.append(entry)
        return tuple(left)

    @property
    def latest(self) -> Entry | None:
        return self.counting[-1] if self.counting else None

    @property
    def stage(self) -> Stage:
        return STAGES[self.latest.kind] if self.latest else Stage.LOBBY

    @property
    def item_id(self) -> str | None:
        """The item that the room looks at; None in the lobby and after the end."""
        showing = self.latest is not None and self.stage in (Stage.VOTING, Stage.REVEALED, Stage.SETTLED)
        return self.latest.item_id if showing and self.latest else None

    @cached_property
    def rounds(self) -> tuple[Round, ...]:
        """The rounds that count, oldest first."""
        found: list[Round] = []
        for entry in self.counting:
            if entry.kind in BEGINS_ROUND and entry.item_id is not None:
                if found and not found[-1].revealed:
                    found.pop()  # hands were counted instead of the phones
                revealed = entry.kind is not EntryKind.OPENED
                found.append(Round(entry.seq, entry.item_id, entry.kind, entry.at, entry.counts, revealed))
            elif entry.kind is EntryKind.REVEALED:
                found[-1] = replace(found[-1], revealed=True)
            elif found and not found[-1].revealed:
                found.pop()  # put off or settled in the middle of a vote: that vote is cancelled
        return tuple(found)

    def rounds_on(self, item_id: str) -> tuple[Round, ...]:
        return tuple(one for one in self.rounds if one.item_id == item_id)

    @property
    def round(self) -> Round | None:
        """The round that the room is in: open, or the latest one on the item in view."""
        item_id = self.item_id
        found = self.rounds_on(item_id) if item_id else ()
        return found[-1] if found else None

    @property
    def open_round(self) -> Round | None:
        """The round in which one can vote now."""
        return self.round if self.stage is Stage.VOTING else None

    @cached_property
    def settled(self) -> Mapping[str, Entry]:
        """The entry that settled each item, by item id."""
        return {one.item_id: one for one in self.counting if one.kind is EntryKind.SETTLED and one.item_id}

    @cached_property
    def skipped(self) -> frozenset[str]:
        """Items that were put off and neither voted on nor settled since."""
        put_off: set[str] = set()
        for entry in self.counting:
            if entry.item_id is None:
                continue
            if entry.kind is EntryKind.SKIPPED:
                put_off.add(entry.item_id)
            else:
                put_off.discard(entry.item_id)
        return frozenset(put_off)

    @property
    def begun_at(self) -> datetime | None:
        """When the first item was taken up."""
        return self.record[0].at if self.record else None

    def next_item(self, agenda: Sequence[str]) -> str | None:
        """The first item that is left, then the first that was skipped; None when all are settled."""
        left = [item for item in agenda if item not in self.settled and item != self.item_id]
        return next((item for item in left if item not in self.skipped), left[0] if left else None)

    # Steps

    def open_vote(self, item_id: str, *, at: datetime, by: str) -> Entry:
        """Let people vote on an item, for the first time or again. Raises VoteOpen or WorkshopClosed."""
        self._must_be_between()
        return self._next(EntryKind.OPENED, at, by, item_id=item_id)

    def reveal(self, *, votes: int, at: datetime, by: str) -> Entry:
        """Close the open round and show it. Raises NoVoteOpen, or NobodyVoted when there are no votes."""
        open_round = self.open_round
        if open_round is None:
            raise NoVoteOpen
        if not votes:
            raise NobodyVoted
        return self._next(EntryKind.REVEALED, at, by, item_id=open_round.item_id)

    def show_answers(self, item_id: str, *, answers: int, at: datetime, by: str) -> Entry:
        """Let what people answered beforehand be the first round. Raises AlreadyVoted or NothingToShow."""
        self._must_be_between()
        if self.rounds_on(item_id):
            raise AlreadyVoted
        if not answers:
            raise NothingToShow
        return self._next(EntryKind.SHOWN, at, by, item_id=item_id)

    def count_hands(self, item_id: str, counts: Sequence[int], *, votes: int = 0, at: datetime, by: str) -> Entry:
        """Enter a show of hands: a number for each of ANSWER_CODES. Raises CountWrong or NothingCounted.

        An open vote on the item gives way as long as nobody has cast one of its `votes`; else VoteOpen is raised.
        """
        self._must_be_between(item_id, votes)
        for count in counts:
            if not 0 <= count <= MOST_HANDS:
                raise CountWrong(count=count, limit=MOST_HANDS)
        if len(counts) != len(ANSWER_CODES) or not any(counts):
            raise NothingCounted
        return self._next(EntryKind.COUNTED, at, by, item_id=item_id, counts=tuple(counts))

    def settle(
        self,
        item_id: str,
        level: int,
        *,
        note: str,
        before: tuple[int, str] | None,
        votes: int = 0,
        at: datetime,
        by: str,
    ) -> Entry:
        """Agree on a level. `before` is the agreed level and note that this takes the place of.

        An open vote on the item gives way as long as nobody has cast one of its `votes`; else VoteOpen is raised.
        Raises WorkshopClosed or LevelOffScale too.
        """
        self._must_be_between(item_id, votes)
        rated(level)
        level_before, note_before = before if before else (None, "")
        return replace(
            self._next(EntryKind.SETTLED, at, by, item_id=item_id),
            level=level,
            note=note,
            level_before=level_before,
            note_before=note_before,
        )

    def skip(self, item_id: str, *, note: str, at: datetime, by: str) -> Entry:
        """Put an item off; in the middle of a vote on it, cancel that vote too."""
        if self.stage is Stage.CLOSED:
            raise WorkshopClosed
        if self.stage is Stage.VOTING and self.item_id != item_id:
            raise VoteOpen
        return replace(self._next(EntryKind.SKIPPED, at, by, item_id=item_id), note=note)

    def close(self, *, at: datetime, by: str) -> Entry:
        """End the workshop: nobody can join or vote any more."""
        self._must_be_between()
        return self._next(EntryKind.CLOSED, at, by)

    def undo(self, *, at: datetime, by: str) -> Entry:
        """Take back the latest step that counts. Raises NothingToUndo."""
        if self.latest is None:
            raise NothingToUndo
        return self._next(EntryKind.UNDONE, at, by, item_id=self.latest.item_id)

    def followed_by(self, entry: Entry) -> "Workshop":
        return replace(self, record=(*self.record, entry))

    def _must_be_between(self, item_id: str | None = None, votes: int = 0) -> None:
        """No vote is open, or only one on this item in which nobody has voted."""
        if self.stage is Stage.CLOSED:
            raise WorkshopClosed
        if self.stage is Stage.VOTING and (item_id != self.item_id or votes):
            raise VoteOpen

    def _next(
        self, kind: EntryKind, at: datetime, by: str, *, item_id: str | None = None, counts: tuple[int, ...] = ()
    ) -> Entry:
        return Entry(self.version + 1, kind, at, by, item_id=item_id, counts=counts)
