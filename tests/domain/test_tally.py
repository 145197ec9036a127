"""What a revealed round shows: everybody counted once, and no role so small that it points at somebody."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.agreement import FEWEST_RATERS, AgreementWord
from assessment.domain.assessment import Participant
from assessment.domain.response import ANSWER_CODES, NOT_APPLICABLE, UNKNOWN, rated
from assessment.domain.tally import Ballot, Tally, tally
from tests.domain import strategies as some
from tests.domain.strategies import NOW, ROLES

DECIDES, BUYS, NEEDS = ROLES


def cast(*votes):
    """Ballots and participants from pairs of roles and answer, with the name as a third."""
    people, ballots = [], []
    for number, (roles, answer, *name) in enumerate(votes):
        own = (roles,) if isinstance(roles, str) else roles
        people.append(Participant(f"p{number}", "a", own, *(name or [""]), NOW))
        ballots.append(Ballot(f"p{number}", rated(answer) if isinstance(answer, int) else answer))
    return ballots, people


def tallied(*votes, names_open=False):
    return tally(*cast(*votes), names_open=names_open)


votes = st.lists(st.tuples(st.sets(st.sampled_from(ROLES), min_size=1).map(sorted).map(tuple), some.answers))


@given(votes, st.booleans())
def test_everybody_is_counted_once(given_, names_open):
    found = tallied(*given_, names_open=names_open)
    assert found.total == len(given_)
    answers = [answer.code for _, answer in given_]
    assert found.counts == tuple(map(answers.count, ANSWER_CODES))
    assert found.raters == sum(answer.level is not None for _, answer in given_)
    assert found.raters + found.unknown + found.not_applicable == found.total
    assert sorted(found.levels) == sorted(answer.level for _, answer in given_ if answer.level is not None)


@given(votes)
def test_with_hidden_names_a_role_below_three_never_appears(given_):
    found = tallied(*given_)
    sizes = {role: sum(role in roles and answer.level is not None for roles, answer in given_) for role in ROLES}
    assert {one.role for one in found.roles} <= {role for role in ROLES if sizes[role] >= FEWEST_RATERS}
    assert all(one.raters == sizes[one.role] for one in found.roles)


@given(votes)
def test_no_arithmetic_on_the_roles_counts_leaves_one_or_two_people(given_):
    """Whatever is shown is added and subtracted: what remains is nobody, or at least three."""
    shown = [one for one in tallied(*given_).roles if one.counts]
    raters = [set(roles) for roles, answer in given_ if answer.level is not None]
    roles = [one.role for one in shown]
    if not roles:
        return
    for size in range(len(roles) + 1):
        for inside in combinations(roles, size):
            remaining = sum(own & set(roles) == set(inside) for own in raters)
            assert remaining == 0 or remaining >= FEWEST_RATERS


def test_the_counts_of_the_roles_are_shown_when_every_role_is_large_enough():
    found = tallied(*[(BUYS, 1)] * 3, *[(NEEDS, 3)] * 2, (NEEDS, 4))
    assert [(one.role, one.raters, one.median, one.counts) for one in found.roles] == [
        (BUYS, 3, 1, (0, 3, 0, 0, 0)),
        (NEEDS, 3, 3, (0, 0, 0, 2, 1)),
    ]


def test_a_small_role_hides_itself_and_the_median_of_another_that_could_give_it_away():
    """All votes are on the screen: a median beside them could leave only one possibility for the two."""
    assert tallied(*[(BUYS, 1)] * 3, (NEEDS, 4), (NEEDS, 3)).roles == ()


def test_with_nobody_left_over_every_role_has_its_median():
    found = tallied(*[(BUYS, 1)] * 3, *[(NEEDS, 4)] * 3)
    assert [(one.role, one.median) for one in found.roles] == [(BUYS, 1), (NEEDS, 4)]


def test_who_holds_two_roles_is_not_told_by_the_difference_between_them():
    """Four buyers of whom three also need: the counts of both roles would show what the fourth voted."""
    found = tallied(*[((BUYS, NEEDS), 1)] * 3, (BUYS, 4))
    assert [(one.role, one.raters, one.counts) for one in found.roles] == [(BUYS, 4, ()), (NEEDS, 3, ())]


def test_those_who_gave_no_level_do_not_make_a_role_large_enough():
    assert tallied((BUYS, 2), (BUYS, 2), (BUYS, UNKNOWN), (BUYS, NOT_APPLICABLE)).roles == ()


def test_a_role_that_gave_no_level_hides_nobody_elses_counts():
    found = tallied(*[(BUYS, 2)] * 3, (NEEDS, UNKNOWN))
    assert [one.counts for one in found.roles] == [(0, 0, 3, 0, 0)]


def test_with_open_names_everything_is_shown():
    found = tallied((BUYS, 1, "Ben"), (NEEDS, 4, "Chi"), (NEEDS, UNKNOWN, "Eva"), (NEEDS, 4, ""), names_open=True)
    assert found.names == {"1": ("Ben",), "4": ("Chi",), "unknown": ("Eva",)}
    assert [(one.role, one.counts) for one in found.roles] == [(BUYS, (0, 1, 0, 0, 0)), (NEEDS, (0, 0, 0, 0, 2))]


def test_with_hidden_names_no_name_is_in_it():
    assert tallied(*[(BUYS, 1, "Ben")] * 3).names == {}


def test_a_ballot_of_somebody_who_has_been_removed_still_counts():
    ballots, people = cast((BUYS, 1, "Ben"), (BUYS, 2, "Eva"))
    found = tally(ballots, people[1:], names_open=True)
    assert (found.total, found.names) == (2, {"2": ("Eva",)})


@pytest.mark.parametrize(
    ("counts", "extremes", "median"),
    [
        ((0, 0, 6, 0, 0, 0, 0), None, 2),
        ((0, 3, 3, 0, 0, 1, 0), (1, 2), 1),
        ((3, 0, 0, 0, 3, 0, 2), (0, 4), 0),
        ((0, 1, 0, 0, 1, 0, 0), (1, 4), 1),
        ((0, 0, 0, 0, 0, 4, 1), None, None),
        ((0, 0, 0, 0, 0, 0, 0), None, None),
    ],
)
def test_extremes_and_median(counts, extremes, median):
    assert (Tally(counts).extremes, Tally(counts).median) == (extremes, median)


@pytest.mark.parametrize(("raters", "may_be"), [(0, False), (2, False), (3, True), (4, True), (5, False), (12, False)])
def test_with_three_or_four_raters_agreement_may_be_chance(raters, may_be):
    assert Tally((0, 0, raters, 0, 0, 9, 9)).may_be_chance is may_be


@pytest.mark.parametrize(
    ("counts", "word", "deviation"),
    [
        ((0, 0, 6, 0, 0), AgreementWord.CONSENSUS, 0),
        ((0, 3, 3, 0, 0), AgreementWord.CONSENSUS, 0.50),
        ((0, 2, 3, 1, 0), AgreementWord.SPREAD, 0.56),
        ((2, 2, 2, 0, 0), AgreementWord.SPREAD, 0.67),
        ((1, 1, 1, 1, 1), AgreementWord.CAMPS, 1.20),
        ((3, 0, 0, 0, 3), AgreementWord.CAMPS, 2.00),
    ],
)
def test_the_published_vectors_hold_however_many_do_not_know(counts, word, deviation):
    for others in ((0, 0), (5, 2)):
        found = Tally((*counts, *others)).agreement
        assert (found.word, found.counts) == (word, counts)
        assert found.deviation == pytest.approx(deviation, abs=0.005)


def test_nobody_agrees_when_nobody_gave_a_level():
    assert Tally((0, 0, 0, 0, 0, 3, 1)).agreement is None
