"""Reports: everything about one assessment, read in one moment."""

from dataclasses import replace

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.report import AssessmentReport
from assessment.domain.viewer import Viewer
from assessment.services.clock import now
from assessment.storage import repository
from assessment.storage.database import reading


def report(engine: Engine, viewer: Viewer, assessment_id: str) -> AssessmentReport:
    """Raises AssessmentUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        return as_told_to(viewer, read_report(session, assessment_id))


def as_told_to(viewer: Viewer, report: AssessmentReport) -> AssessmentReport:
    """A member sees the results, and nobody's single answers or name."""
    if viewer.may_steward:
        return report
    nameless = tuple(replace(one, name="") for one in report.participants)
    return replace(report, participants=nameless, tells_answers=False)


def read_report(session: Session, assessment_id: str) -> AssessmentReport:
    """The report within a transaction. Raises AssessmentUnknown."""
    assessment = repository.assessment(session, assessment_id)
    checklist = repository.checklist(session, assessment.checklist_id)
    asked = {item.id for item in assessment.asked(checklist)}
    given = repository.responses(session, assessment_id)
    return AssessmentReport(
        assessment=assessment,
        checklist=checklist,
        participants=repository.participants(session, assessment_id),
        responses={one: [r for r in responses if r.item_id in asked] for one, responses in given.items()},
        agreed=repository.agreed_levels(session, assessment_id),
        agreed_at=repository.agreed_moments(session, assessment_id),
        at=now(),
        actions=repository.actions(session, assessment_id),
        rounds=tuple(one for one in repository.revealed_rounds(session, assessment_id) if one.item_id in asked),
        attending=frozenset(repository.attending_ids(session, assessment_id)),
        order=repository.row_order(session, assessment_id),
    )
