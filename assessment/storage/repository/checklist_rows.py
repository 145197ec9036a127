"""Checklist versions. They are added and read; what they hold never changes, only whether they are offered."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import defer
from sqlmodel import Session, col, select, update

from assessment.domain.checklist import Checklist
from assessment.domain.checklist_version import ChecklistVersion
from assessment.storage.checklist_schema import ChecklistPart
from assessment.storage.tables import AssessmentRow, ChecklistRow

_checklists: dict[tuple[str, int], Checklist] = {}  # by digest and id; a version never changes, so it is parsed once


def checklist_id_by_digest(session: Session, digest: str) -> int | None:
    return session.exec(select(ChecklistRow.id).where(ChecklistRow.file_digest == digest)).first()


def checklist_id(session: Session, *, key: str, version: str) -> int | None:
    chosen = select(ChecklistRow.id).where(ChecklistRow.key == key, ChecklistRow.version == version)
    return session.exec(chosen).first()


def latest_checklist_id(session: Session, *, key: str) -> int | None:
    """The version that was stored last among those that are offered, or else among all."""
    offered = col(ChecklistRow.retired_at).is_not(None)
    newest = select(ChecklistRow.id).where(ChecklistRow.key == key).order_by(offered, col(ChecklistRow.id).desc())
    return session.exec(newest).first()


def checklist_content(session: Session, checklist_id: int) -> str:
    return session.exec(select(ChecklistRow.content).where(ChecklistRow.id == checklist_id)).one()


def add_checklist(session: Session, part: ChecklistPart, *, digest: str, now: datetime, by: str | None) -> int:
    """`by` is None for what came with Rustad."""
    row = ChecklistRow(
        key=part.key,
        version=part.version,
        content=part.stored(),
        file_digest=digest,
        stored_at=now,
        stored_by=by,
    )
    session.add(row)
    session.flush()
    assert row.id is not None, "flushing gives an id"
    return row.id


def retire_checklist(session: Session, checklist_id: int, *, now: datetime, by: str | None) -> None:
    """`by` is None when a newer version that came with Rustad takes its place."""
    change = update(ChecklistRow).where(col(ChecklistRow.id) == checklist_id)
    session.execute(change.values(retired_at=now, retired_by=by))


def offer_checklist(session: Session, checklist_id: int) -> None:
    """Undo `retire_checklist`."""
    change = update(ChecklistRow).where(col(ChecklistRow.id) == checklist_id)
    session.execute(change.values(retired_at=None, retired_by=None))


def checklist_versions(session: Session) -> list[ChecklistVersion]:
    """All of them, the one stored last first."""
    used = defaultdict(list)
    begun = select(AssessmentRow.checklist_id, AssessmentRow.name).order_by(col(AssessmentRow.created_at))
    for checklist_id, name in session.exec(begun):
        used[checklist_id].append(name)
    without_content = defer(ChecklistRow.content)  # type: ignore[arg-type]
    newest_first = select(ChecklistRow).options(without_content).order_by(col(ChecklistRow.id).desc())
    return [_version(session, row, used) for row in session.exec(newest_first)]


def _version(session: Session, row: ChecklistRow, used: Mapping[int, list[str]]) -> ChecklistVersion:
    assert row.id is not None, "it is stored"
    return ChecklistVersion(
        id=row.id,
        checklist=known_checklist(session, row.id, digest=row.file_digest),
        stored_at=row.stored_at,
        stored_by=row.stored_by,
        retired_at=row.retired_at,
        retired_by=row.retired_by,
        used_by=tuple(used.get(row.id, ())),
    )


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
