"""Participants."""

from collections.abc import Sequence

from sqlalchemy import bindparam, update
from sqlalchemy import select as plain_select
from sqlmodel import Session, col, select

from assessment.domain.assessment import Participant
from assessment.domain.errors import ParticipantUnknown
from assessment.storage.tables import ParticipantRow
from assessment.storage.tables.base import table_of

PARTICIPANT = table_of(ParticipantRow)
ONE = plain_select(PARTICIPANT).where(PARTICIPANT.c.id == bindparam("id"))  # made once: every answer asks


def add_participant(session: Session, participant: Participant) -> None:
    session.add(
        ParticipantRow(
            id=participant.id,
            assessment_id=participant.assessment_id,
            roles=" ".join(participant.roles),
            name=participant.name,
            created_at=participant.created_at,
        )
    )
    session.flush()


def participant(session: Session, participant_id: str) -> Participant:
    """Raises ParticipantUnknown."""
    row = session.connection().execute(ONE, {"id": participant_id}).first()
    if row is None:
        raise ParticipantUnknown
    return Participant(row.id, row.assessment_id, tuple(row.roles.split()), row.name, row.created_at)


def participants(session: Session, assessment_id: str) -> tuple[Participant, ...]:
    """Those who take part, in the order in which they came."""
    chosen = select(ParticipantRow).where(ParticipantRow.assessment_id == assessment_id)
    ordered = chosen.order_by(col(ParticipantRow.created_at), col(ParticipantRow.id))
    return tuple(map(participant_of, session.exec(ordered).all()))


def participant_of(row: ParticipantRow) -> Participant:
    return Participant(row.id, row.assessment_id, tuple(row.roles.split()), row.name, row.created_at)


def change_roles(session: Session, participant_id: str, *, roles: Sequence[str], name: str) -> None:
    session.execute(
        update(ParticipantRow).where(col(ParticipantRow.id) == participant_id).values(roles=" ".join(roles), name=name)
    )
