"""Messages to target groups."""

from datetime import date

from sqlalchemy import Text
from sqlmodel import Field

from assessment.storage.tables.register import EntryColumns


class MessageRow(EntryColumns, table=True):
    """A message. `basis` holds the ids of what it builds on, with a space between."""

    __tablename__ = "message"

    target_group: str
    change: str = Field(sa_type=Text)
    text: str = Field(sa_type=Text)
    applies_on: date | None = None
    sender: str
    channel: str
    contact: str
    planned_on: date | None = None
    sent_on: date | None = None
    landed: str
    seen_on: date | None = None
    seen_how: str = Field(sa_type=Text)
    restricted_where: str
    restricted_who: str
    basis: str = Field(sa_type=Text)
