"""What an assessment is about, where somebody has said so."""

from datetime import datetime

from sqlmodel import Field

from assessment.storage.tables.base import Moment, Row


class SubjectRow(Row, table=True):
    """Without a row the subject is guessed from the assessment's name."""

    __tablename__ = "subject"

    assessment_id: str = Field(primary_key=True, foreign_key="assessment.id", ondelete="CASCADE")
    name: str
    changed_at: datetime = Field(sa_type=Moment)
    changed_by: str
