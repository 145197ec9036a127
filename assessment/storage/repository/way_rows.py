"""Decision records. A signed one is read and never written again."""

import json
from enum import StrEnum
from typing import Any, Final, TypeVar

from sqlmodel import Session, col, select

from assessment.domain.activity import Operation, Situation
from assessment.domain.delivery import Known, Outage
from assessment.domain.way import Act, DecisionRecord, Mark, Office, Security, Way, WayFacts
from assessment.domain.way_errors import RecordSigned, RecordUnknown
from assessment.storage.repository.entry_rows import entry_columns, entry_of
from assessment.storage.tables import DecisionRecordRow

PLAIN: Final = (
    *("activity_id", "why", "adopted", "need", "ground", "security_on", "secrecy", "conditions", "money"),
    *("transition", "exit_plan", "follow_up", "dissent", "motive", "risk", "risk_owner", "review_on", "triggers"),
    *("communication", "responsibility", "supersedes", "signed_by", "signed_role", "signed_on", "signed_despite"),
)
CODES: Final[dict[str, type[StrEnum]]] = {
    "operation": Operation,
    "identified": Known,
    "outage": Outage,
    "handover": Known,
    "security": Security,
    "act": Act,
    "chosen": Way,
}
SETS: Final[dict[str, type[StrEnum]]] = {"situations": Situation, "options": Way, "offices": Office}
Code = TypeVar("Code", bound=StrEnum)


def record(session: Session, record_id: str) -> DecisionRecord:
    """Raises RecordUnknown. Archived ones are found too."""
    row = session.get(DecisionRecordRow, record_id)
    if row is None:
        raise RecordUnknown
    return _record(row)


def records(session: Session, organisation_id: str) -> tuple[DecisionRecord, ...]:
    """All records of an organisation, the archived ones too, oldest first."""
    chosen = select(DecisionRecordRow).where(DecisionRecordRow.organisation_id == organisation_id)
    rows = session.exec(chosen.order_by(col(DecisionRecordRow.created_at), col(DecisionRecordRow.id))).all()
    return tuple(map(_record, rows))


def save_record(session: Session, record: DecisionRecord) -> None:
    """Insert or replace the record. Raises RecordSigned when the stored one is signed."""
    stored = session.get(DecisionRecordRow, record.id)
    if stored is not None and stored.signed_on is not None:
        raise RecordSigned
    facts = record.facts
    columns: dict[str, Any] = {name: getattr(facts, name) for name in PLAIN}
    columns |= {name: getattr(facts, name) or "" for name in CODES}
    columns |= {name: " ".join(one for one in code if one in getattr(facts, name)) for name, code in SETS.items()}
    columns |= {name: json.dumps(getattr(facts, name), ensure_ascii=False) for name in ("effects", "marks", "notes")}
    session.merge(DecisionRecordRow(**entry_columns(record), **columns))
    session.flush()


def _record(row: DecisionRecordRow) -> DecisionRecord:
    values: dict[str, Any] = {name: getattr(row, name) for name in PLAIN}
    values |= {name: _code(code, getattr(row, name)) for name, code in CODES.items()}
    values |= {name: frozenset(map(code, getattr(row, name).split())) for name, code in SETS.items()}
    values |= {name: json.loads(getattr(row, name)) for name in ("effects", "notes")}
    marks = {key: Mark(one) for key, one in json.loads(row.marks).items()}
    return entry_of(row, WayFacts(**values, marks=marks))


def _code(code: type[Code], stored: str) -> Code | None:
    return code(stored) if stored else None
