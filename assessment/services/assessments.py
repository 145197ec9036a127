"""Assessments: start, list, rename, set targets, delete."""

from dataclasses import dataclass, replace
from secrets import token_urlsafe

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.assessment import (
    NAME_LIMIT,
    Assessment,
    AssessmentSummary,
    Targets,
    checked_name,
    checked_target,
)
from assessment.domain.checklist import Checklist, Scope
from assessment.domain.checklist_version import ChecklistRetired
from assessment.domain.errors import ChecklistUnknown, ItemUnknown, OrganisationTypeUnknown
from assessment.domain.response import one_line
from assessment.domain.subject import checked_subject, guessed_subject, same_subject
from assessment.domain.viewer import Viewer
from assessment.services.checklists import SHIPPED_KEY
from assessment.services.clock import now
from assessment.storage import repository
from assessment.storage.database import reading, unit_of_work

ID_BYTES = 9  # 72 random bits: no one guesses another organisation's link


@dataclass(frozen=True, slots=True)
class OpenedAssessment:
    """An assessment with the checklist version it began with."""

    assessment: Assessment
    checklist: Checklist


def start(
    engine: Engine,
    viewer: Viewer,
    *,
    name: str,
    organisation_type: str,
    scope: Scope,
    organisation: str | None = None,
    subject: str = "",
    checklist_id: int | None = None,
) -> Assessment:
    """Start an assessment. Without `checklist_id` it is on the newest checklist of Rustad's own.

    Without `organisation`, the one named last is taken over, and without `subject` it is guessed from the name. Raises
    FieldMissing when the name is blank, OrganisationTypeUnknown, ChecklistUnknown or ChecklistRetired.
    """
    viewer.must_steward()
    name, begun = checked_name(name), now()
    with unit_of_work(engine) as session:
        checklist_id, checklist = _newest(session) if checklist_id is None else _chosen(session, checklist_id)
        if organisation_type not in {kind.id for kind in checklist.organisation_types}:
            raise OrganisationTypeUnknown(kind=organisation_type)
        owner = repository.latest_organisation(session) if organisation is None else organisation
        assessment = Assessment(
            id=token_urlsafe(ID_BYTES).replace("-", "_"),  # a command line takes what begins with - for an option
            name=name,
            organisation=one_line(owner, limit=NAME_LIMIT),
            organisation_type=organisation_type,
            scope=scope,
            checklist_id=checklist_id,
            created_at=begun,
            revision=0,
            example=False,
            targets=Targets(checklist.default_target),
            subject=one_line(subject, limit=NAME_LIMIT) or guessed_subject(name),
        )
        assessment = _spelt_as_before(session, assessment)
        repository.add_assessment(session, assessment)
        repository.save_subject(session, [assessment.id], assessment.subject, now=begun, by=viewer.name)
    return assessment


def _newest(session: Session) -> tuple[int, Checklist]:
    checklist_id = repository.latest_checklist_id(session, key=SHIPPED_KEY)
    if checklist_id is None:
        raise ChecklistUnknown(key=SHIPPED_KEY)
    return checklist_id, repository.checklist(session, checklist_id)


def _chosen(session: Session, checklist_id: int) -> tuple[int, Checklist]:
    """Raises ChecklistUnknown, or ChecklistRetired when somebody took it off the shelf in the meantime."""
    for one in repository.checklist_versions(session):
        if one.id == checklist_id:
            if not one.offered:
                raise ChecklistRetired(version=one.checklist.version)
            return checklist_id, one.checklist
    raise ChecklistUnknown(key=checklist_id)


def _spelt_as_before(session: Session, begun: Assessment) -> Assessment:
    """With the subject as it was written last time, when it has been assessed before."""
    earlier = [one for one in repository.assessments(session) if same_subject(one, begun)]
    return replace(begun, subject=earlier[-1].subject) if earlier else begun


def summaries(engine: Engine, viewer: Viewer) -> list[AssessmentSummary]:
    """All assessments, the one changed last first."""
    viewer.must_read()
    with reading(engine) as session:
        return repository.summaries(session)


def opened(engine: Engine, viewer: Viewer, assessment_id: str) -> OpenedAssessment:
    """Raises AssessmentUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        assessment = repository.assessment(session, assessment_id)
        return OpenedAssessment(assessment, repository.checklist(session, assessment.checklist_id))


def revision(engine: Engine, viewer: Viewer, assessment_id: str) -> int | None:
    """Grows with every change of the assessment; None when it is gone."""
    viewer.must_read()
    with reading(engine) as session:
        return repository.revision(session, assessment_id)


def rename(
    engine: Engine, viewer: Viewer, assessment_id: str, *, name: str, organisation: str, subject: str | None = None
) -> None:
    """The subject stays as it is without `subject`. Raises FieldMissing or AssessmentUnknown."""
    viewer.must_steward()
    name, moment = checked_name(name), now()
    clean = None if subject is None else checked_subject(subject)
    with unit_of_work(engine) as session:
        about = clean or repository.assessment(session, assessment_id).subject
        repository.rename(session, assessment_id, name=name, organisation=one_line(organisation, limit=NAME_LIMIT))
        repository.save_subject(session, [assessment_id], about, now=moment, by=viewer.name)
        repository.touch(session, assessment_id, now=moment)


def set_target(engine: Engine, viewer: Viewer, assessment_id: str, *, part: str, level: int) -> None:
    """Set the wanted level of a dimension or an item. Raises TargetOffScale, ItemUnknown or AssessmentUnknown."""
    viewer.must_steward()
    checked_target(level)
    with unit_of_work(engine) as session:
        assessment = repository.assessment(session, assessment_id)
        checklist = repository.checklist(session, assessment.checklist_id)
        if part not in {term.id for term in checklist.dimensions} | {item.id for item in checklist.items}:
            raise ItemUnknown(item=part)
        repository.set_target(session, assessment_id, part=part, level=level, now=now())
        repository.touch(session, assessment_id, now=now())


def remove(engine: Engine, viewer: Viewer, assessment_id: str) -> None:
    """Delete the assessment and every answer in it, for good. Raises AssessmentUnknown."""
    viewer.must_steward()
    with unit_of_work(engine) as session:
        repository.assessment(session, assessment_id)
        repository.remove_assessment(session, assessment_id)
