"""Everything that an organisation has registered in the four steps, for what it takes along."""

from dataclasses import dataclass

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.checklist import Checklist
from assessment.domain.four_steps import FourSteps
from assessment.domain.organisation import name_key
from assessment.domain.report import AssessmentReport
from assessment.domain.viewer import Viewer
from assessment.domain.way_board import WayBoard
from assessment.domain.workshop_record import WorkshopRecord
from assessment.services import checklists, documents, messages, organisations, registers, year_wheels
from assessment.services.records import held
from assessment.services.reports import as_told_to, read_report
from assessment.storage import repository
from assessment.storage.database import reading
from assessment.storage.repository import organisation_rows, way_rows


@dataclass(frozen=True, slots=True)
class Whole:
    """All that is known of an assessment. `steps` is None when its organisation has registered nothing."""

    report: AssessmentReport
    records: tuple[WorkshopRecord, ...]  # of its workshops, the oldest first
    steps: FourSteps | None


def whole(engine: Engine, viewer: Viewer, assessment_id: str) -> Whole:
    """Raises AssessmentUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        report = as_told_to(viewer, read_report(session, assessment_id))
        organisation = organisations.find(session, assessment_id)
        steps = None if organisation is None else _steps(session, organisation.id, report, report.checklist)
        return Whole(report, held(session, assessment_id), None if steps is None or steps.empty else steps)


def four_steps(engine: Engine, viewer: Viewer, organisation_id: str, assessment_id: str | None = None) -> FourSteps:
    """The questions about documents are from that assessment when it is the organisation's, else from its latest.

    Raises OrganisationUnknown.
    """
    viewer.must_read()
    newest = checklists.newest(engine, viewer)
    with reading(engine) as session:
        organisation = organisation_rows.organisation(session, organisation_id)
        report = _report(session, organisation.key, assessment_id)
        return _steps(session, organisation_id, report, report.checklist if report else newest)


def _steps(session: Session, organisation_id: str, report: AssessmentReport | None, checklist: Checklist) -> FourSteps:
    against = documents.read(session, organisation_id, checklist)
    return FourSteps(
        board=WayBoard(registers.read(session, organisation_id), way_rows.records(session, organisation_id)),
        documents=against,
        messages=messages.read(session, organisation_id),
        wheel=year_wheels.read(session, organisation_id),
        questions=against.questions(report.results) if report else (),
    )


def _report(session: Session, organisation_key: str, assessment_id: str | None) -> AssessmentReport | None:
    kept = [one.assessment for one in repository.summaries(session)]
    theirs = [one.id for one in kept if name_key(one.organisation) == organisation_key]
    if not theirs:
        return None
    return read_report(session, assessment_id if assessment_id in theirs else theirs[0])
