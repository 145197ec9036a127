"""Participants: who answers in an assessment, and as what."""

from collections.abc import Sequence
from dataclasses import dataclass
from secrets import token_urlsafe

from sqlalchemy.engine import Engine

from assessment.domain.assessment import NAME_LIMIT, Participant
from assessment.domain.checklist import Checklist
from assessment.domain.errors import RoleMissing, RoleUnknown
from assessment.domain.response import one_line
from assessment.domain.viewer import Viewer
from assessment.services.assessments import ID_BYTES
from assessment.services.clock import now
from assessment.services.own_answers import must_answer_as, must_take_part, own_participant
from assessment.storage import repository
from assessment.storage.database import reading, unit_of_work
from assessment.storage.repository import access_rows


@dataclass(frozen=True, slots=True)
class ParticipantProgress:
    """A participant and the number of asked items that this person has answered.

    `own`: it is the viewer, who has signed in. `added_by` is the signed-in person who added somebody else.
    """

    participant: Participant
    answered: int
    own: bool = False
    added_by: str = ""


def join(
    engine: Engine, viewer: Viewer, assessment_id: str, *, roles: Sequence[str], name: str = "", myself: bool = False
) -> Participant:
    """Add a participant. Who joins as herself does so once and comes back as the one that she is. A member always does.

    A signed-in steward who adds somebody else is noted as having done so. In local mode nobody is known, and `myself`
    means nothing. Raises AssessmentUnknown, RoleMissing or RoleUnknown.
    """
    must_take_part(viewer)
    own = bool(viewer.person) and (myself or not viewer.may_steward)
    with unit_of_work(engine) as session:
        assessment = repository.assessment(session, assessment_id)
        mine = own_participant(session, viewer, assessment_id) if own else None
        if mine is not None:
            return mine
        checklist = repository.checklist(session, assessment.checklist_id)
        participant = Participant(
            id=token_urlsafe(ID_BYTES),
            assessment_id=assessment_id,
            roles=checked_roles(roles, checklist),
            name=one_line(name, limit=NAME_LIMIT),
            created_at=now(),
        )
        repository.add_participant(session, participant)
        if own:
            access_rows.bind_person(session, participant.id, person=viewer.person)
        elif viewer.person:
            access_rows.note_added(session, participant.id, by=viewer.name)
        repository.touch(session, assessment_id, now=participant.created_at)
    return participant


def progress(engine: Engine, viewer: Viewer, assessment_id: str) -> list[ParticipantProgress]:
    """Those whom the viewer may answer as, in the order in which they came. Raises AssessmentUnknown.

    Who joined a workshop by phone answers there, and who signed in answers as herself; nobody else may answer in that
    person's place. A member sees herself only. Nobody stands in for who was erased, see `erasure`.
    """
    must_take_part(viewer)
    with reading(engine) as session:
        assessment = repository.assessment(session, assessment_id)
        asked = {item.id for item in assessment.asked(repository.checklist(session, assessment.checklist_id))}
        given = repository.responses(session, assessment_id)
        elsewhere = repository.attending_ids(session, assessment_id)
        persons, added = access_rows.persons(session, assessment_id), access_rows.added(session, assessment_id)
        return [
            ParticipantProgress(
                one,
                sum(r.item_id in asked and r.answer is not None for r in given.get(one.id, ())),
                own=one.id in persons,
                added_by=added.get(one.id, ""),
            )
            for one in repository.participants(session, assessment_id)
            if one.roles and one.id not in elsewhere and _is_theirs(viewer, persons.get(one.id, ""))
        ]


def _is_theirs(viewer: Viewer, person: str) -> bool:
    """Whether the viewer may answer as a participant who is this person."""
    return person == viewer.person if person else viewer.may_steward


def change_roles(engine: Engine, viewer: Viewer, participant_id: str, *, roles: Sequence[str], name: str) -> None:
    """Raises ParticipantUnknown, RoleMissing or RoleUnknown."""
    with unit_of_work(engine) as session:
        must_answer_as(session, viewer, participant_id)
        participant = repository.participant(session, participant_id)
        assessment = repository.assessment(session, participant.assessment_id)
        checked = checked_roles(roles, repository.checklist(session, assessment.checklist_id))
        repository.change_roles(session, participant_id, roles=checked, name=one_line(name, limit=NAME_LIMIT))
        repository.touch(session, assessment.id, now=now())


def checked_roles(roles: Sequence[str], checklist: Checklist) -> tuple[str, ...]:
    """The roles in the checklist's order. Raises RoleMissing or RoleUnknown."""
    if not roles:
        raise RoleMissing
    known = [role.id for role in checklist.roles]
    for role in roles:
        if role not in known:
            raise RoleUnknown(role=role)
    return tuple(role for role in known if role in roles)
