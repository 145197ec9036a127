"""Answer forms: handed out, and brought back in as one change or none."""

from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from secrets import token_urlsafe

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.assessment import NAME_LIMIT, Assessment, Participant
from assessment.domain.checklist import Checklist
from assessment.domain.errors import ItemNotAsked, ParticipantUnknown
from assessment.domain.form import Change, FilledForm, FormOfOtherVersion, Proposal
from assessment.domain.report import AssessmentReport
from assessment.domain.response import Response, checked_text, one_line
from assessment.domain.viewer import Viewer
from assessment.services.assessments import ID_BYTES
from assessment.services.clock import now
from assessment.services.own_answers import must_answer_as
from assessment.services.participants import checked_roles
from assessment.storage import repository
from assessment.storage.database import reading, unit_of_work


@dataclass(frozen=True, slots=True)
class FormBasis:
    """What an answer form is made from. The report holds no other participant's answers."""

    report: AssessmentReport
    form_id: str
    participant: Participant | None


def basis(engine: Engine, viewer: Viewer, assessment_id: str, *, participant_id: str | None = None) -> FormBasis:
    """A new form: an empty one, or one with a participant's answers in it.

    Raises AssessmentUnknown, or ParticipantUnknown also for a participant of another assessment.
    """
    with reading(engine) as session:
        _check_rights(session, viewer, participant_id)
        assessment = repository.assessment(session, assessment_id)
        participant = _participant_of(session, assessment, participant_id) if participant_id else None
        given = repository.responses_of(session, participant.id) if participant else {}
        report = AssessmentReport(
            assessment=assessment,
            checklist=repository.checklist(session, assessment.checklist_id),
            participants=(participant,) if participant else (),
            responses={participant.id: list(given.values())} if participant else {},
            agreed={},
            at=now(),
        )
    return FormBasis(report, token_urlsafe(ID_BYTES), participant)


def proposed(engine: Engine, viewer: Viewer, form: FilledForm) -> Proposal:
    """What bringing the form in would change. Raises what `apply` raises."""
    with reading(engine) as session:
        _check_rights(session, viewer, form.participant_id)
        return _proposal(session, form, now())


def apply(engine: Engine, viewer: Viewer, form: FilledForm) -> Proposal:
    """Bring the form in, all of it or nothing, and return what was changed.

    A form made for a participant changes that one. Any other form makes a participant the first time and changes the
    same one after that. Raises AssessmentUnknown, ParticipantUnknown, FormOfOtherVersion, ItemNotAsked, RoleMissing,
    RoleUnknown or TextTooLong.
    """
    moment = now()
    with unit_of_work(engine) as session:
        _check_rights(session, viewer, form.participant_id)
        proposal = _proposal(session, form, moment)
        if proposal.empty:
            return proposal
        person = proposal.participant
        if proposal.newcomer:
            repository.add_participant(session, person)
        elif proposal.person_changed:
            repository.change_roles(session, person.id, roles=person.roles, name=person.name)
        for change in proposal.changes:
            repository.save_response(session, person.id, change.after)
        repository.touch(session, person.assessment_id, now=moment)
    return proposal


def _check_rights(session: Session, viewer: Viewer, participant_id: str | None) -> None:
    if participant_id:
        must_answer_as(session, viewer, participant_id)
    else:
        viewer.must_steward()


def _participant_of(session: Session, assessment: Assessment, participant_id: str) -> Participant:
    participant = repository.participant(session, participant_id)
    if participant.assessment_id != assessment.id:
        raise ParticipantUnknown
    return participant


def _proposal(session: Session, form: FilledForm, moment: datetime) -> Proposal:
    assessment = repository.assessment(session, form.assessment_id)
    checklist = repository.checklist(session, assessment.checklist_id)
    if (form.checklist_key, form.checklist_version) != (checklist.key, checklist.version):
        raise FormOfOtherVersion(found=form.checklist_version, expected=checklist.version)
    before = _person_before(session, assessment, form)
    after = Participant(
        id=before.id if before else _id_from(form),
        assessment_id=assessment.id,
        roles=checked_roles(form.roles, checklist),
        name=one_line(form.name, limit=NAME_LIMIT) or (before.name if before else ""),
        created_at=before.created_at if before else moment,
    )
    stored = repository.responses_of(session, before.id) if before else {}
    changes = _changes(form, assessment, checklist, stored, moment)
    return Proposal(after, before is None, before not in (None, after), changes, len(form.responses) - len(changes))


def _person_before(session: Session, assessment: Assessment, form: FilledForm) -> Participant | None:
    if form.participant_id:
        return _participant_of(session, assessment, form.participant_id)
    known = {one.id: one for one in repository.participants(session, assessment.id)}
    return known.get(_id_from(form))


def _id_from(form: FilledForm) -> str:
    """The same form gives the same participant, so that bringing it in twice makes no second person."""
    digest = sha256(f"{form.assessment_id} {form.form_id}".encode()).digest()
    return urlsafe_b64encode(digest[:ID_BYTES]).decode()


def _changes(
    form: FilledForm,
    assessment: Assessment,
    checklist: Checklist,
    stored: Mapping[str, Response],
    moment: datetime,
) -> tuple[Change, ...]:
    """The changes in the checklist's order."""
    asked = {item.id: item for item in assessment.asked(checklist)}
    for item_id in form.responses:
        if item_id not in asked:
            raise ItemNotAsked(item=item_id)
    found = []
    for item in asked.values():
        before = stored.get(item.id)
        after = _merged(before or Response(item.id), form.responses.get(item.id, Response(item.id)), moment)
        if after != (before or Response(item.id)):
            found.append(Change(item, before, replace(after, updated_at=moment)))
    return tuple(found)


def _merged(before: Response, written: Response, moment: datetime) -> Response:
    """What is stored, changed by what is written. An empty cell changes nothing."""
    after = replace(
        before,
        reason=checked_text(written.reason) or before.reason,
        comment=checked_text(written.comment) or before.comment,
        evidence=checked_text(written.evidence) or before.evidence,
    )
    if written.answer not in (None, before.answer):
        after = replace(after, answer=written.answer, answered_at=moment)
    return replace(after, evidence_at=moment) if after.evidence != before.evidence else after
