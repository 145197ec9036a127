"""Rounds, participants and responses at the minute, for tests of what is known after a workshop."""

from datetime import timedelta

from hypothesis import strategies as st

from assessment.domain.assessment import Participant
from assessment.domain.record import EntryKind
from assessment.domain.response import ANSWER_CODES, Response
from assessment.domain.revealed import RevealedRound
from assessment.domain.tally import Ballot
from assessment.domain.workshop_parts import Round
from tests.domain.strategies import NOW, ROLES, answers, items, levels, make_report

BALLOTS = (EntryKind.OPENED, EntryKind.SHOWN)


def minute(number):
    return NOW + timedelta(minutes=number)


def person(id_, *roles):
    return Participant(id_, "a", roles or ("inkop",), "", NOW)


def vote(at, given, *, item="POL-01", kind=EntryKind.OPENED, names_open=False):
    """A revealed vote begun at that minute; `given` holds the answers by participant id."""
    ballots = tuple(Ballot(who, answer) for who, answer in given.items())
    return RevealedRound("w", names_open, Round(at, item, kind, minute(at), (), revealed=True), ballots)


def hands(at, *counts, item="POL-01"):
    """A show of hands; `counts` by level, and then those who do not know and for whom it does not apply."""
    filled = (*counts, *[0] * (len(ANSWER_CODES) - len(counts)))
    return RevealedRound("w", False, Round(at, item, EntryKind.COUNTED, minute(at), filled, revealed=True), ())


def response(answer, at, *, item="POL-01"):
    return Response(item, answer, answered_at=minute(at))


@st.composite
def rounds(draw, asked, people):
    """Up to five rounds, oldest first, in which some of the people have voted."""
    found = []
    for at in range(draw(st.integers(0, 5))):
        item = draw(st.sampled_from(asked)).id
        if draw(st.integers(0, 3)) == 0:
            found.append(
                hands(2 * at + 1, *draw(st.lists(st.integers(0, 3), min_size=7, max_size=7).filter(any)), item=item)
            )
        else:
            cast = {one.id: draw(answers) for one in people if draw(st.booleans())}
            kind = draw(st.sampled_from(BALLOTS))
            found.append(vote(2 * at + 1, cast, item=item, kind=kind, names_open=draw(st.booleans())))
    return tuple(found)


@st.composite
def reports_with_rounds(draw):
    """A report of up to six people who have answered some items by themselves and voted on some."""
    asked = draw(items())
    people = [
        person(f"p{number}", *sorted(draw(st.sets(st.sampled_from(ROLES), min_size=1))))
        for number in range(draw(st.integers(0, 6)))
    ]
    given = {
        one.id: [
            response(draw(answers), 2 * draw(st.integers(0, 6)), item=item.id) for item in asked if draw(st.booleans())
        ]
        for one in people
    }
    agreed = {item.id: draw(levels) for item in asked if draw(st.integers(0, 4)) == 0}
    return make_report(asked, people, given, agreed=agreed, rounds=draw(rounds(asked, people)))
