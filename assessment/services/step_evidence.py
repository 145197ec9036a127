"""What the four steps have to say about a question: the places that lift it, and what is counted there.

A step that counts something adds a function to `COUNTERS`. A count is offered as evidence; it never changes a level.
"""

from collections.abc import Callable, Mapping
from typing import Final

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.checklist import Source
from assessment.domain.message_measures import MEASURES as MESSAGE_MEASURES
from assessment.domain.place import Evidence, Place, Share
from assessment.domain.register_measures import MEASURES
from assessment.domain.step_examples import StepExamples
from assessment.domain.viewer import Viewer
from assessment.domain.way_board import WayBoard
from assessment.domain.way_measures import MEASURES as WAY_MEASURES
from assessment.services import checklists, messages, organisations, registers
from assessment.storage import steps_file
from assessment.storage.database import reading
from assessment.storage.repository import way_rows

Counter = Callable[[Session, str, str], Share]  # by organisation id and the name of the measure


def _in_register(session: Session, organisation_id: str, measure: str) -> Share:
    return MEASURES[measure](registers.read(session, organisation_id))


def _in_records(session: Session, organisation_id: str, measure: str) -> Share:
    board = WayBoard(registers.read(session, organisation_id), way_rows.records(session, organisation_id))
    return WAY_MEASURES[measure](board)


def _in_messages(session: Session, organisation_id: str, measure: str) -> Share:
    return MESSAGE_MEASURES[measure](messages.read(session, organisation_id))


COUNTERS: Final[Mapping[str, Counter]] = {
    "analysera": _in_register,
    "vagval": _in_records,
    "kommunicera": _in_messages,
}


def places() -> tuple[Place, ...]:
    """Where each question is lifted, step by step."""
    return steps_file.places()


def places_of(item_id: str) -> tuple[Place, ...]:
    return tuple(one for one in steps_file.places() if one.item == item_id)


def sources(engine: Engine, viewer: Viewer, step: str) -> tuple[Source, ...]:
    """What to read for a step, in the order of the data."""
    known = {one.key: one for one in checklists.newest(engine, viewer).sources}
    return tuple(known[key] for key in steps_file.sources(step) if key in known)


def examples() -> StepExamples:
    return steps_file.examples()


def of_item(engine: Engine, viewer: Viewer, assessment_id: str, item_id: str) -> tuple[Evidence, ...]:
    """What the steps say about the question in this assessment. Raises AssessmentUnknown."""
    viewer.must_read()
    found = places_of(item_id)
    if not found:
        return ()
    with reading(engine) as session:
        organisation = organisations.find(session, assessment_id)
        return tuple(
            Evidence(one, None if organisation is None else _share(session, organisation.id, one)) for one in found
        )


def _share(session: Session, organisation_id: str, place: Place) -> Share | None:
    """The count of the place; None where nothing is counted or nothing is there to count."""
    counter = COUNTERS.get(place.step)
    if counter is None or not place.measure:
        return None
    share = counter(session, organisation_id, place.measure)
    return share if share.of else None
