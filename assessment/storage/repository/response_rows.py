"""Responses: one row for each participant and item. No objects are made of them: somebody waits for every answer."""

from typing import Any

from sqlalchemy import RowMapping, bindparam, select
from sqlmodel import Session

from assessment.domain.response import Answer, AnswerKind, Response
from assessment.storage.tables import ParticipantRow, ResponseRow
from assessment.storage.tables.base import table_of
from assessment.storage.upsert import upsert

RESPONSE, PARTICIPANT = table_of(ResponseRow), table_of(ParticipantRow)
KEY = ("participant_id", "item_id")
CHANGED = ("kind", "level", "reason", "comment", "evidence", "answered_at", "evidence_at", "updated_at")
BY_PARTICIPANT = select(RESPONSE).where(RESPONSE.c.participant_id == bindparam("participant"))
OF_PARTICIPANT = BY_PARTICIPANT.order_by(RESPONSE.c.item_id)
OF_ITEM = BY_PARTICIPANT.where(RESPONSE.c.item_id == bindparam("item"))
OF_ASSESSMENT = (
    select(RESPONSE)
    .join(PARTICIPANT, PARTICIPANT.c.id == RESPONSE.c.participant_id)
    .where(PARTICIPANT.c.assessment_id == bindparam("assessment"))
    .order_by(RESPONSE.c.item_id, RESPONSE.c.participant_id)
)


def response(session: Session, participant_id: str, item_id: str) -> Response | None:
    chosen = {"participant": participant_id, "item": item_id}
    row = session.connection().execute(OF_ITEM, chosen).mappings().first()
    return None if row is None else _response(row)


def responses_of(session: Session, participant_id: str) -> dict[str, Response]:
    """One participant's responses by item id, sorted by it."""
    rows = session.connection().execute(OF_PARTICIPANT, {"participant": participant_id}).mappings()
    return {row["item_id"]: _response(row) for row in rows}


def responses(session: Session, assessment_id: str) -> dict[str, list[Response]]:
    """Every response of an assessment by participant id, sorted by item id."""
    found: dict[str, list[Response]] = {}
    for row in session.connection().execute(OF_ASSESSMENT, {"assessment": assessment_id}).mappings():
        found.setdefault(row["participant_id"], []).append(_response(row))
    return found


def _response(row: RowMapping) -> Response:
    return Response(
        item_id=row["item_id"],
        answer=None if row["kind"] is None else Answer(AnswerKind(row["kind"]), row["level"]),
        reason=row["reason"],
        comment=row["comment"],
        evidence=row["evidence"],
        answered_at=row["answered_at"],
        evidence_at=row["evidence_at"],
        updated_at=row["updated_at"],
    )


def save_response(session: Session, participant_id: str, response: Response) -> None:
    """Insert or replace. `response.updated_at` must be set."""
    assert response.updated_at is not None, "a stored response has a time"
    answer = response.answer
    values: dict[str, Any] = {
        "participant_id": participant_id,
        "item_id": response.item_id,
        "kind": None if answer is None else answer.kind.value,
        "level": None if answer is None else answer.level,
        "reason": response.reason,
        "comment": response.comment,
        "evidence": response.evidence,
        "answered_at": response.answered_at,
        "evidence_at": response.evidence_at,
        "updated_at": response.updated_at,
    }
    connection = session.connection()
    connection.execute(upsert(ResponseRow, connection.dialect.name, key=KEY, changed=CHANGED), values)
