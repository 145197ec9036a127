"""Erasing one participant: answers, comments, evidence, name, links and votes go; the record of a workshop stays true.

A vote that a room has seen is part of what was decided there. It stays in the count, as the vote of somebody without a
name whom nothing leads back to.
"""

from secrets import token_hex, token_urlsafe

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.assessment import Participant
from assessment.domain.erasure import Traces, kept_roles
from assessment.domain.response import Response
from assessment.domain.viewer import Viewer
from assessment.services.assessments import ID_BYTES
from assessment.services.clock import now
from assessment.storage import repository
from assessment.storage.database import reading, unit_of_work

DIGEST_BYTES = 32  # as long as the digest of a token, and of none


def known(engine: Engine, viewer: Viewer, assessment_id: str) -> tuple[Traces, ...]:
    """Everybody who takes part in an assessment, in the order in which they came. Raises AssessmentUnknown."""
    viewer.must_keep_house()
    with reading(engine) as session:
        repository.assessment(session, assessment_id)
        people = repository.participants(session, assessment_id)
        return tuple(_traces(session, one, _shown(session, one)) for one in people)


def traces(engine: Engine, viewer: Viewer, participant_id: str) -> Traces:
    """What erasing this participant would take away, and what would stay. Raises ParticipantUnknown."""
    viewer.must_keep_house()
    with reading(engine) as session:
        participant = repository.participant(session, participant_id)
        return _traces(session, participant, _shown(session, participant))


def erase(engine: Engine, viewer: Viewer, participant_id: str) -> Traces:
    """Erase the participant and return what there was. Copies of the database still hold it.

    Raises ParticipantUnknown.
    """
    viewer.must_keep_house()
    with unit_of_work(engine) as session:
        participant = repository.participant(session, participant_id)
        shown, rooms = _shown(session, participant), repository.attended(session, participant_id)
        found = _traces(session, participant, shown)
        for workshop_id in {*shown, *rooms}:
            _put_stand_in(session, participant, workshop_id, shown.get(workshop_id, set()), seated=workshop_id in rooms)
        repository.remove_participant(session, participant_id, rooms)
        repository.touch(session, participant.assessment_id, now=now())
    return found


def _put_stand_in(
    session: Session, participant: Participant, workshop_id: str, rounds: set[int], *, seated: bool
) -> None:
    """Somebody without a name takes over what the room has seen, and the seat, so that the numbers stay.

    Who never sat there answered beforehand; nobody without roles may be answered for, see `participants.progress`.
    """
    workshop = repository.workshop(session, workshop_id)
    roles = kept_roles(participant, repository.attendees(session, workshop_id)) if seated else ()
    nobody = Participant(token_urlsafe(ID_BYTES), participant.assessment_id, roles, "", workshop.created_at)
    repository.hand_over_votes(session, participant.id, nobody, workshop_id, rounds)
    if seated:
        repository.keep_seat(session, workshop_id, nobody, nobodys=token_hex(DIGEST_BYTES), now=workshop.created_at)


def _shown(session: Session, participant: Participant) -> dict[str, set[int]]:
    """The rounds with a vote of this participant that a room has seen, by workshop."""
    found: dict[str, set[int]] = {}
    for workshop_id, round_id in repository.voted_in(session, participant.id):
        workshop = repository.workshop(session, workshop_id)
        if any(one.id == round_id and one.revealed for one in workshop.rounds):
            found.setdefault(workshop_id, set()).add(round_id)
    return found


def _traces(session: Session, participant: Participant, shown: dict[str, set[int]]) -> Traces:
    given = repository.responses_of(session, participant.id).values()
    votes, cast = sum(map(len, shown.values())), len(repository.voted_in(session, participant.id))
    return Traces(
        participant,
        answers=sum(one.answer is not None for one in given),
        texts=sum(map(_texts, given)),
        votes=votes,
        unseen=cast - votes,
    )


def _texts(given: Response) -> int:
    return sum(bool(text) for text in (given.reason, given.comment, given.evidence))
