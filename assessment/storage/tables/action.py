"""Planned actions, and their history."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlmodel import Field

from assessment.storage.tables.base import Moment, Row


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
