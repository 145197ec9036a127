"""Readings of returned plans."""

from sqlmodel import Session, col, select

from assessment.domain.read_copy import Reading, said_from, said_text
from assessment.storage.tables import PlanReadingRow


def plan_readings(session: Session, assessment_id: str) -> tuple[Reading, ...]:
    """Of all copies of all exports, oldest first."""
    chosen = select(PlanReadingRow).where(PlanReadingRow.assessment_id == assessment_id)
    rows = session.exec(chosen.order_by(col(PlanReadingRow.at), col(PlanReadingRow.batch))).all()
    return tuple(map(_reading, rows))


def save_plan_reading(session: Session, reading: Reading) -> None:
    """Insert or replace."""
    session.merge(
        PlanReadingRow(
            batch=reading.batch,
            assessment_id=reading.assessment_id,
            export_id=reading.export_id,
            copy_id=reading.copy_id,
            file_name=reading.file_name,
            at=reading.at,
            by=reading.by,
            said=said_text(reading.said),
        )
    )
    session.flush()


def _reading(row: PlanReadingRow) -> Reading:
    said = said_from(row.said)
    return Reading(row.batch, row.assessment_id, row.export_id, row.copy_id, row.file_name, row.at, row.by, said)
