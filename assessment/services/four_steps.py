"""Everything that an organisation has registered in the four steps, for what it takes along."""

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.four_steps import FourSteps
from assessment.domain.organisation import name_key
from assessment.domain.report import AssessmentReport
from assessment.domain.viewer import Viewer
from assessment.domain.way_board import WayBoard
from assessment.services import checklists, documents, messages, registers, year_wheels
from assessment.services.reports import read_report
from assessment.storage import repository
from assessment.storage.database import reading
from assessment.storage.repository import way_rows


def four_steps(engine: Engine, viewer: Viewer, organisation_id: str, assessment_id: str | None = None) -> FourSteps:
    """The questions about documents are from that assessment when it is the organisation's, else from its latest.

    Raises OrganisationUnknown.
    """
    viewer.must_read()
    newest = checklists.newest(engine, viewer)
    with reading(engine) as session:
        register = registers.read(session, organisation_id)
        report = _report(session, register.organisation.key, assessment_id)
        against = documents.read(session, organisation_id, report.checklist if report else newest)
        return FourSteps(
            board=WayBoard(register, way_rows.records(session, organisation_id)),
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
