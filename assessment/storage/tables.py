"""The tables. They hold no rules: those are the domain's, and rows never leave `storage`."""

from datetime import UTC, date, datetime

from sqlalchemy import DateTime, MetaData, Text, UniqueConstraint
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import registry
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """An aware time in UTC. SQLite forgets the zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Row(SQLModel, registry=registry(metadata=MetaData(naming_convention=NAMING))):
    """A private registry, so that a second import while the server runs does not clash with the first."""


class ChecklistRow(Row, table=True):
    """One immutable version. `file_digest` is the SHA-256 of the file it came from."""

    __tablename__ = "checklist"
    __table_args__ = (UniqueConstraint("key", "version"),)

    id: int | None = Field(default=None, primary_key=True)
    key: str
    version: str
    content: str = Field(sa_type=Text)
    file_digest: str = Field(index=True)
    stored_at: datetime = Field(sa_type=Moment)


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


class WorkshopRow(Row, table=True):
    """`version`, `open_round`, `open_item` and `closed` follow from the record, so that a vote need not read it."""

    __tablename__ = "workshop"

    id: str = Field(primary_key=True)
    assessment_id: str = Field(foreign_key="assessment.id", ondelete="CASCADE", index=True)
    names: str
    agenda: str
    minutes: int
    facilitator: str
    code_number: int = 0
    created_at: datetime = Field(sa_type=Moment)
    version: int = 0
    open_round: int | None = None
    open_item: str | None = None
    closed: bool = Field(default=False, index=True)
    phones: bool = False  # whether phones on the network are let in


class WorkshopEntryRow(Row, table=True):
    """The workshop record. Rows are only ever added. `counts` holds numbers with a space between."""

    __tablename__ = "workshop_entry"

    workshop_id: str = Field(primary_key=True, foreign_key="workshop.id", ondelete="CASCADE")
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    kind: str
    at: datetime = Field(sa_type=Moment)
    by: str
    item_id: str | None = None
    level: int | None = None
    note: str = Field(default="", sa_type=Text)
    counts: str = ""
    level_before: int | None = None
    note_before: str = Field(default="", sa_type=Text)


class AttendanceRow(Row, table=True):
    """Who takes part in a workshop. The browser holds the token; here is only its SHA-256."""

    __tablename__ = "attendance"

    token_digest: str = Field(primary_key=True)
    workshop_id: str = Field(foreign_key="workshop.id", ondelete="CASCADE", index=True)
    participant_id: str = Field(foreign_key="participant.id", ondelete="CASCADE", index=True)
    joined_at: datetime = Field(sa_type=Moment)


class BallotRow(Row, table=True):
    """One vote. `round_id` is the seq of the entry that began the round."""

    __tablename__ = "ballot"

    workshop_id: str = Field(primary_key=True, foreign_key="workshop.id", ondelete="CASCADE")
    round_id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    participant_id: str = Field(primary_key=True, foreign_key="participant.id", ondelete="CASCADE", index=True)
    item_id: str
    kind: str
    level: int | None = None
    cast_at: datetime = Field(sa_type=Moment)


class ActionRow(Row, table=True):
    """A planned step. `aims` lie in rows of their own."""

    __tablename__ = "action"

    id: str = Field(primary_key=True)
    assessment_id: str = Field(foreign_key="assessment.id", ondelete="CASCADE", index=True)
    title: str
    owner: str
    owner_role: str
    due: date | None = None
    status: str
    effort: str
    note: str = Field(default="", sa_type=Text)
    created_at: datetime = Field(sa_type=Moment)
    changed_at: datetime = Field(sa_type=Moment)
    changed_by: str
    version: int = 1
    removed: bool = False


class ActionAimRow(Row, table=True):
    """The level that an item is expected to reach by an action."""

    __tablename__ = "action_aim"

    action_id: str = Field(primary_key=True, foreign_key="action.id", ondelete="CASCADE")
    item_id: str = Field(primary_key=True)
    level: int


class ActionChangeRow(Row, table=True):
    """The history of actions. Rows are only ever added."""

    __tablename__ = "action_change"

    action_id: str = Field(primary_key=True, foreign_key="action.id", ondelete="CASCADE")
    version: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    field: str = Field(primary_key=True)
    before: str = Field(default="", sa_type=Text)
    after: str = Field(default="", sa_type=Text)
    at: datetime = Field(sa_type=Moment)
    by: str
    batch: str = Field(default="", index=True)
