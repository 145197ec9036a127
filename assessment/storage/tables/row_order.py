"""The gap list's own order: rows that people have moved."""

from datetime import datetime

from sqlmodel import Field

from assessment.storage.tables.base import Moment, Row


class RowOrderRow(Row, table=True):
    """One for each assessment in which a row has ever been moved. `version` grows with every change of the order."""

    __tablename__ = "row_order"

    assessment_id: str = Field(primary_key=True, foreign_key="assessment.id", ondelete="CASCADE")
    version: int
    changed_at: datetime = Field(sa_type=Moment)
    changed_by: str


class MovedRowRow(Row, table=True):
    """A row that does not stand where it is suggested. `below` holds the worth it stands below, its parts as JSON."""

    __tablename__ = "moved_row"

    assessment_id: str = Field(primary_key=True, foreign_key="assessment.id", ondelete="CASCADE")
    item_id: str = Field(primary_key=True)
    below: str
    turn: int
    moved_at: datetime = Field(sa_type=Moment)
    moved_by: str
