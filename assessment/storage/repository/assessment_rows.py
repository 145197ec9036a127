"""Assessments, and the counter that tells open screens that something changed."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, update
from sqlalchemy import select as plain_select
from sqlmodel import Session, col, select

from assessment.domain.assessment import Assessment, AssessmentSummary, Targets
from assessment.domain.checklist import Checklist, Item, Scope
from assessment.domain.errors import AssessmentUnknown, ParticipantUnknown
from assessment.domain.subject import with_guess
from assessment.storage.repository.checklist_rows import checklist, known_checklist
from assessment.storage.repository.subject_rows import chosen_subjects
from assessment.storage.repository.target_rows import all_targets, targets, targets_from
from assessment.storage.tables import AssessmentRow, ChecklistRow, ParticipantRow, ResponseRow, SubjectRow
from assessment.storage.tables.base import table_of

ASSESSMENT, CHECKLIST, PARTICIPANT, SUBJECT = (
    table_of(one) for one in (AssessmentRow, ChecklistRow, ParticipantRow, SubjectRow)
)
# Every answer runs these, so they are made once, and ask for all that they can at a time.
ONE = (
    plain_select(ASSESSMENT, CHECKLIST.c.file_digest, SUBJECT.c.name.label("subject"))
    .join(CHECKLIST, CHECKLIST.c.id == ASSESSMENT.c.checklist_id)
    .outerjoin(SUBJECT, SUBJECT.c.assessment_id == ASSESSMENT.c.id)
    .where(ASSESSMENT.c.id == bindparam("assessment"))
)
ASKED_OF = (
    plain_select(ASSESSMENT.c.scope, ASSESSMENT.c.organisation_type, CHECKLIST.c.id, CHECKLIST.c.file_digest)
    .join(PARTICIPANT, PARTICIPANT.c.assessment_id == ASSESSMENT.c.id)
    .join(CHECKLIST, CHECKLIST.c.id == ASSESSMENT.c.checklist_id)
    .where(PARTICIPANT.c.id == bindparam("participant"))
)
OF_PARTICIPANT = plain_select(PARTICIPANT.c.assessment_id).where(PARTICIPANT.c.id == bindparam("participant"))
COUNTED = {"revision": ASSESSMENT.c.revision + 1, "changed_at": bindparam("now")}
TOUCH = update(ASSESSMENT).where(ASSESSMENT.c.id == bindparam("assessment")).values(COUNTED)
TOUCH_BY_PARTICIPANT = update(ASSESSMENT).where(ASSESSMENT.c.id == OF_PARTICIPANT.scalar_subquery()).values(COUNTED)


def add_assessment(session: Session, assessment: Assessment) -> None:
    session.add(
        AssessmentRow(
            id=assessment.id,
            name=assessment.name,
            organisation=assessment.organisation,
            organisation_type=assessment.organisation_type,
            scope=assessment.scope.value,
            checklist_id=assessment.checklist_id,
            created_at=assessment.created_at,
            changed_at=assessment.created_at,
            revision=assessment.revision,
            example=assessment.example,
        )
    )
    session.flush()


def assessment(session: Session, assessment_id: str) -> Assessment:
    """Raises AssessmentUnknown."""
    row = session.connection().execute(ONE, {"assessment": assessment_id}).first()
    if row is None:
        raise AssessmentUnknown
    bank = known_checklist(session, row.checklist_id, digest=row.file_digest)
    return _assessment(row, targets(session, row.id, bank), row.subject or "")


def asked_of(session: Session, participant_id: str) -> tuple[Checklist, tuple[Item, ...]]:
    """The checklist of a participant's assessment, and the items that it asks. Raises ParticipantUnknown."""
    row = session.connection().execute(ASKED_OF, {"participant": participant_id}).first()
    if row is None:
        raise ParticipantUnknown
    bank = known_checklist(session, row.id, digest=row.file_digest)
    return bank, bank.asked(scope=Scope(row.scope), organisation_type=row.organisation_type)


def assessments(session: Session) -> list[Assessment]:
    """All of them, the oldest first, in few statements however many there are."""
    wanted, subjects = all_targets(session), chosen_subjects(session)
    rows = session.exec(select(AssessmentRow).order_by(col(AssessmentRow.created_at), col(AssessmentRow.id))).all()
    banks = {id_: checklist(session, id_) for id_ in {row.checklist_id for row in rows}}
    return [
        _assessment(row, targets_from(wanted.get(row.id, ()), banks[row.checklist_id]), subjects.get(row.id, ""))
        for row in rows
    ]


def _assessment(row: AssessmentRow | Row[Any], wanted: Targets, subject: str) -> Assessment:
    found = Assessment(
        id=row.id,
        name=row.name,
        organisation=row.organisation,
        organisation_type=row.organisation_type,
        scope=Scope(row.scope),
        checklist_id=row.checklist_id,
        created_at=row.created_at,
        revision=row.revision,
        example=row.example,
        targets=wanted,
        subject=subject,
    )
    return with_guess(found)


def latest_organisation(session: Session) -> str:
    """The organisation named last, examples aside; empty when none has been."""
    named = (col(AssessmentRow.example).is_(False), col(AssessmentRow.organisation) != "")
    newest = select(AssessmentRow.organisation).where(*named)
    return session.exec(newest.order_by(col(AssessmentRow.created_at).desc(), col(AssessmentRow.id))).first() or ""


def summaries(session: Session) -> list[AssessmentSummary]:
    """All assessments, the one changed last first."""
    people = dict(
        session.exec(
            select(ParticipantRow.assessment_id, func.count()).group_by(col(ParticipantRow.assessment_id))
        ).all()
    )
    answered = dict(
        session.exec(
            select(ParticipantRow.assessment_id, func.count(func.distinct(col(ResponseRow.item_id))))
            .join(ResponseRow, col(ResponseRow.participant_id) == col(ParticipantRow.id))
            .where(col(ResponseRow.kind).is_not(None))
            .group_by(col(ParticipantRow.assessment_id))
        ).all()
    )
    changed = dict(session.exec(select(AssessmentRow.id, AssessmentRow.changed_at)).all())
    found = [
        AssessmentSummary(
            one,
            people.get(one.id, 0),
            len(one.asked(checklist(session, one.checklist_id))),
            answered.get(one.id, 0),
            changed[one.id],
        )
        for one in assessments(session)
    ]
    return sorted(found, key=lambda summary: summary.changed_at, reverse=True)


def touch(session: Session, assessment_id: str, *, now: datetime) -> None:
    """Count one change of the assessment or of anything in it."""
    session.connection().execute(TOUCH, {"assessment": assessment_id, "now": now})


def touch_by_participant(session: Session, participant_id: str, *, now: datetime) -> None:
    """Count one change of the assessment that the participant takes part in."""
    session.connection().execute(TOUCH_BY_PARTICIPANT, {"participant": participant_id, "now": now})


def revision(session: Session, assessment_id: str) -> int | None:
    """How often the assessment has changed; None when it is gone."""
    return session.exec(select(AssessmentRow.revision).where(AssessmentRow.id == assessment_id)).first()


def rename(session: Session, assessment_id: str, *, name: str, organisation: str) -> None:
    session.execute(
        update(AssessmentRow).where(col(AssessmentRow.id) == assessment_id).values(name=name, organisation=organisation)
    )


def remove_assessment(session: Session, assessment_id: str) -> None:
    """Delete the assessment and all that belongs to it."""
    session.execute(delete(AssessmentRow).where(col(AssessmentRow.id) == assessment_id))
