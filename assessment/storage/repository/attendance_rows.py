"""Who takes part in which workshop."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import Select, bindparam, inspect
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, func, select

from assessment.domain.assessment import Participant
from assessment.storage.repository.participant_rows import participant_of
from assessment.storage.tables import AttendanceRow, ParticipantRow, WorkshopRow


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


@dataclass(frozen=True, slots=True)
class OpenSeat:
    """A participant's place in a workshop, and the round that is open there: None while nobody can vote."""

    workshop_id: str
    participant_id: str
    round_id: int | None
    item_id: str | None


def open_seats(session: Session, token_digests: Collection[str]) -> dict[str, OpenSeat]:
    """Those that there are, by token digest."""
    rows = session.connection().execute(_open_seats(), {"digests": list(token_digests)})
    return {row[0]: OpenSeat(row[1], row[2], row[3], row[4]) for row in rows}


@cache
def _open_seats() -> Select[str, str, str, int | None, str | None]:
    """Made once, on tables instead of objects: a hall waits for each of them."""
    held, room = inspect(AttendanceRow).local_table.c, inspect(WorkshopRow).local_table.c
    columns = (held.token_digest, held.workshop_id, held.participant_id, room.open_round, room.open_item)
    given = held.token_digest.in_(bindparam("digests", expanding=True))
    return select_columns(*columns).where(room.id == held.workshop_id, given)


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
