"""Entries of every kind: add, change, archive and restore them, with versions and history.

A writer names the version that was on the screen. When somebody else was first, EntryChanged is raised, nothing is
changed, and both values can be shown. A kind of entry is described by its `Shelf`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from secrets import token_urlsafe
from typing import Any, Generic, TypeVar

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.entry import ARCHIVED, Entry, EntryChange, changed_fields, written_facts
from assessment.domain.entry_errors import EntryChanged
from assessment.domain.viewer import Viewer
from assessment.services.assessments import ID_BYTES
from assessment.services.clock import now
from assessment.storage.database import reading, unit_of_work
from assessment.storage.repository import entry_rows, organisation_rows

Facts = TypeVar("Facts")


def _fits_anywhere(session: Session, organisation_id: str, facts: object) -> None:
    """What most kinds of entry say."""


def _returns_always(session: Session, entry: Entry[Any]) -> None:
    """What most kinds of entry say."""


@dataclass(frozen=True, slots=True)
class Shelf(Generic[Facts]):
    """How one kind of entry is checked, found and stored.

    `checked` tidies the facts or raises; `must_fit` raises when they do not belong to the organisation with that id;
    `may_return` raises when an archived entry cannot be taken back.
    """

    find: Callable[[Session, str], Entry[Facts]]
    save: Callable[[Session, Entry[Facts]], None]
    checked: Callable[[Facts], Facts]
    must_fit: Callable[[Session, str, Facts], None] = _fits_anywhere
    may_return: Callable[[Session, Entry[Facts]], None] = _returns_always


def entry(engine: Engine, viewer: Viewer, shelf: Shelf[Facts], entry_id: str) -> Entry[Facts]:
    """Raises what the shelf raises for an unknown one. Archived ones are found too."""
    viewer.must_read()
    with reading(engine) as session:
        return shelf.find(session, entry_id)


def history(engine: Engine, viewer: Viewer, entry_id: str) -> tuple[EntryChange, ...]:
    """Who changed what, oldest first."""
    viewer.must_read()
    with reading(engine) as session:
        return entry_rows.entry_changes(session, entry_id)


def add(engine: Engine, viewer: Viewer, shelf: Shelf[Facts], organisation_id: str, facts: Facts) -> Entry[Facts]:
    """Raises OrganisationUnknown, and what the shelf's `checked` and `must_fit` raise."""
    viewer.must_steward()
    clean = shelf.checked(facts)
    with unit_of_work(engine) as session:
        organisation_rows.organisation(session, organisation_id)
        shelf.must_fit(session, organisation_id, clean)
        return write_new(session, shelf, organisation_id, clean, by=viewer.name)


def change(
    engine: Engine, viewer: Viewer, shelf: Shelf[Facts], entry_id: str, *, version: int, facts: Facts
) -> Entry[Facts]:
    """Replace the facts; when nothing differs, nothing is written. Raises EntryChanged, and what `add` raises."""
    viewer.must_steward()
    clean = shelf.checked(facts)
    with unit_of_work(engine) as session:
        before = _expected(session, shelf, entry_id, version)
        names = changed_fields(before.facts, clean)
        if not names:
            return before
        shelf.must_fit(session, before.organisation_id, clean)
        after = replace(before, facts=clean, changed_at=now(), changed_by=viewer.name, version=version + 1)
        shelf.save(session, after)
        _note(session, after, written_facts(before.facts), names)
        return after


def archive(engine: Engine, viewer: Viewer, shelf: Shelf[Facts], entry_id: str, *, version: int) -> Entry[Facts]:
    """Lay the entry aside; all that points to it stays whole. Raises EntryChanged."""
    return _set_archived(engine, viewer, shelf, entry_id, version=version, archived=True)


def restore(engine: Engine, viewer: Viewer, shelf: Shelf[Facts], entry_id: str, *, version: int) -> Entry[Facts]:
    """Take an archived entry back. Raises EntryChanged, and what the shelf's `may_return` raises."""
    return _set_archived(engine, viewer, shelf, entry_id, version=version, archived=False)


def write_new(
    session: Session, shelf: Shelf[Facts], organisation_id: str, facts: Facts, *, by: str, entry_id: str = ""
) -> Entry[Facts]:
    """Store an entry within a transaction. `facts` must have been checked."""
    moment = now()
    made = Entry(entry_id or token_urlsafe(ID_BYTES), organisation_id, facts, moment, moment, by, version=1)
    shelf.save(session, made)
    _note(session, made, {}, [name for name, text in written_facts(facts).items() if text])
    return made


def _set_archived(
    engine: Engine, viewer: Viewer, shelf: Shelf[Facts], entry_id: str, *, version: int, archived: bool
) -> Entry[Facts]:
    viewer.must_steward()
    with unit_of_work(engine) as session:
        before = _expected(session, shelf, entry_id, version, archived=not archived)
        if not archived:
            shelf.may_return(session, before)
        after = replace(before, archived=archived, changed_at=now(), changed_by=viewer.name, version=version + 1)
        shelf.save(session, after)
        line = EntryChange(
            after.id,
            after.version,
            ARCHIVED,
            str(before.archived),
            str(archived),
            after.changed_at,
            after.changed_by,
        )
        entry_rows.add_entry_changes(session, after.organisation_id, [line])
        return after


def _expected(
    session: Session, shelf: Shelf[Facts], entry_id: str, version: int, *, archived: bool = False
) -> Entry[Facts]:
    found = shelf.find(session, entry_id)
    if found.version != version or found.archived is not archived:
        raise EntryChanged(who=found.changed_by or "–")
    return found


def _note(session: Session, after: Entry[Any], before: dict[str, str], names: list[str] | tuple[str, ...]) -> None:
    texts = written_facts(after.facts)
    lines = [
        EntryChange(
            after.id, after.version, name, before.get(name, ""), texts[name], after.changed_at, after.changed_by
        )
        for name in names
    ]
    entry_rows.add_entry_changes(session, after.organisation_id, lines)
