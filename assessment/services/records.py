"""The records of workshops: what each leaves behind, read in one moment."""

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.viewer import Viewer
from assessment.domain.workshop import Workshop
from assessment.domain.workshop_record import WorkshopRecord
from assessment.services.clock import now
from assessment.storage import repository
from assessment.storage.database import reading


def workshop_record(engine: Engine, viewer: Viewer, workshop_id: str) -> WorkshopRecord:
    """Raises WorkshopUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        return _record(session, repository.workshop(session, workshop_id))


def of_assessment(engine: Engine, viewer: Viewer, assessment_id: str) -> tuple[WorkshopRecord, ...]:
    """Of every workshop in which something was done, the oldest first. Raises AssessmentUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        repository.assessment(session, assessment_id)
        return held(session, assessment_id)


def held(session: Session, assessment_id: str) -> tuple[WorkshopRecord, ...]:
    """The same, inside a transaction."""
    begun = [one for one in repository.workshops(session, assessment_id) if one.record]
    return tuple(_record(session, workshop) for workshop in reversed(begun))


def _record(session: Session, workshop: Workshop) -> WorkshopRecord:
    assessment = repository.assessment(session, workshop.assessment_id)
    return WorkshopRecord(
        workshop=workshop,
        assessment=assessment,
        checklist=repository.checklist(session, assessment.checklist_id),
        attendees=repository.attendees(session, workshop.id),
        participants=repository.participants(session, assessment.id),
        rounds=tuple(repository.revealed_in(session, workshop)),
        at=now(),
    )
