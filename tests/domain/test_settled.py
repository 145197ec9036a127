"""How the group came to its agreed levels."""

from dataclasses import replace

from assessment.domain.response import UNKNOWN, rated
from tests.domain.rounds import hands, person, vote
from tests.domain.strategies import make_item, make_report

ITEM = "POL-01"


def settled(*rounds, level=2):
    people = [person(id_) for id_ in "abc"]
    [found] = make_report(
        [make_item(ITEM), make_item("POL-02")], people, {}, agreed={ITEM: level}, rounds=rounds
    ).settled
    return found.first, found.last, found.dissent


def cast(*answers):
    return dict(zip("abc", answers, strict=False))


def test_a_level_agreed_without_a_vote_has_no_votes_and_no_dissent():
    assert settled() == (None, None, None)
    assert settled(vote(1, cast(rated(0)), item="POL-02")) == (None, None, None)


def test_one_round_is_the_first():
    assert settled(vote(1, cast(rated(2), rated(3), UNKNOWN))) == ((0, 0, 1, 1, 0), None, 1)


def test_of_several_rounds_the_first_and_the_last_are_told():
    rounds = [vote(at, cast(rated(level), rated(level), rated(2))) for at, level in enumerate((0, 4, 2))]
    assert settled(*rounds) == ((2, 0, 1, 0, 0), (0, 0, 3, 0, 0), 0)


def test_hands_are_a_round():
    assert settled(vote(1, cast(rated(0))), hands(3, 0, 0, 4, 1)) == ((1, 0, 0, 0, 0), (0, 0, 4, 1, 0), 1)


def test_the_rounds_are_those_of_the_latest_workshop():
    earlier = replace(vote(1, cast(rated(0))), workshop_id="before")
    assert settled(earlier, vote(9, cast(rated(2)))) == ((0, 0, 1, 0, 0), None, 0)
