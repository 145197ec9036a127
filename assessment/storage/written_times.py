"""When something was written first and last, as the rows say."""

from datetime import datetime
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.engine import Engine

from assessment.storage.database import reading
from assessment.storage.tables import ChecklistRow, Moment, Row
from assessment.storage.tables.base import table_of

PROMISED: Final = {"expires_at", "evidence_at"}  # these tell of another time than that of writing


def last_written(engine: Engine) -> datetime | None:
    columns = [
        column
        for table in Row.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, Moment) and column.name not in PROMISED
    ]
    with reading(engine) as session:
        found = [session.execute(select(func.max(column, type_=Moment()))).scalar() for column in columns]
    return max((moment for moment in found if moment is not None), default=None)


def house_since(engine: Engine) -> datetime | None:
    """When the first checklist was stored, which is what a new house does first."""
    stored_at = table_of(ChecklistRow).columns["stored_at"]
    with reading(engine) as session:
        found: datetime | None = session.execute(select(func.min(stored_at, type_=Moment()))).scalar()
        return found
