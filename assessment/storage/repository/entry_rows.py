"""What every kind of entry shares in the database, and the history, to which lines are only ever added."""

from collections.abc import Iterable
from typing import Any, TypeVar

from sqlmodel import Session, col, select

from assessment.domain.entry import Entry, EntryChange
from assessment.storage.tables import EntryChangeRow
from assessment.storage.tables.register import EntryColumns

Facts = TypeVar("Facts")


def entry_of(row: EntryColumns, facts: Facts) -> Entry[Facts]:
    return Entry(
        id=row.id,
        organisation_id=row.organisation_id,
        facts=facts,
        created_at=row.created_at,
        changed_at=row.changed_at,
        changed_by=row.changed_by,
        version=row.version,
        archived=row.archived,
    )


def entry_columns(entry: Entry[Any]) -> dict[str, Any]:
    """The values of the columns that every kind of entry has."""
    return {
        "id": entry.id,
        "organisation_id": entry.organisation_id,
        "created_at": entry.created_at,
        "changed_at": entry.changed_at,
        "changed_by": entry.changed_by,
        "version": entry.version,
        "archived": entry.archived,
    }


def add_entry_changes(session: Session, organisation_id: str, changes: Iterable[EntryChange]) -> None:
    session.add_all(
        EntryChangeRow(
            entry_id=one.entry_id,
            version=one.version,
            field=one.field,
            organisation_id=organisation_id,
            before=one.before,
            after=one.after,
            at=one.at,
            by=one.by,
        )
        for one in changes
    )
    session.flush()


def entry_changes(session: Session, entry_id: str) -> tuple[EntryChange, ...]:
    """An entry's history, oldest first."""
    chosen = select(EntryChangeRow).where(EntryChangeRow.entry_id == entry_id)
    rows = session.exec(chosen.order_by(col(EntryChangeRow.version), col(EntryChangeRow.field))).all()
    return tuple(
        EntryChange(row.entry_id, row.version, row.field, row.before, row.after, row.at, row.by) for row in rows
    )
