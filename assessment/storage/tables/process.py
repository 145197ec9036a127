"""What several processes have to know of each other. None of it lasts longer than a few minutes."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field

from assessment.storage.tables.base import Moment, Row


class PresenceRow(Row, table=True):
    """Who is in a room at one process. `participants` holds their ids with a space between."""

    __tablename__ = "presence"

    process: str = Field(primary_key=True)
    workshop_id: str = Field(primary_key=True, foreign_key="workshop.id", ondelete="CASCADE")
    participants: str = Field(sa_type=Text)
    told_at: datetime = Field(sa_type=Moment)


class GuessRow(Row, table=True):
    """How many wrong codes may still come from one place. `origin` is a keyed digest, so that it tells no address."""

    __tablename__ = "guess"

    origin: str = Field(primary_key=True)
    left: float
    at: datetime = Field(sa_type=Moment, index=True)
