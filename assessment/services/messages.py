"""Messages of an organisation to its target groups: step 4, Communicate. `entries` changes and archives them."""

from typing import Final

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.action import Action
from assessment.domain.kind import Kind
from assessment.domain.message import MESSAGE_FIELD, BasisUnknown, MessageFacts, checked_message
from assessment.domain.message_overview import Basis, MessageOverview
from assessment.domain.organisation import Organisation, name_key
from assessment.domain.viewer import Viewer
from assessment.domain.way_board import WayBoard
from assessment.services import registers
from assessment.services.clock import now
from assessment.services.entries import Shelf
from assessment.storage import repository
from assessment.storage.database import reading
from assessment.storage.repository import document_rows, message_rows, organisation_rows, way_rows
from assessment.texts.language import STOCKHOLM


def _must_fit(session: Session, organisation_id: str, facts: MessageFacts) -> None:
    """Raises BasisUnknown unless all that the message builds on is of the same organisation."""
    if not facts.basis <= set(_bases(session, organisation_id, archived=True)):
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
        bases=_bases(session, organisation_id, archived=True),
    )


def bases(engine: Engine, viewer: Viewer, organisation_id: str) -> dict[str, Basis]:
    """What a message can build on, by id: what is not archived, signed decision records in force, and actions."""
    viewer.must_read()
    with reading(engine) as session:
        return _bases(session, organisation_id, archived=False)


def _bases(session: Session, organisation_id: str, *, archived: bool) -> dict[str, Basis]:
    """With the archived ones come the records that are superseded or not signed."""
    board = WayBoard(registers.read(session, organisation_id), way_rows.records(session, organisation_id))
    activities = board.register.activities
    known = {one.id: one.facts.name for one in activities}
    documents = document_rows.documents(session, organisation_id)
    decided = board.entries if archived else [one.in_force for one in board.rows if one.in_force]
    return (
        {one.id: Basis(Kind.ACTIVITY, one.facts.name) for one in activities if archived or not one.archived}
        | {one.id: Basis(Kind.RECORD, known[one.facts.activity_id]) for one in decided}
        | {one.id: Basis(Kind.DOCUMENT, one.facts.title) for one in documents if archived or not one.archived}
        | {one.id: Basis(Kind.ACTION, one.plan.title) for one in _actions(session, board.register.organisation)}
    )


def _actions(session: Session, organisation: Organisation) -> tuple[Action, ...]:
    theirs = [one.id for one in repository.assessments(session) if name_key(one.organisation) == organisation.key]
    return repository.actions_of(session, theirs)
