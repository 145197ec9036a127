"""Checklists, assessments, and what people have answered."""

from datetime import datetime

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field

from assessment.storage.tables.base import Moment, Row


class ChecklistRow(Row, table=True):
    """One version, whose content never changes. `file_digest` is the SHA-256 of the file it came from.

    `stored_by` is None for what came with Rustad, and empty for somebody without a name.
    """

    __tablename__ = "checklist"
    __table_args__ = (UniqueConstraint("key", "version"),)

    id: int | None = Field(default=None, primary_key=True)
    key: str
    version: str
    content: str = Field(sa_type=Text)
    file_digest: str = Field(index=True)
    stored_at: datetime = Field(sa_type=Moment)
    stored_by: str | None = None
    retired_at: datetime | None = Field(default=None, sa_type=Moment)
    retired_by: str | None = None


class AssessmentRow(Row, table=True):
    __tablename__ = "assessment"

    id: str = Field(primary_key=True)
    name: str
    organisation: str
    organisation_type: str
    scope: str
    checklist_id: int = Field(foreign_key="checklist.id")
    created_at: datetime = Field(sa_type=Moment)
    changed_at: datetime = Field(sa_type=Moment)
    revision: int = 0
    example: bool = False


class TargetRow(Row, table=True):
    """A wanted level. `part` is a dimension id or an item id."""

    __tablename__ = "target"

    assessment_id: str = Field(primary_key=True, foreign_key="assessment.id", ondelete="CASCADE")
    part: str = Field(primary_key=True)
    level: int
    version: int = 1
    changed_at: datetime = Field(sa_type=Moment)


class ParticipantRow(Row, table=True):
    """`roles` holds role ids with a space between."""

    __tablename__ = "participant"

    id: str = Field(primary_key=True)
    assessment_id: str = Field(foreign_key="assessment.id", ondelete="CASCADE", index=True)
    roles: str
    name: str
    created_at: datetime = Field(sa_type=Moment)


class ResponseRow(Row, table=True):
    """`kind` is empty while only texts have been written."""

    __tablename__ = "response"

    participant_id: str = Field(primary_key=True, foreign_key="participant.id", ondelete="CASCADE")
    item_id: str = Field(primary_key=True)
    kind: str | None = None
    level: int | None = None
    reason: str = Field(default="", sa_type=Text)
    comment: str = Field(default="", sa_type=Text)
    evidence: str = Field(default="", sa_type=Text)
    answered_at: datetime | None = Field(default=None, sa_type=Moment)
    evidence_at: datetime | None = Field(default=None, sa_type=Moment)
    updated_at: datetime = Field(sa_type=Moment)


class AgreedLevelRow(Row, table=True):
    """What the group settled, beside the responses and never over them."""

    __tablename__ = "agreed_level"

    assessment_id: str = Field(primary_key=True, foreign_key="assessment.id", ondelete="CASCADE")
    item_id: str = Field(primary_key=True)
    level: int
    note: str = Field(default="", sa_type=Text)
    version: int = 1
    settled_at: datetime = Field(sa_type=Moment)
