"""Time goes by: everything that has been said becomes older, as if it had been said then."""

from datetime import timedelta

from sqlmodel import select

from assessment.storage.database import unit_of_work
from assessment.storage.tables import AgreedLevelRow, ParticipantRow, ResponseRow

YEAR = timedelta(days=366)


def let_time_pass(engine, assessment, length=2 * YEAR, *, items=None):
    """Answers, evidence and agreed levels become older by `length`; only those on `items` when they are named."""
    with unit_of_work(engine) as session:
        of_assessment = select(ParticipantRow.id).where(ParticipantRow.assessment_id == assessment.id)
        people = session.exec(of_assessment).all()
        said = session.exec(select(ResponseRow).where(ResponseRow.participant_id.in_(people))).all()
        for row in said:
            if items is None or row.item_id in items:
                row.answered_at = row.answered_at and row.answered_at - length
                row.evidence_at = row.evidence_at and row.evidence_at - length
        for row in session.exec(select(AgreedLevelRow).where(AgreedLevelRow.assessment_id == assessment.id)).all():
            if items is None or row.item_id in items:
                row.settled_at -= length
