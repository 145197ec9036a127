"""Ballots: one for each participant and round. A later one takes the place of an earlier one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, func, select

from assessment.domain.response import Answer, AnswerKind
from assessment.domain.tally import Ballot
from assessment.storage.tables import BallotRow
from assessment.storage.upsert import upsert

KEY = ("workshop_id", "round_id", "participant_id")
CHANGED = ("kind", "level", "cast_at")


@dataclass(frozen=True, slots=True)
class CastBallot:
    """A ballot on its way to the database."""

    workshop_id: str
    round_id: int
    item_id: str
    ballot: Ballot
    cast_at: datetime


def save_ballots(session: Session, cast: Sequence[CastBallot]) -> None:
    """Insert or replace all of them, in one statement. Of two by the same participant the later one stays."""
    if not cast:
        return
    connection = session.connection()
    statement = upsert(BallotRow, connection.dialect.name, key=KEY, changed=CHANGED)
    connection.execute(statement, [_values(one) for one in cast])


def _values(one: CastBallot) -> dict[str, object]:
    return {
        "workshop_id": one.workshop_id,
        "round_id": one.round_id,
        "participant_id": one.ballot.participant_id,
        "item_id": one.item_id,
        "kind": one.ballot.answer.kind.value,
        "level": one.ballot.answer.level,
        "cast_at": one.cast_at,
    }


def voters(session: Session, workshop_id: str, round_id: int) -> set[str]:
    """Who has voted in a round. Not what: this may be asked before the reveal."""
    chosen = select(BallotRow.participant_id).where(
        BallotRow.workshop_id == workshop_id, BallotRow.round_id == round_id
    )
    return set(session.exec(chosen).all())


def vote_count(session: Session, workshop_id: str, round_id: int) -> int:
    counted = select(func.count()).where(BallotRow.workshop_id == workshop_id, BallotRow.round_id == round_id)
    return session.exec(counted).one()


def ballots(session: Session, workshop_id: str, round_ids: Iterable[int]) -> dict[int, list[Ballot]]:
    """The votes of revealed rounds, by round id. Never ask for a round that is open."""
    chosen = select(BallotRow.round_id, BallotRow.participant_id, BallotRow.kind, BallotRow.level).where(
        BallotRow.workshop_id == workshop_id, col(BallotRow.round_id).in_(list(round_ids))
    )
    ordered = chosen.order_by(col(BallotRow.round_id), col(BallotRow.participant_id))
    found: dict[int, list[Ballot]] = {}
    for round_id, participant_id, kind, level in session.exec(ordered).all():
        found.setdefault(round_id, []).append(Ballot(participant_id, Answer(AnswerKind(kind), level)))
    return found


def own_ballot(
    session: Session, workshop_id: str, round_id: int, participant_id: str
) -> tuple[Answer, datetime] | None:
    """What one participant voted, and when."""
    row = session.get(BallotRow, (workshop_id, round_id, participant_id))
    return None if row is None else (Answer(AnswerKind(row.kind), row.level), row.cast_at)
