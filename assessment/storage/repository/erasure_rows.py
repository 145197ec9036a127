"""Taking one participant out of the database, and the votes that were shown out of that person's hands."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlmodel import Session

from assessment.domain.assessment import Participant
from assessment.storage.repository.attendance_rows import add_attendance
from assessment.storage.repository.participant_rows import add_participant
from assessment.storage.tables import AttendanceRow, BallotRow, ParticipantRow, PresenceRow
from assessment.storage.tables.base import table_of

ATTENDANCE, BALLOT = table_of(AttendanceRow), table_of(BallotRow)
PARTICIPANT, PRESENCE = table_of(ParticipantRow), table_of(PresenceRow)


def attended(session: Session, participant_id: str) -> list[str]:
    """The workshops that this participant has joined."""
    chosen = select(ATTENDANCE.c.workshop_id).where(ATTENDANCE.c.participant_id == participant_id).distinct()
    return list(session.connection().execute(chosen).scalars())


def voted_in(session: Session, participant_id: str) -> list[tuple[str, int]]:
    """Workshop and round of each vote."""
    chosen = select(BALLOT.c.workshop_id, BALLOT.c.round_id).where(BALLOT.c.participant_id == participant_id)
    return [(row[0], row[1]) for row in session.connection().execute(chosen)]


def hand_over_votes(
    session: Session, participant_id: str, stand_in: Participant, workshop_id: str, rounds: Collection[int]
) -> None:
    """From now on the votes of these rounds are the stand-in's, cast at no time that is known."""
    add_participant(session, stand_in)
    theirs = (BALLOT.c.participant_id == participant_id, BALLOT.c.workshop_id == workshop_id)
    session.connection().execute(
        update(BALLOT)
        .where(*theirs, BALLOT.c.round_id.in_(list(rounds)))
        .values(participant_id=stand_in.id, cast_at=stand_in.created_at)
    )


def keep_seat(session: Session, workshop_id: str, stand_in: Participant, *, nobodys: str, now: datetime) -> None:
    """So many have joined as before. `nobodys` is the digest of no token."""
    add_attendance(session, token_digest=nobodys, workshop_id=workshop_id, participant_id=stand_in.id, now=now)


def remove_participant(session: Session, participant_id: str, workshops: Collection[str]) -> None:
    """With all that hangs on the participant, and what was told of who is in these workshops."""
    connection = session.connection()
    connection.execute(delete(PRESENCE).where(PRESENCE.c.workshop_id.in_(list(workshops))))
    connection.execute(delete(PARTICIPANT).where(PARTICIPANT.c.id == participant_id))
