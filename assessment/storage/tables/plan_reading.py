"""Returned plans that have been read in."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field

from assessment.storage.tables.base import Moment, Row


class PlanReadingRow(Row, table=True):
    """One reading of one copy of a file. `said` is JSON: what the copy and the plan agreed on afterwards."""

    __tablename__ = "plan_reading"

    batch: str = Field(primary_key=True)
    assessment_id: str = Field(foreign_key="assessment.id", ondelete="CASCADE", index=True)
    export_id: str
    copy_id: str
    file_name: str
    at: datetime = Field(sa_type=Moment)
    by: str
    said: str = Field(sa_type=Text)
