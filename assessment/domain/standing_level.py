"""Which agreed level stands once a settled one is taken back. Several workshops may have settled the same item."""

from collections.abc import Sequence

from assessment.domain.record import Entry, EntryKind
from assessment.domain.workshop import Workshop


def standing_level(workshops: Sequence[Workshop], undone: Entry) -> tuple[int, str] | None:
    """Level and note after `undone` was taken back in one of the workshops; None when the item is no longer settled.

    The latest that still counts in any of them, else what there was before the first of them.
    """
    item_id = undone.item_id
    counting = [one.settled[item_id] for one in workshops if item_id is not None and item_id in one.settled]
    if counting:
        latest = max(counting, key=lambda entry: entry.at)
        return _told(latest)
    every = [entry for one in workshops for entry in one.record if _settles(entry, item_id) and entry.at < undone.at]
    first = undone
    for entry in sorted(every, key=lambda entry: entry.at, reverse=True):
        if _told(entry) == _before(first):
            first = entry
    return _before(first)


def _settles(entry: Entry, item_id: str | None) -> bool:
    return entry.kind is EntryKind.SETTLED and entry.item_id == item_id


def _told(entry: Entry) -> tuple[int, str] | None:
    return None if entry.level is None else (entry.level, entry.note)


def _before(entry: Entry) -> tuple[int, str] | None:
    return None if entry.level_before is None else (entry.level_before, entry.note_before)
