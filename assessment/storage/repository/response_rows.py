"""Responses: one row for each participant and item."""

from sqlmodel import Session, col, select

from assessment.domain.response import Answer, AnswerKind, Response
from assessment.storage.tables import ParticipantRow, ResponseRow


def response(session: Session, participant_id: str, item_id: str) -> Response | None:
    row = session.get(ResponseRow, (participant_id, item_id))
    return None if row is None else _response(row)


def responses_of(session: Session, participant_id: str) -> dict[str, Response]:
    """One participant's responses by item id."""
    rows = session.exec(select(ResponseRow).where(ResponseRow.participant_id == participant_id)).all()
    return {row.item_id: _response(row) for row in rows}


def responses(session: Session, assessment_id: str) -> dict[str, list[Response]]:
    """Every response of an assessment by participant id, sorted by item id."""
    chosen = (
        select(ResponseRow)
        .join(ParticipantRow, col(ParticipantRow.id) == col(ResponseRow.participant_id))
        .where(ParticipantRow.assessment_id == assessment_id)
        .order_by(col(ResponseRow.item_id))
    )
    found: dict[str, list[Response]] = {}
    for row in session.exec(chosen).all():
        found.setdefault(row.participant_id, []).append(_response(row))
    return found


def _response(row: ResponseRow) -> Response:
    return Response(
        item_id=row.item_id,
        answer=None if row.kind is None else Answer(AnswerKind(row.kind), row.level),
        reason=row.reason,
        comment=row.comment,
        evidence=row.evidence,
        answered_at=row.answered_at,
        evidence_at=row.evidence_at,
        updated_at=row.updated_at,
    )


def save_response(session: Session, participant_id: str, response: Response) -> None:
    """Insert or replace. `response.updated_at` must be set."""
    assert response.updated_at is not None, "a stored response has a time"
    session.merge(
        ResponseRow(
            participant_id=participant_id,
            item_id=response.item_id,
            kind=None if response.answer is None else response.answer.kind.value,
            level=None if response.answer is None else response.answer.level,
            reason=response.reason,
            comment=response.comment,
            evidence=response.evidence,
            answered_at=response.answered_at,
            evidence_at=response.evidence_at,
            updated_at=response.updated_at,
        )
    )
