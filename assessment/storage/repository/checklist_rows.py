"""Checklist versions. They are added and read, never changed."""

from datetime import datetime

from sqlmodel import Session, col, select

from assessment.domain.checklist import Checklist
from assessment.storage.checklist_schema import ChecklistPart
from assessment.storage.tables import ChecklistRow

_checklists: dict[tuple[str, int], Checklist] = {}  # by digest and id; a version never changes, so it is parsed once


def checklist_id_by_digest(session: Session, digest: str) -> int | None:
    return session.exec(select(ChecklistRow.id).where(ChecklistRow.file_digest == digest)).first()


def checklist_id(session: Session, *, key: str, version: str) -> int | None:
    chosen = select(ChecklistRow.id).where(ChecklistRow.key == key, ChecklistRow.version == version)
    return session.exec(chosen).first()


def latest_checklist_id(session: Session, *, key: str) -> int | None:
    """The version that was stored last."""
    newest = select(ChecklistRow.id).where(ChecklistRow.key == key).order_by(col(ChecklistRow.id).desc())
    return session.exec(newest).first()


def checklist_content(session: Session, checklist_id: int) -> str:
    return session.exec(select(ChecklistRow.content).where(ChecklistRow.id == checklist_id)).one()


def add_checklist(session: Session, part: ChecklistPart, *, digest: str, now: datetime) -> int:
    row = ChecklistRow(key=part.key, version=part.version, content=part.stored(), file_digest=digest, stored_at=now)
    session.add(row)
    session.flush()
    assert row.id is not None, "flushing gives an id"
    return row.id


def checklist(session: Session, checklist_id: int) -> Checklist:
    # Within a transaction a version is the same each time, so its digest is asked for once
    digests: dict[int, str] = session.info.setdefault("digests", {})
    if checklist_id not in digests:
        chosen = select(ChecklistRow.file_digest).where(ChecklistRow.id == checklist_id)
        digests[checklist_id] = session.exec(chosen).one()
    return known_checklist(session, checklist_id, digest=digests[checklist_id])


def known_checklist(session: Session, checklist_id: int, *, digest: str) -> Checklist:
    """The same, for who has the file's digest already."""
    session.info.setdefault("digests", {})[checklist_id] = digest
    found = _checklists.get((digest, checklist_id))
    if found is None:
        found = ChecklistPart.from_stored(checklist_content(session, checklist_id)).checklist()
        _checklists[digest, checklist_id] = found
    return found
