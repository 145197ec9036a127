"""Governing documents."""

from datetime import date

from sqlalchemy import Text
from sqlmodel import Field

from assessment.storage.tables.register import EntryColumns


class DocumentRow(EntryColumns, table=True):
    """A governing document. `dimensions` and `items` hold ids with a space between."""

    __tablename__ = "document"

    title: str
    level: str
    owner: str
    adopted_by: str
    adopted_on: date | None = None
    review_on: date | None = None
    dimensions: str
    items: str = Field(sa_type=Text)
    link: str = Field(sa_type=Text)
    note: str = Field(default="", sa_type=Text)
