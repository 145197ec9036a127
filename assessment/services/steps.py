"""The facilitator's steps. Each is one line of the record and one transaction.

`version` is the one that the facilitator saw. When the workshop has moved on since, SomebodyWasFirst is raised and
nothing is changed. All raise WorkshopUnknown, OnlyFacilitator, and what the method of `domain.workshop` raises.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.errors import ItemNotAsked
from assessment.domain.record import Entry, EntryKind
from assessment.domain.response import checked_text
from assessment.domain.standing_level import standing_level
from assessment.domain.tally import Ballot
from assessment.domain.viewer import Viewer
from assessment.domain.workshop import Workshop
from assessment.domain.workshop_errors import SomebodyWasFirst
from assessment.services.clock import now
from assessment.storage import repository
from assessment.storage.database import unit_of_work


@dataclass(frozen=True, slots=True)
class Floor:
    """The workshop inside a transaction, and what every line of the record carries."""

    session: Session
    workshop: Workshop
    at: datetime
    by: str

    def write(self, entry: Entry) -> Workshop:
        after = repository.add_entry(self.session, self.workshop, entry)
        repository.touch(self.session, self.workshop.assessment_id, now=self.at)
        return after


@contextmanager
def _floor(engine: Engine, viewer: Viewer, workshop_id: str, version: int) -> Iterator[Floor]:
    viewer.must_facilitate()
    with unit_of_work(engine) as session:
        workshop = repository.workshop(session, workshop_id)
        if workshop.version != version:
            raise SomebodyWasFirst
        yield Floor(session, workshop, now(), workshop.settings.facilitator or viewer.name)


def open_vote(engine: Engine, viewer: Viewer, workshop_id: str, *, version: int, item_id: str) -> Workshop:
    """Let people vote on an item, for the first time or again. Raises ItemNotAsked."""
    with _floor(engine, viewer, workshop_id, version) as floor:
        _must_be_asked(floor, item_id)
        return floor.write(floor.workshop.open_vote(item_id, at=floor.at, by=floor.by))


def reveal(engine: Engine, viewer: Viewer, workshop_id: str, *, version: int) -> Workshop:
    """Close the open round and show it."""
    with _floor(engine, viewer, workshop_id, version) as floor:
        return floor.write(floor.workshop.reveal(votes=_votes(floor), at=floor.at, by=floor.by))


def show_answers(engine: Engine, viewer: Viewer, workshop_id: str, *, version: int, item_id: str) -> Workshop:
    """Let what people answered beforehand be the first round. It is copied, so that the record stays as it was."""
    with _floor(engine, viewer, workshop_id, version) as floor:
        _must_be_asked(floor, item_id)
        given = repository.responses(floor.session, floor.workshop.assessment_id)
        found = [
            Ballot(participant_id, response.answer)
            for participant_id, responses in given.items()
            for response in responses
            if response.item_id == item_id and response.answer is not None
        ]
        entry = floor.workshop.show_answers(item_id, answers=len(found), at=floor.at, by=floor.by)
        repository.save_ballots(
            floor.session,
            [repository.CastBallot(workshop_id, entry.seq, item_id, ballot, floor.at) for ballot in found],
        )
        return floor.write(entry)


def count_hands(
    engine: Engine, viewer: Viewer, workshop_id: str, *, version: int, item_id: str, counts: Sequence[int]
) -> Workshop:
    """Enter a show of hands or paper ballots: a number for each of ANSWER_CODES. Raises ItemNotAsked."""
    with _floor(engine, viewer, workshop_id, version) as floor:
        _must_be_asked(floor, item_id)
        return floor.write(floor.workshop.count_hands(item_id, counts, votes=_votes(floor), at=floor.at, by=floor.by))


def settle(
    engine: Engine, viewer: Viewer, workshop_id: str, *, version: int, item_id: str, level: int, note: str = ""
) -> Workshop:
    """Agree on a level: it becomes the assessment's. Raises ItemNotAsked or TextTooLong."""
    clean = checked_text(note).strip()
    with _floor(engine, viewer, workshop_id, version) as floor:
        _must_be_asked(floor, item_id)
        assessment_id = floor.workshop.assessment_id
        before = repository.agreed_level(floor.session, assessment_id, item_id)
        entry = floor.workshop.settle(
            item_id, level, note=clean, before=before, votes=_votes(floor), at=floor.at, by=floor.by
        )
        repository.save_agreed_level(floor.session, assessment_id, item_id, level=level, note=clean, now=floor.at)
        return floor.write(entry)


def skip(engine: Engine, viewer: Viewer, workshop_id: str, *, version: int, item_id: str, note: str = "") -> Workshop:
    """Put an item off; in the middle of a vote on it, cancel that vote too. Raises ItemNotAsked or TextTooLong."""
    clean = checked_text(note).strip()
    with _floor(engine, viewer, workshop_id, version) as floor:
        _must_be_asked(floor, item_id)
        return floor.write(floor.workshop.skip(item_id, note=clean, at=floor.at, by=floor.by))


def close(engine: Engine, viewer: Viewer, workshop_id: str, *, version: int) -> Workshop:
    """End the workshop: nobody can join or vote any more."""
    with _floor(engine, viewer, workshop_id, version) as floor:
        return floor.write(floor.workshop.close(at=floor.at, by=floor.by))


def undo(engine: Engine, viewer: Viewer, workshop_id: str, *, version: int) -> Workshop:
    """Take back the latest step. A level that it settled gives way to the one before."""
    with _floor(engine, viewer, workshop_id, version) as floor:
        undone = floor.workshop.latest
        after = floor.write(floor.workshop.undo(at=floor.at, by=floor.by))
        if undone is not None and undone.kind is EntryKind.SETTLED:
            _restore(floor, undone)
        return after


def _restore(floor: Floor, undone: Entry) -> None:
    assessment_id, item_id = floor.workshop.assessment_id, undone.item_id
    assert item_id is not None, "a settled entry names its item"
    standing = standing_level(repository.workshops(floor.session, assessment_id), undone)
    if standing is None:
        repository.remove_agreed_level(floor.session, assessment_id, item_id)
        return
    (level, note), settled_at = standing
    # the level is as old as it was: taking a step back is no new look at the question
    repository.save_agreed_level(
        floor.session, assessment_id, item_id, level=level, note=note, now=settled_at or undone.at
    )


def _votes(floor: Floor) -> int:
    """How many have voted in the open round."""
    now_open = floor.workshop.open_round
    return repository.vote_count(floor.session, floor.workshop.id, now_open.id) if now_open else 0


def _must_be_asked(floor: Floor, item_id: str) -> None:
    assessment = repository.assessment(floor.session, floor.workshop.assessment_id)
    checklist = repository.checklist(floor.session, assessment.checklist_id)
    if checklist.item(item_id) not in assessment.asked(checklist):
        raise ItemNotAsked(item=item_id)
