"""Responses: an answer that was acknowledged is on disk."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.assessment import Assessment, Participant
from assessment.domain.checklist import Checklist, Item
from assessment.domain.errors import ItemNotAsked, NothingToConfirm, ParticipantUnknown
from assessment.domain.response import Answer, Response, checked_text
from assessment.domain.viewer import Viewer
from assessment.services.clock import now
from assessment.services.own_answers import must_answer_as
from assessment.storage import repository
from assessment.storage.database import reading, unit_of_work


class ResponseText(StrEnum):
    """The texts that may go with an answer."""

    REASON = "reason"
    COMMENT = "comment"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class ResponseSheet:
    """All that one participant sees while answering. `responses` is keyed by item id; absence means unanswered.

    `for_another`: a signed-in person has it open who is not the participant.
    """

    assessment: Assessment
    checklist: Checklist
    participant: Participant
    items: tuple[Item, ...]
    responses: Mapping[str, Response]
    for_another: bool = False


def sheet(engine: Engine, viewer: Viewer, *, assessment_id: str, participant_id: str) -> ResponseSheet:
    """Raises AssessmentUnknown, or ParticipantUnknown also for a participant of another assessment."""
    with reading(engine) as session:
        for_another = must_answer_as(session, viewer, participant_id)
        assessment = repository.assessment(session, assessment_id)
        participant = repository.participant(session, participant_id)
        if participant.assessment_id != assessment_id:
            raise ParticipantUnknown
        checklist = repository.checklist(session, assessment.checklist_id)
        responses = repository.responses_of(session, participant_id)
    return ResponseSheet(assessment, checklist, participant, assessment.asked(checklist), responses, for_another)


def answer(engine: Engine, viewer: Viewer, *, participant_id: str, item_id: str, answer: Answer) -> Response:
    """Store an answer and return the response as it now stands on disk.

    Raises ParticipantUnknown, ItemNotAsked, or a database error; then nothing is stored.
    """
    moment = now()
    with unit_of_work(engine) as session:
        must_answer_as(session, viewer, participant_id)
        before = _response_to_change(session, participant_id, item_id)
        if before.answer == answer:
            return before
        return _save(session, participant_id, replace(before, answer=answer, answered_at=moment), moment)


def confirm(engine: Engine, viewer: Viewer, *, participant_id: str, item_id: str) -> Response:
    """Say that the answer still holds: it is dated now, and so is its evidence. Nothing else changes.

    Raises NothingToConfirm when the item is unanswered, besides what `answer` raises.
    """
    moment = now()
    with unit_of_work(engine) as session:
        must_answer_as(session, viewer, participant_id)
        before = _response_to_change(session, participant_id, item_id)
        if before.answer is None:
            raise NothingToConfirm
        looked_at = moment if before.evidence else before.evidence_at
        return _save(session, participant_id, replace(before, answered_at=moment, evidence_at=looked_at), moment)


def clear(engine: Engine, viewer: Viewer, *, participant_id: str, item_id: str) -> Response:
    """Make the item unanswered again; its texts stay."""
    moment = now()
    with unit_of_work(engine) as session:
        must_answer_as(session, viewer, participant_id)
        before = _response_to_change(session, participant_id, item_id)
        if before.answer is None:
            return before
        return _save(session, participant_id, replace(before, answer=None, answered_at=None), moment)


def write(
    engine: Engine, viewer: Viewer, *, participant_id: str, item_id: str, which: ResponseText, text: str
) -> Response:
    """Store a comment, a piece of evidence or a reason. Raises TextTooLong besides what `answer` raises."""
    clean, moment = checked_text(text), now()
    with unit_of_work(engine) as session:
        must_answer_as(session, viewer, participant_id)
        before = _response_to_change(session, participant_id, item_id)
        if getattr(before, which) == clean:
            return before
        return _save(session, participant_id, _rewritten(before, which, clean, moment), moment)


def _rewritten(response: Response, which: ResponseText, text: str, moment: datetime) -> Response:
    match which:
        case ResponseText.REASON:
            return replace(response, reason=text)
        case ResponseText.COMMENT:
            return replace(response, comment=text)
        case ResponseText.EVIDENCE:
            return replace(response, evidence=text, evidence_at=moment if text else None)


def _response_to_change(session: Session, participant_id: str, item_id: str) -> Response:
    checklist, asked = repository.asked_of(session, participant_id)
    if checklist.item(item_id) not in asked:
        raise ItemNotAsked(item=item_id)
    return repository.response(session, participant_id, item_id) or Response(item_id)


def _save(session: Session, participant_id: str, response: Response, moment: datetime) -> Response:
    stored = replace(response, updated_at=moment)
    repository.save_response(session, participant_id, stored)
    repository.touch_by_participant(session, participant_id, now=moment)
    return stored
