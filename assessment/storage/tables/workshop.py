"""The workshop: its record, who takes part, and the votes."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field

from assessment.storage.tables.base import Moment, Row


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
