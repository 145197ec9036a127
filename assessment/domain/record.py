"""The workshop record: what was done, in order. Nothing in it is ever changed or removed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EntryKind(StrEnum):
    """What can happen in a workshop."""

    OPENED = "opened"  # a vote was opened
    REVEALED = "revealed"
    SHOWN = "shown"  # what people had answered beforehand stands in for the first vote
    COUNTED = "counted"  # a show of hands or paper ballots, entered by the facilitator
    SETTLED = "settled"
    SKIPPED = "skipped"
    CLOSED = "closed"
    UNDONE = "undone"  # the latest entry that still counted no longer does


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the record. `seq` counts from 1; the seq of the entry that begins a round is that round's id.

    `counts` (only COUNTED) holds a number for each code of `response.ANSWER_CODES`. `level` and `note` belong to
    SETTLED, a note also to SKIPPED. `level_before` is the agreed level that SETTLED took the place of.
    """

    seq: int
    kind: EntryKind
    at: datetime  # UTC
    by: str = ""
    item_id: str | None = None
    level: int | None = None
    note: str = ""
    counts: tuple[int, ...] = ()
    level_before: int | None = None
    note_before: str = ""
