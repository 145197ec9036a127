"""The tables. They hold no rules: those are the domain's, and rows never leave `storage`."""

from assessment.storage.tables.access import (
    EndedSignInRow,
    ParticipantAddedRow,
    ParticipantPersonRow,
    PersonalLinkRow,
)
from assessment.storage.tables.action import ActionAimRow, ActionChangeRow, ActionRow
from assessment.storage.tables.assessment import (
    AgreedLevelRow,
    AssessmentRow,
    ChecklistRow,
    ParticipantRow,
    ResponseRow,
    TargetRow,
)
from assessment.storage.tables.base import Moment, Row
from assessment.storage.tables.document import DocumentRow
from assessment.storage.tables.message import MessageRow
from assessment.storage.tables.plan_reading import PlanReadingRow
from assessment.storage.tables.process import GuessRow, PresenceRow
from assessment.storage.tables.register import ActivityRow, DeliveryRow, EntryChangeRow, OrganisationRow, RelianceRow
from assessment.storage.tables.row_order import MovedRowRow, RowOrderRow
from assessment.storage.tables.subject import SubjectRow
from assessment.storage.tables.way import DecisionRecordRow
from assessment.storage.tables.workshop import AttendanceRow, BallotRow, WorkshopEntryRow, WorkshopRow

__all__ = [
    "ActionAimRow",
    "ActionChangeRow",
    "ActionRow",
    "ActivityRow",
    "AgreedLevelRow",
    "AssessmentRow",
    "AttendanceRow",
    "BallotRow",
    "ChecklistRow",
    "DecisionRecordRow",
    "DeliveryRow",
    "DocumentRow",
    "EndedSignInRow",
    "EntryChangeRow",
    "GuessRow",
    "MessageRow",
    "Moment",
    "MovedRowRow",
    "OrganisationRow",
    "ParticipantAddedRow",
    "ParticipantPersonRow",
    "ParticipantRow",
    "PersonalLinkRow",
    "PlanReadingRow",
    "PresenceRow",
    "RelianceRow",
    "ResponseRow",
    "Row",
    "RowOrderRow",
    "SubjectRow",
    "TargetRow",
    "WorkshopEntryRow",
    "WorkshopRow",
]
