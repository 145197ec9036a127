"""The registers of the four steps: organisations, what is kept about them, and its history."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlmodel import Field

from assessment.storage.tables.base import Moment, Row


class OrganisationRow(Row, table=True):
    """`name_key` is the name without what spellings differ in."""

    __tablename__ = "organisation"

    id: str = Field(primary_key=True)
    name: str
    name_key: str = Field(unique=True)
    kind: str
    example: bool = False
    created_at: datetime = Field(sa_type=Moment)


class EntryColumns(Row):
    """What every kind of entry has."""

    id: str = Field(primary_key=True)
    organisation_id: str = Field(foreign_key="organisation.id", ondelete="CASCADE", index=True)
    created_at: datetime = Field(sa_type=Moment)
    changed_at: datetime = Field(sa_type=Moment)
    changed_by: str
    version: int = 1
    archived: bool = False


class EntryChangeRow(Row, table=True):
    """The history of every kind of entry. Rows are only ever added. Ids are random, so no two kinds share one."""

    __tablename__ = "entry_change"

    entry_id: str = Field(primary_key=True)
    version: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    field: str = Field(primary_key=True)
    organisation_id: str = Field(foreign_key="organisation.id", ondelete="CASCADE", index=True)
    before: str = Field(default="", sa_type=Text)
    after: str = Field(default="", sa_type=Text)
    at: datetime = Field(sa_type=Moment)
    by: str


class ActivityRow(EntryColumns, table=True):
    """An activity that is vital to society. `situations` holds codes with a space between."""

    __tablename__ = "activity"

    name: str
    why: str = Field(default="", sa_type=Text)
    function: str = Field(default="", sa_type=Text)
    volume: str
    situations: str
    operation: str
    need_owner: str
    risk_owner: str
    procurement: str
    preparedness: str
    decided_on: date | None = None
    review_on: date | None = None
    note: str = Field(default="", sa_type=Text)


class DeliveryRow(EntryColumns, table=True):
    """A critical delivery. Which activities lean on it lies in rows of its own."""

    __tablename__ = "delivery"

    name: str
    reserve: str
    operation: str
    contract_start: date | None = None
    contract_end: date | None = None
    lead_months: int | None = None
    next_decided: str
    note: str = Field(default="", sa_type=Text)


class RelianceRow(Row, table=True):
    """An activity leans on a delivery. `outage` says how long it copes without; empty while nobody has said."""

    __tablename__ = "reliance"

    delivery_id: str = Field(primary_key=True, foreign_key="delivery.id", ondelete="CASCADE")
    activity_id: str = Field(primary_key=True, foreign_key="activity.id", ondelete="CASCADE", index=True)
    outage: str
