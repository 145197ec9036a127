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
    with unit_of_work(engine) as session:
        seats = repository.attendances(session, {digest(vote.token) for vote in votes})
        open_rounds = repository.open_rounds(session, {seat.workshop_id for seat in seats.values()})
        results = [_check(vote, seats.get(digest(vote.token)), open_rounds, moment) for vote in votes]
        latest = {
            (one.workshop_id, one.participant_id): one for one in results if isinstance(one, CastVote)
        }  # one statement may not touch a row twice
        repository.save_ballots(session, [_ballot(one, open_rounds[one.workshop_id]) for one in latest.values()])
    for one in latest.values():
        PRESENCE.see(one.workshop_id, one.participant_id)
    return results


def _check(
    vote: Vote,
    seat: repository.Attendance | None,
    open_rounds: dict[str, tuple[int, str]],
    moment: datetime,
) -> CastVote | AssessmentError:
    if seat is None:
        return NotJoined()
    if open_rounds.get(seat.workshop_id, (None,))[0] != vote.round_id:
        return VoteClosed()
    return CastVote(seat.workshop_id, seat.participant_id, vote.answer, moment)


def _ballot(one: CastVote, open_round: tuple[int, str]) -> repository.CastBallot:
    round_id, item_id = open_round
    return repository.CastBallot(one.workshop_id, round_id, item_id, Ballot(one.participant_id, one.answer), one.at)
