"""Decision records. A signed one is read and never written again."""

from typing import Final

from sqlmodel import Session

from assessment.domain.activity import Operation, Situation
from assessment.domain.delivery import Known, Outage
from assessment.domain.way import Act, DecisionRecord, Mark, Office, Security, Way, WayFacts
from assessment.domain.way_errors import RecordSigned, RecordUnknown
from assessment.storage.repository.entry_table import EntryTable
from assessment.storage.tables import DecisionRecordRow

TABLE: Final = EntryTable(
    DecisionRecordRow,
    WayFacts,
    RecordUnknown,
    codes={
        "operation": Operation,
        "identified": Known,
        "outage": Outage,
        "handover": Known,
        "security": Security,
        "act": Act,
        "chosen": Way,
    },
    sets={"situations": Situation, "options": Way, "offices": Office},
    mappings={"effects": str, "marks": Mark, "notes": str},
)

record = TABLE.find
records = TABLE.listed


def save_record(session: Session, record: DecisionRecord) -> None:
    """Insert or replace the record. Raises RecordSigned when the stored one is signed."""
    stored = session.get(DecisionRecordRow, record.id)
    if stored is not None and stored.signed_on is not None:
        raise RecordSigned
    TABLE.save(session, record)
