"""What assessments are about, where somebody has said so."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlmodel import Session, select

from assessment.storage.tables import SubjectRow


def chosen_subjects(session: Session) -> Mapping[str, str]:
    """Those that somebody has chosen, by assessment id."""
    return dict(session.exec(select(SubjectRow.assessment_id, SubjectRow.name)).all())


def save_subject(session: Session, assessment_ids: Iterable[str], subject: str, *, now: datetime, by: str) -> None:
    for assessment_id in assessment_ids:
        session.merge(SubjectRow(assessment_id=assessment_id, name=subject, changed_at=now, changed_by=by))
    session.flush()
