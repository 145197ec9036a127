"""Workshops: prepare one, find those of an assessment."""

from secrets import token_urlsafe

from sqlalchemy.engine import Engine

from assessment.domain.viewer import Viewer, ViewerKind
from assessment.domain.workshop import Workshop
from assessment.domain.workshop_parts import Agenda, Names, checked_settings
from assessment.services.assessments import ID_BYTES
from assessment.services.clock import now
from assessment.services.join_codes import free_code_number
from assessment.storage import repository
from assessment.storage.database import reading, unit_of_work


def prepare(
    engine: Engine,
    viewer: Viewer,
    assessment_id: str,
    *,
    names: Names = Names.HIDDEN,
    agenda: Agenda = Agenda.CHECKLIST,
    minutes: int = 90,
    facilitator: str = "",
) -> Workshop:
    """Make a workshop that people can join at once. Raises AssessmentUnknown or BudgetWrong."""
    viewer.must_facilitate()
    chosen = checked_settings(names=names, agenda=agenda, minutes=minutes, facilitator=facilitator)
    workshop = Workshop(token_urlsafe(ID_BYTES), assessment_id, chosen, now())
    with unit_of_work(engine) as session:
        repository.assessment(session, assessment_id)
        number = free_code_number(engine, session, workshop.id)
        repository.add_workshop(session, workshop, code_number=number)
        repository.touch(session, assessment_id, now=workshop.created_at)
    return workshop


def of_assessment(engine: Engine, viewer: Viewer, assessment_id: str) -> tuple[Workshop, ...]:
    """The workshops of an assessment, the latest first."""
    viewer.must_read()
    with reading(engine) as session:
        return repository.workshops(session, assessment_id)


def let_phones_in(engine: Engine, viewer: Viewer, workshop_id: str, *, allowed: bool) -> None:
    """Open or close the door to phones on the network. It stays so after a restart. Raises WorkshopUnknown."""
    viewer.must_facilitate()
    with unit_of_work(engine) as session:
        repository.workshop(session, workshop_id)
        repository.let_phones_in(session, workshop_id, allowed=allowed)


def phones_wanted(engine: Engine, viewer: Viewer) -> bool:
    """Whether the door to phones should be open: some workshop that has not ended lets them in.

    For the server, which opens it, and for the facilitator.
    """
    if viewer.kind is not ViewerKind.SERVER:
        viewer.must_facilitate()
    with reading(engine) as session:
        return repository.phones_wanted(session)
