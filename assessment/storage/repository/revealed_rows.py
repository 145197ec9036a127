"""The rounds that have been revealed, with their ballots. Ballots of an open or undone round are never read."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from assessment.domain.record import EntryKind
from assessment.domain.response import ANSWERS, Answer
from assessment.domain.revealed import RevealedRound
from assessment.domain.tally import Ballot
from assessment.domain.workshop import Workshop
from assessment.domain.workshop_parts import Names
from assessment.storage.repository.workshop_rows import workshops
from assessment.storage.tables import BallotRow

ANSWER_OF = {(answer.kind.value, answer.level): answer for answer in ANSWERS}


def revealed_rounds(session: Session, assessment_id: str) -> tuple[RevealedRound, ...]:
    """Those that count, of all workshops of an assessment, oldest first."""
    found = [one for workshop in workshops(session, assessment_id) for one in revealed_in(session, workshop)]
    return tuple(sorted(found, key=lambda one: one.round.begun_at))


def revealed_in(session: Session, workshop: Workshop) -> list[RevealedRound]:
    """Those of one workshop, oldest first."""
    revealed = [one for one in workshop.rounds if one.revealed]
    cast = _ballots(session, workshop.id, [one.id for one in revealed if one.kind is not EntryKind.COUNTED])
    names_open = workshop.settings.names is Names.OPEN
    return [RevealedRound(workshop.id, names_open, one, tuple(cast.get(one.id, ()))) for one in revealed]


def _ballots(session: Session, workshop_id: str, round_ids: Sequence[int]) -> dict[int, list[Ballot]]:
    """Rows as tuples and shared answers: a hall of thousands casts a hundred thousand ballots."""
    if not round_ids:
        return {}
    chosen = select(BallotRow.round_id, BallotRow.participant_id, BallotRow.kind, BallotRow.level).where(
        BallotRow.workshop_id == workshop_id, col(BallotRow.round_id).in_(round_ids)
    )
    ordered = chosen.order_by(col(BallotRow.round_id), col(BallotRow.participant_id))
    found: dict[int, list[Ballot]] = {}
    for round_id, participant_id, kind, level in session.execute(ordered):
        found.setdefault(round_id, []).append(Ballot(participant_id, _answer(kind, level)))
    return found


def _answer(kind: str, level: int | None) -> Answer:
    return ANSWER_OF[kind, level]
