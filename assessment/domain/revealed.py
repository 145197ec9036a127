"""Rounds that have been revealed, and what they say about each person's first and latest answer."""

from dataclasses import dataclass

from assessment.domain.response import ANSWERS, Answer
from assessment.domain.tally import Ballot
from assessment.domain.workshop_parts import Round


@dataclass(frozen=True, slots=True)
class RevealedRound:
    """`ballots` is empty for a show of hands, of which only `round.counts` is known."""

    workshop_id: str
    names_open: bool
    round: Round
    ballots: tuple[Ballot, ...]

    @property
    def item_id(self) -> str:
        return self.round.item_id

    @property
    def hands(self) -> tuple[Answer, ...]:
        """The answers of a show of hands."""
        counted = zip(ANSWERS, self.round.counts, strict=False)
        return tuple(answer for answer, count in counted for _ in range(count))

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What was voted, in no order that tells anything."""
        return self.hands or tuple(ballot.answer for ballot in self.ballots)
