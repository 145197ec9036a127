"""Decision records for the way forward."""

from datetime import date

from sqlalchemy import Text
from sqlmodel import Field

from assessment.storage.tables.register import EntryColumns


class DecisionRecordRow(EntryColumns, table=True):
    """A decision record. Sets hold codes with a space between; `effects`, `marks` and `notes` are JSON objects.

    An activity that a record points to cannot be deleted. A signed row is never changed: the repository refuses, and
    so does a trigger.
    """

    __tablename__ = "decision_record"

    activity_id: str = Field(foreign_key="activity.id", index=True)
    operation: str
    identified: str
    why: str = Field(sa_type=Text)
    adopted: str
    need: str = Field(sa_type=Text)
    outage: str
    situations: str
    handover: str
    ground: str = Field(sa_type=Text)
    security: str
    security_on: date | None = None
    options: str
    effects: str = Field(sa_type=Text)
    marks: str = Field(sa_type=Text)
    notes: str = Field(sa_type=Text)
    act: str
    secrecy: str = Field(sa_type=Text)
    conditions: str = Field(sa_type=Text)
    money: str = Field(sa_type=Text)
    transition: str = Field(sa_type=Text)
    exit_plan: str = Field(sa_type=Text)
    follow_up: str = Field(sa_type=Text)
    offices: str
    dissent: str = Field(sa_type=Text)
    chosen: str
    motive: str = Field(sa_type=Text)
    risk: str = Field(sa_type=Text)
    risk_owner: str
    review_on: date | None = None
    triggers: str = Field(sa_type=Text)
    communication: str = Field(sa_type=Text)
    responsibility: str = Field(sa_type=Text)
    supersedes: str
    signed_by: str
    signed_role: str
    signed_on: date | None = None
    signed_despite: str = Field(sa_type=Text)
