"""The example: a fictitious municipality to look around in before one has answers of one's own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.action import checked_plan
from assessment.domain.assessment import Assessment, Participant, Targets
from assessment.domain.checklist import Item
from assessment.domain.errors import ChecklistUnknown, ItemNotAsked
from assessment.domain.response import Answer, Response
from assessment.domain.viewer import Viewer
from assessment.services import document_example, message_example, organisations, register_example, way_example
from assessment.services.actions import must_fit, write_changed, write_new
from assessment.services.participants import checked_roles
from assessment.settings import ROOT
from assessment.storage import repository
from assessment.storage.database import unit_of_work
from assessment.storage.example_file import Example, ExampleAction, ExampleAssessment, ExampleText, read_example

EKVIK = ROOT / "data" / "demo" / "ekvik.yaml"
EXAMPLE_ID = "ekvik"  # of the organisation, so that it is known again when somebody has renamed it
PACE = timedelta(seconds=50)  # from one answer to the next
INVITED = timedelta(minutes=1)  # from one invitation to the next


def load(engine: Engine, viewer: Viewer, path: Path = EKVIK) -> tuple[Assessment, ...]:
    """Store the example's assessments and return those of the whole, oldest first.

    Those that are there already stay as they are.

    Raises ExampleFileWrong, or ChecklistUnknown when the version that the example was made for is not installed.
    """
    viewer.must_steward()
    example = read_example(path)
    with unit_of_work(engine) as session:
        checklist_id = repository.checklist_id(session, key=example.checklist.key, version=example.checklist.version)
        if checklist_id is None:
            raise ChecklistUnknown(key=f"{example.checklist.key} {example.checklist.version}")
        for part in (*example.units, *example.assessments):
            if repository.revision(session, part.id) is None:
                _add(session, example, part, checklist_id)
        if path == EKVIK:
            _add_steps(session, example, by=viewer.name)
        return tuple(repository.assessment(session, part.id) for part in example.assessments)


def _add_steps(session: Session, example: Example, *, by: str) -> None:
    """What the organisation has registered in the four steps."""
    organisation = organisations.ensure(
        session, example.organisation, kind=example.organisation_type, example=True, organisation_id=EXAMPLE_ID
    )
    register_example.add_missing(session, organisation.id, by=by)
    document_example.add_missing(session, organisation.id, by=by)
    way_example.add_missing(session, organisation.id, by=by)
    message_example.add_missing(session, organisation.id, by=by)


def _add(session: Session, example: Example, part: ExampleAssessment, checklist_id: int) -> None:
    checklist = repository.checklist(session, checklist_id)
    assessment = Assessment(
        id=part.id,
        name=part.name,
        organisation=example.organisation,
        organisation_type=example.organisation_type,
        scope=part.scope,
        checklist_id=checklist_id,
        created_at=part.created_at,
        revision=0,
        example=True,
        targets=Targets(checklist.default_target),
    )
    repository.add_assessment(session, assessment)
    changes = [part.created_at]
    for number, one in enumerate(part.participants, start=1):
        id_, roles = f"{part.id}-{number:02}", checked_roles(one.roles, checklist)
        participant = Participant(id_, part.id, roles, one.name, part.created_at + number * INVITED)
        repository.add_participant(session, participant)
        for response, moment in _responses(part, number, assessment.asked(checklist)):
            repository.save_response(session, participant.id, response)
            changes.append(moment)
    for planned in part.actions:
        changes.append(_plan(session, part, planned))
    repository.touch(session, part.id, now=max(changes))


def _plan(session: Session, part: ExampleAssessment, planned: ExampleAction) -> datetime:
    """Store an action with what has become of it, and return when it was last changed."""
    by, became = planned.owner or part.participants[0].name, planned.became
    clean = checked_plan(planned.plan())
    must_fit(session, part.id, clean)
    action = write_new(session, part.id, clean, at=planned.planned_at, by=by)
    if became is None:
        return planned.planned_at
    write_changed(session, action, replace(clean, status=became.status, note=became.note), at=became.at, by=by)
    return became.at


def _responses(part: ExampleAssessment, number: int, asked: Sequence[Item]) -> Iterator[tuple[Response, datetime]]:
    """One participant's responses in the checklist's order, each with the moment at which it was given."""
    answers, texts = part.answers_of(number), part.texts_of(number)
    ids = [item.id for item in asked]
    for item_id in sorted({*answers, *texts} - set(ids)):
        raise ItemNotAsked(item=item_id)
    moment = part.participants[number - 1].began_at
    for item_id in ids:
        if item_id not in answers and item_id not in texts:
            continue
        moment += PACE
        yield _response(item_id, answers.get(item_id), texts.get(item_id), moment), moment


def _response(item_id: str, answer: Answer | None, text: ExampleText | None, moment: datetime) -> Response:
    response = Response(item_id, answer, answered_at=moment if answer else None, updated_at=moment)
    if text is None:
        return response
    looked_at = moment if text.evidence else None
    return replace(response, reason=text.reason, comment=text.comment, evidence=text.evidence, evidence_at=looked_at)
