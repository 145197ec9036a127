"""Who takes part in which workshop."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, func, select

from assessment.domain.assessment import Participant
from assessment.storage.repository.participant_rows import participant_of
from assessment.storage.tables import AttendanceRow, ParticipantRow


@dataclass(frozen=True, slots=True)
class Attendance:
    """A participant's place in a workshop."""

    workshop_id: str
    participant_id: str


def add_attendance(
    session: Session, *, token_digest: str, workshop_id: str, participant_id: str, now: datetime
) -> None:
    session.add(
        AttendanceRow(token_digest=token_digest, workshop_id=workshop_id, participant_id=participant_id, joined_at=now)
    )
    session.flush()


def attendance(session: Session, token_digest: str) -> Attendance | None:
    row = session.get(AttendanceRow, token_digest)
    return None if row is None else Attendance(row.workshop_id, row.participant_id)


def attendances(session: Session, token_digests: Collection[str]) -> dict[str, Attendance]:
    """Those that there are, by token digest."""
    chosen = select(AttendanceRow.token_digest, AttendanceRow.workshop_id, AttendanceRow.participant_id).where(
        col(AttendanceRow.token_digest).in_(token_digests)
    )
    return {digest: Attendance(workshop, person) for digest, workshop, person in session.exec(chosen).all()}


def attendees(session: Session, workshop_id: str) -> tuple[Participant, ...]:
    """Everybody who has joined, in the order in which they came."""
    chosen = (
        select(ParticipantRow)
        .join(AttendanceRow, col(AttendanceRow.participant_id) == col(ParticipantRow.id))
        .where(AttendanceRow.workshop_id == workshop_id)
        .distinct()
        .order_by(col(ParticipantRow.created_at), col(ParticipantRow.id))
    )
    return tuple(map(participant_of, session.exec(chosen).all()))


def attendee_count(session: Session, workshop_id: str) -> int:
    counted = select(func.count(func.distinct(col(AttendanceRow.participant_id))))
    return session.exec(counted.where(AttendanceRow.workshop_id == workshop_id)).one()


def attending_ids(session: Session, assessment_id: str) -> set[str]:
    """The participants of an assessment who joined through a workshop."""
    chosen = (
        select(AttendanceRow.participant_id)
        .join(ParticipantRow, col(ParticipantRow.id) == col(AttendanceRow.participant_id))
        .where(ParticipantRow.assessment_id == assessment_id)
    )
    return set(session.exec(chosen).all())
