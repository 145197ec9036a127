"""Voting. Many votes go to disk in one transaction, and each is confirmed only once it is there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import Engine

from assessment.domain.errors import AssessmentError
from assessment.domain.response import Answer
from assessment.domain.tally import Ballot
from assessment.domain.workshop_errors import NotJoined, VoteClosed
from assessment.services.attendance import digest
from assessment.services.clock import now
from assessment.services.presence import PRESENCE
from assessment.storage import repository
from assessment.storage.database import unit_of_work


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote as it comes from a phone. `round_id` is the round that the phone showed."""

    token: str
    round_id: int
    answer: Answer


@dataclass(frozen=True, slots=True)
class CastVote:
    """A vote that is on disk."""

    workshop_id: str
    participant_id: str
    answer: Answer
    at: datetime  # UTC


def cast(engine: Engine, votes: Sequence[Vote]) -> list[CastVote | AssessmentError]:
    """Store the votes and say of each, in the same order, that it is on disk or why not: NotJoined or VoteClosed.

    Raises a database error when nothing could be stored.
    """
    moment = now()
    digests = [digest(vote.token) for vote in votes]
    with unit_of_work(engine) as session:
        seats = repository.open_seats(session, set(digests))
        results = [_check(vote, seats.get(held), moment) for vote, held in zip(votes, digests, strict=True)]
        latest = {
            (one.workshop_id, one.participant_id): _ballot(one, seats[held])
            for one, held in zip(results, digests, strict=True)
            if isinstance(one, CastVote)
        }  # one statement may not touch a row twice
        repository.save_ballots(session, list(latest.values()))
    for seat in latest:
        PRESENCE.see(*seat)
    return results


def _check(vote: Vote, seat: repository.OpenSeat | None, moment: datetime) -> CastVote | AssessmentError:
    if seat is None:
        return NotJoined()
    if seat.round_id is None or seat.round_id != vote.round_id:
        return VoteClosed()
    return CastVote(seat.workshop_id, seat.participant_id, vote.answer, moment)


def _ballot(one: CastVote, seat: repository.OpenSeat) -> repository.CastBallot:
    assert seat.round_id is not None and seat.item_id is not None, "the vote was checked"
    return repository.CastBallot(
        one.workshop_id, seat.round_id, seat.item_id, Ballot(one.participant_id, one.answer), one.at
    )
