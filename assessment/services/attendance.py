"""Joining a workshop, and coming back to it as the same person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from secrets import token_urlsafe

from sqlalchemy.engine import Engine

from assessment.domain.assessment import NAME_LIMIT, Assessment, Participant
from assessment.domain.checklist import Checklist
from assessment.domain.response import Answer, one_line
from assessment.domain.viewer import Viewer
from assessment.domain.workshop import Workshop
from assessment.domain.workshop_errors import NotJoined, RoomFull, WorkshopClosed
from assessment.domain.workshop_parts import Names, Stage
from assessment.services.assessments import ID_BYTES
from assessment.services.clock import now
from assessment.services.participants import checked_roles
from assessment.services.presence import PRESENCE
from assessment.storage import repository
from assessment.storage.database import reading, unit_of_work

TOKEN_BYTES = 18  # 144 random bits
MOST_ATTENDEES = 10_000  # in one workshop: twice the largest hall, so that whoever has its code cannot fill the disk


@dataclass(frozen=True, slots=True)
class Seat:
    """A participant's view of a workshop. `own` is what this person voted in the round in view, and when."""

    workshop: Workshop
    assessment: Assessment
    checklist: Checklist
    participant: Participant
    own: tuple[Answer, datetime] | None


@dataclass(frozen=True, slots=True)
class Place:
    """Who holds a token, and where: all that a phone needs to be told of changes."""

    workshop_id: str
    participant_id: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Door:
    """What one sees before joining."""

    workshop: Workshop
    assessment: Assessment
    checklist: Checklist


def door(engine: Engine, viewer: Viewer, workshop_id: str) -> Door:
    """For the server, which has checked the code. Raises WorkshopUnknown."""
    viewer.must_serve()
    with reading(engine) as session:
        workshop = repository.workshop(session, workshop_id)
        assessment = repository.assessment(session, workshop.assessment_id)
        return Door(workshop, assessment, repository.checklist(session, assessment.checklist_id))


def join(engine: Engine, viewer: Viewer, workshop_id: str, *, roles: Sequence[str], name: str = "") -> str:
    """Join, and return the token that this person comes back with. The name is kept only where names are open.

    For the server, which has checked the code. Raises WorkshopUnknown, WorkshopClosed, RoomFull, RoleMissing or
    RoleUnknown.
    """
    viewer.must_serve()
    token, moment = token_urlsafe(TOKEN_BYTES), now()
    with unit_of_work(engine) as session:
        workshop = repository.workshop(session, workshop_id)
        if workshop.stage is Stage.CLOSED:
            raise WorkshopClosed
        if repository.attendee_count(session, workshop_id) >= MOST_ATTENDEES:
            raise RoomFull(limit=MOST_ATTENDEES)
        assessment = repository.assessment(session, workshop.assessment_id)
        checklist = repository.checklist(session, assessment.checklist_id)
        kept = one_line(name, limit=NAME_LIMIT) if workshop.settings.names is Names.OPEN else ""
        participant = Participant(token_urlsafe(ID_BYTES), assessment.id, checked_roles(roles, checklist), kept, moment)
        repository.add_participant(session, participant)
        repository.add_attendance(
            session, token_digest=digest(token), workshop_id=workshop_id, participant_id=participant.id, now=moment
        )
        repository.touch(session, assessment.id, now=moment)
    PRESENCE.see(workshop_id, participant.id)
    return token


def seat(engine: Engine, token: str) -> Seat:
    """The room as the holder of this token sees it. Raises NotJoined."""
    with reading(engine) as session:
        found = repository.attendance(session, digest(token))
        if found is None:
            raise NotJoined
        workshop = repository.workshop(session, found.workshop_id)
        assessment = repository.assessment(session, workshop.assessment_id)
        current = workshop.round
        return Seat(
            workshop,
            assessment,
            repository.checklist(session, assessment.checklist_id),
            repository.participant(session, found.participant_id),
            repository.own_ballot(session, workshop.id, current.id, found.participant_id) if current else None,
        )


def place(engine: Engine, token: str) -> Place:
    """Where the holder of this token sits. Much cheaper than `seat`. Raises NotJoined."""
    with reading(engine) as session:
        found = repository.attendance(session, digest(token))
        if found is None:
            raise NotJoined
        roles = repository.participant(session, found.participant_id).roles
        return Place(found.workshop_id, found.participant_id, roles)


def own_saved(
    engine: Engine, viewer: Viewer, workshop_id: str, round_id: int, participant_ids: Iterable[str]
) -> dict[str, tuple[Answer, datetime]]:
    """What each of these voted, and when, also while the round is open.

    For the server, which shows it to nobody but that participant.
    """
    viewer.must_serve()
    with reading(engine) as session:
        found = {one: repository.own_ballot(session, workshop_id, round_id, one) for one in participant_ids}
    return {one: own for one, own in found.items() if own is not None}


def own_ballots(engine: Engine, viewer: Viewer, workshop_id: str, round_id: int) -> dict[str, Answer]:
    """What each voted in a revealed round, by participant id. For the server, which tells each phone its own."""
    viewer.must_serve()
    with reading(engine) as session:
        workshop = repository.workshop(session, workshop_id)
        if not any(one.id == round_id and one.revealed for one in workshop.rounds):
            return {}
        cast = repository.ballots(session, workshop_id, [round_id]).get(round_id, [])
    return {ballot.participant_id: ballot.answer for ballot in cast}


def versions(engine: Engine, viewer: Viewer, workshop_ids: list[str]) -> dict[str, int]:
    """How far each workshop has come. One query for all who are connected. For the server."""
    viewer.must_serve()
    with reading(engine) as session:
        return repository.workshop_versions(session, workshop_ids)


def digest(token: str) -> str:
    """How a token is stored."""
    return sha256(token.encode()).hexdigest()
