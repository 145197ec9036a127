"""What each person has said on each item: alone beforehand, and in the revealed rounds of workshops."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from assessment.domain.record import EntryKind
from assessment.domain.response import Answer, Response
from assessment.domain.revealed import RevealedRound

LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)  # of an answer whose time nobody knows


@dataclass(frozen=True, slots=True)
class Statement:
    """`named` when it was given where the room sees who votes what."""

    answer: Answer
    named: bool = False


@dataclass(frozen=True, slots=True)
class Statements:
    """Each person's first and latest statement, by item id and participant id.

    `first` is what was said before the group could move anybody: the own answer if it came before the person's first
    ballot, else that ballot. A show of hands belongs to nobody. `hands` holds it for the items where it is what counts
    now, `first_hands` for those on which nothing else was ever said.
    """

    first: Mapping[str, Mapping[str, Statement]]
    latest: Mapping[str, Mapping[str, Answer]]
    hands: Mapping[str, tuple[Answer, ...]]
    first_hands: Mapping[str, tuple[Answer, ...]]


def statements(responses: Mapping[str, Sequence[Response]], rounds: Sequence[RevealedRound]) -> Statements:
    """`responses` by participant id; `rounds` oldest first, all of them revealed."""
    begun, ended = _first_ballots(rounds), _first_ballots(rounds[::-1])
    first = {item: {who: _cast(one, answer) for who, (one, answer) in votes.items()} for item, votes in begun.items()}
    latest = {item: {who: answer for who, (_, answer) in votes.items()} for item, votes in ended.items()}
    for who, given in responses.items():
        for response in given:
            if response.answer is None:
                continue
            item, at = response.item_id, response.answered_at or LONG_AGO
            if who not in begun[item] or _before(at, begun[item][who][0]):
                first.setdefault(item, {})[who] = Statement(response.answer)
            if who not in ended[item] or at > ended[item][who][0].round.begun_at:
                latest.setdefault(item, {})[who] = response.answer
    return Statements(first, latest, *_hands(rounds, first))


def _first_ballots(rounds: Sequence[RevealedRound]) -> Mapping[str, Mapping[str, tuple[RevealedRound, Answer]]]:
    """Each person's ballot in the first of the rounds where there is one, by item id and participant id."""
    found: dict[str, dict[str, tuple[RevealedRound, Answer]]] = defaultdict(dict)
    for one in rounds:
        for ballot in one.ballots:
            found[one.item_id].setdefault(ballot.participant_id, (one, ballot.answer))
    return found


def _cast(one: RevealedRound, answer: Answer) -> Statement:
    return Statement(answer, named=one.names_open)


def _before(at: datetime, first: RevealedRound) -> bool:
    """Whether an own answer came before the first ballot, and was not itself what the ballot is a copy of."""
    return at < first.round.begun_at and first.round.kind is not EntryKind.SHOWN


def _hands(
    rounds: Sequence[RevealedRound], said: Mapping[str, object]
) -> tuple[dict[str, tuple[Answer, ...]], dict[str, tuple[Answer, ...]]]:
    last = {one.item_id: one for one in rounds}
    now = {item: one.hands for item, one in last.items() if one.round.kind is EntryKind.COUNTED}
    first: dict[str, tuple[Answer, ...]] = {}
    for one in rounds:
        if one.round.kind is EntryKind.COUNTED and one.item_id not in said:
            first.setdefault(one.item_id, one.hands)
    return now, first
