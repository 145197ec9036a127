"""Workshops and their record, to which lines are only ever added."""

from sqlalchemy import update
from sqlmodel import Session, col, select

from assessment.domain.record import Entry, EntryKind
from assessment.domain.workshop import Workshop
from assessment.domain.workshop_errors import WorkshopUnknown
from assessment.domain.workshop_parts import Agenda, Names, Settings, Stage
from assessment.storage.tables import WorkshopEntryRow, WorkshopRow


def add_workshop(session: Session, workshop: Workshop, *, code_number: int) -> None:
    chosen = workshop.settings
    session.add(
        WorkshopRow(
            id=workshop.id,
            assessment_id=workshop.assessment_id,
            names=chosen.names.value,
            agenda=chosen.agenda.value,
            minutes=chosen.minutes,
            facilitator=chosen.facilitator,
            code_number=code_number,
            created_at=workshop.created_at,
        )
    )
    session.flush()


def workshop(session: Session, workshop_id: str) -> Workshop:
    """Raises WorkshopUnknown."""
    row = session.get(WorkshopRow, workshop_id)
    if row is None:
        raise WorkshopUnknown
    chosen = select(WorkshopEntryRow).where(WorkshopEntryRow.workshop_id == workshop_id)
    entries = session.exec(chosen.order_by(col(WorkshopEntryRow.seq))).all()
    return _workshop(row, tuple(map(_entry, entries)))


def workshops(session: Session, assessment_id: str) -> tuple[Workshop, ...]:
    """All workshops of an assessment, the latest first."""
    chosen = select(WorkshopRow.id).where(WorkshopRow.assessment_id == assessment_id)
    ids = session.exec(chosen.order_by(col(WorkshopRow.created_at).desc(), col(WorkshopRow.id))).all()
    return tuple(workshop(session, id_) for id_ in ids)


def workshop_version(session: Session, workshop_id: str) -> int | None:
    """How many lines the record has; None when the workshop is gone."""
    return session.exec(select(WorkshopRow.version).where(WorkshopRow.id == workshop_id)).first()


def workshop_versions(session: Session, workshop_ids: list[str]) -> dict[str, int]:
    """The versions of those that are still there."""
    chosen = select(WorkshopRow.id, WorkshopRow.version).where(col(WorkshopRow.id).in_(workshop_ids))
    return dict(session.exec(chosen).all())


def open_workshops(session: Session) -> list[tuple[str, int]]:
    """Id and code number of every workshop that has not ended."""
    chosen = select(WorkshopRow.id, WorkshopRow.code_number).where(col(WorkshopRow.closed).is_(False))
    return [(id_, number) for id_, number in session.exec(chosen.order_by(col(WorkshopRow.id))).all()]


def code_numbers(session: Session) -> list[tuple[str, int]]:
    """Id and code number of every workshop, also of those that have ended."""
    chosen = select(WorkshopRow.id, WorkshopRow.code_number).order_by(col(WorkshopRow.id))
    return [(id_, number) for id_, number in session.exec(chosen).all()]


def code_number(session: Session, workshop_id: str) -> int:
    """Raises WorkshopUnknown."""
    found = session.exec(select(WorkshopRow.code_number).where(WorkshopRow.id == workshop_id)).first()
    if found is None:
        raise WorkshopUnknown
    return found


def change_code_number(session: Session, workshop_id: str, number: int) -> None:
    session.execute(update(WorkshopRow).where(col(WorkshopRow.id) == workshop_id).values(code_number=number))


def let_phones_in(session: Session, workshop_id: str, *, allowed: bool) -> None:
    session.execute(update(WorkshopRow).where(col(WorkshopRow.id) == workshop_id).values(phones=allowed))


def phones_wanted(session: Session) -> bool:
    """Whether a workshop that has not ended lets phones in."""
    chosen = select(WorkshopRow.id).where(col(WorkshopRow.closed).is_(False), col(WorkshopRow.phones).is_(True))
    return session.exec(chosen.limit(1)).first() is not None


def open_rounds(session: Session, workshop_ids: set[str]) -> dict[str, tuple[int, str]]:
    """Id and item of the round that is open in each of the workshops; the others are left out."""
    chosen = select(WorkshopRow.id, WorkshopRow.open_round, WorkshopRow.open_item).where(
        col(WorkshopRow.id).in_(workshop_ids), col(WorkshopRow.open_round).is_not(None)
    )
    return {id_: (number, item) for id_, number, item in session.exec(chosen).all() if number and item}


def add_entry(session: Session, before: Workshop, entry: Entry) -> Workshop:
    """Add a line to the record and return the workshop as it stands with it."""
    after = before.followed_by(entry)
    session.add(
        WorkshopEntryRow(
            workshop_id=before.id,
            seq=entry.seq,
            kind=entry.kind.value,
            at=entry.at,
            by=entry.by,
            item_id=entry.item_id,
            level=entry.level,
            note=entry.note,
            counts=" ".join(map(str, entry.counts)),
            level_before=entry.level_before,
            note_before=entry.note_before,
        )
    )
    now_open = after.open_round
    session.execute(
        update(WorkshopRow)
        .where(col(WorkshopRow.id) == before.id)
        .values(
            version=after.version,
            open_round=now_open.id if now_open else None,
            open_item=now_open.item_id if now_open else None,
            closed=after.stage is Stage.CLOSED,
        )
    )
    session.flush()
    return after


def _workshop(row: WorkshopRow, record: tuple[Entry, ...]) -> Workshop:
    chosen = Settings(Names(row.names), Agenda(row.agenda), row.minutes, row.facilitator)
    return Workshop(row.id, row.assessment_id, chosen, row.created_at, record)


def _entry(row: WorkshopEntryRow) -> Entry:
    return Entry(
        seq=row.seq,
        kind=EntryKind(row.kind),
        at=row.at,
        by=row.by,
        item_id=row.item_id,
        level=row.level,
        note=row.note,
        counts=tuple(map(int, row.counts.split())),
        level_before=row.level_before,
        note_before=row.note_before,
    )
