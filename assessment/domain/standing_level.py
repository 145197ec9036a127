"""Which agreed level stands once a settled one is taken back. Several workshops may have settled the same item."""

from collections.abc import Sequence
from datetime import datetime

from assessment.domain.record import Entry, EntryKind
from assessment.domain.workshop import Workshop


def standing_level(workshops: Sequence[Workshop], undone: Entry) -> tuple[tuple[int, str], datetime | None] | None:
    """Level and note after `undone` was taken back in one of the workshops, and when that level was settled.

    The latest that still counts in any of them, else what there was before the first of them, of which no moment is
    known. None when the item is no longer settled.
    """
    item_id = undone.item_id
    counting = [one.settled[item_id] for one in workshops if item_id is not None and item_id in one.settled]
    if counting:
        latest = max(counting, key=lambda entry: entry.at)
        told = _told(latest)
        return None if told is None else (told, latest.at)
    every = [entry for one in workshops for entry in one.record if _settles(entry, item_id) and entry.at < undone.at]
    first = undone
    for entry in sorted(every, key=lambda entry: entry.at, reverse=True):
        if _told(entry) == _before(first):
            first = entry
    before = _before(first)
    return None if before is None else (before, None)


def _settles(entry: Entry, item_id: str | None) -> bool:
    return entry.kind is EntryKind.SETTLED and entry.item_id == item_id


def _told(entry: Entry) -> tuple[int, str] | None:
    return None if entry.level is None else (entry.level, entry.note)


def _before(entry: Entry) -> tuple[int, str] | None:
    return None if entry.level_before is None else (entry.level_before, entry.note_before)
