"""Messages of an organisation to its target groups: step 4, Communicate. `entries` changes and archives them."""

from typing import Final

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.message import MESSAGE_FIELD, BasisUnknown, MessageFacts, checked_message
from assessment.domain.message_overview import MessageOverview
from assessment.domain.viewer import Viewer
from assessment.services.clock import now
from assessment.services.entries import Shelf
from assessment.storage.database import reading
from assessment.storage.repository import document_rows, message_rows, organisation_rows, register_rows
from assessment.texts.language import STOCKHOLM


def _must_fit(session: Session, organisation_id: str, facts: MessageFacts) -> None:
    """Raises BasisUnknown unless all that the message builds on is of the same organisation."""
    if not facts.basis <= set(_names(session, organisation_id, archived=True)):
        raise BasisUnknown(field=MESSAGE_FIELD["basis"])


MESSAGES: Final = Shelf(message_rows.message, message_rows.save_message, checked_message, _must_fit)


def overview(engine: Engine, viewer: Viewer, organisation_id: str) -> MessageOverview:
    """The messages as they stand today. Raises OrganisationUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        return read(session, organisation_id)


def read(session: Session, organisation_id: str) -> MessageOverview:
    """Within a transaction. Raises OrganisationUnknown."""
    organisation_rows.organisation(session, organisation_id)
    return MessageOverview(
        entries=message_rows.messages(session, organisation_id),
        today=now().astimezone(STOCKHOLM).date(),
        names=_names(session, organisation_id, archived=True),
    )


def bases(engine: Engine, viewer: Viewer, organisation_id: str) -> dict[str, str]:
    """What a message can build on: the names of activities and governing documents that are not archived, by id."""
    viewer.must_read()
    with reading(engine) as session:
        return _names(session, organisation_id, archived=False)


def _names(session: Session, organisation_id: str, *, archived: bool) -> dict[str, str]:
    activities = register_rows.activities(session, organisation_id)
    documents = document_rows.documents(session, organisation_id)
    return {one.id: one.facts.name for one in activities if archived or not one.archived} | {
        one.id: one.facts.title for one in documents if archived or not one.archived
    }
