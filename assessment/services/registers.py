"""The register of an organisation's vital activities and their critical deliveries: step 1, Analyse."""

from typing import Final

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.activity import ActivityUnknown, checked_activity
from assessment.domain.delivery import DeliveryFacts, checked_delivery
from assessment.domain.register import Register
from assessment.domain.viewer import Viewer
from assessment.services import organisations
from assessment.services.clock import now
from assessment.services.entries import Shelf
from assessment.storage.database import reading
from assessment.storage.repository import organisation_rows, register_rows
from assessment.texts.language import STOCKHOLM


def _must_fit(session: Session, organisation_id: str, facts: DeliveryFacts) -> None:
    """Raises ActivityUnknown unless all that lean on the delivery are of the same organisation."""
    for activity_id in facts.reliance:
        if register_rows.activity(session, activity_id).organisation_id != organisation_id:
            raise ActivityUnknown


ACTIVITIES: Final = Shelf(register_rows.activity, register_rows.save_activity, checked_activity)
DELIVERIES: Final = Shelf(register_rows.delivery, register_rows.save_delivery, checked_delivery, _must_fit)


def register(engine: Engine, viewer: Viewer, organisation_id: str) -> Register:
    """The whole register as it stands today. Raises OrganisationUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        return read(session, organisation_id)


def of_assessment(engine: Engine, viewer: Viewer, assessment_id: str) -> Register | None:
    """The register of the assessment's organisation; None before there is one. Raises AssessmentUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        found = organisations.find(session, assessment_id)
        return None if found is None else read(session, found.id)


def read(session: Session, organisation_id: str) -> Register:
    """Within a transaction. Raises OrganisationUnknown."""
    return Register(
        organisation=organisation_rows.organisation(session, organisation_id),
        activities=register_rows.activities(session, organisation_id),
        deliveries=register_rows.deliveries(session, organisation_id),
        today=now().astimezone(STOCKHOLM).date(),
    )
