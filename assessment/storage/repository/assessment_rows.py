"""Assessments, and the counter that tells open screens that something changed."""

from datetime import datetime

from sqlalchemy import delete, func, update
from sqlmodel import Session, col, select

from assessment.domain.assessment import Assessment, AssessmentSummary, Targets
from assessment.domain.checklist import Scope
from assessment.domain.errors import AssessmentUnknown
from assessment.domain.subject import with_guess
from assessment.storage.repository.checklist_rows import checklist
from assessment.storage.repository.subject_rows import chosen_subject, chosen_subjects
from assessment.storage.repository.target_rows import all_targets, targets, targets_from
from assessment.storage.tables import AssessmentRow, ParticipantRow, ResponseRow


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
    row = session.get(AssessmentRow, assessment_id)
    if row is None:
        raise AssessmentUnknown
    wanted = targets(session, row.id, checklist(session, row.checklist_id))
    return _assessment(row, wanted, chosen_subject(session, row.id))


def assessments(session: Session) -> list[Assessment]:
    """All of them, the oldest first, in few statements however many there are."""
    wanted, subjects = all_targets(session), chosen_subjects(session)
    rows = session.exec(select(AssessmentRow).order_by(col(AssessmentRow.created_at), col(AssessmentRow.id))).all()
    banks = {id_: checklist(session, id_) for id_ in {row.checklist_id for row in rows}}
    return [
        _assessment(row, targets_from(wanted.get(row.id, ()), banks[row.checklist_id]), subjects.get(row.id, ""))
        for row in rows
    ]


def _assessment(row: AssessmentRow, wanted: Targets, subject: str) -> Assessment:
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
    return session.exec(newest.order_by(col(AssessmentRow.created_at).desc())).first() or ""


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
    session.execute(
        update(AssessmentRow)
        .where(col(AssessmentRow.id) == assessment_id)
        .values(revision=AssessmentRow.revision + 1, changed_at=now)
    )


def touch_by_participant(session: Session, participant_id: str, *, now: datetime) -> None:
    """Count one change of the assessment that the participant takes part in."""
    theirs = select(ParticipantRow.assessment_id).where(ParticipantRow.id == participant_id).scalar_subquery()
    session.execute(
        update(AssessmentRow)
        .where(col(AssessmentRow.id) == theirs)
        .values(revision=AssessmentRow.revision + 1, changed_at=now)
    )


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
