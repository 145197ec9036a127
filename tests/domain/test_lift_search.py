"""The search for the cheapest lifts is exact: trying everything finds nothing better, not even among equals."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.domain import lift_table
from assessment.domain.lift_candidate import Candidate
from assessment.domain.lift_search import fewest_points, largest_gain

pytestmark = pytest.mark.slow


@st.composite
def candidate_lists(draw, most=6, levels=4):
    """Candidates whose needs form no circle, in any order of rank."""
    number = draw(st.integers(0, most))
    places = draw(st.permutations(range(number)))
    low = [draw(st.integers(0, 3)) for _ in range(number)]
    high = [draw(st.integers(one, min(levels, one + 2))) for one in low]
    needs = [()] * number
    for position, place in enumerate(places):
        gates = [one for one in places[:position] if low[one] < 2]
        wanted = draw(st.sets(st.sampled_from(gates), max_size=3)) if gates else ()
        needs[place] = tuple(sorted(wanted))
        for gate in wanted:
            high[gate] = max(high[gate], 2)
    return [
        Candidate(low[place], high[place], draw(st.sampled_from((1, 2, 3, 8))), draw(st.integers(1, 4)), needs[place])
        for place in range(number)
    ]


def points_of(candidates, levels):
    return sum(one.points * (level - one.low) for one, level in zip(candidates, levels, strict=True))


def gain_of(candidates, levels):
    return sum(one.gain(level) for one, level in zip(candidates, levels, strict=True))


def needs_are_kept(candidates, levels):
    lifted = [one for one, level in zip(candidates, levels, strict=True) if level > one.low]
    return all(levels[need] >= 2 for one in lifted for need in one.needs)


def every_plan(candidates):
    """All allowed plans as (points, gain, lifted levels with a minus, levels), found by trying."""
    for levels in product(*(range(one.low, one.high + 1) for one in candidates)):
        if needs_are_kept(candidates, levels):
            sunk = [one.low - level for one, level in zip(candidates, levels, strict=True)]
            yield points_of(candidates, levels), gain_of(candidates, levels), sunk, levels


def cheapest_of_all(candidates, need):
    plans = ((points, sunk, levels) for points, gain, sunk, levels in every_plan(candidates) if gain == need)
    return min(plans, default=(None,))[-1]


def largest_of_all(candidates, budget):
    plans = every_plan(candidates)
    return min((-gain, points, sunk, levels) for points, gain, sunk, levels in plans if points <= budget)[-1]


@settings(max_examples=300)
@given(candidate_lists(), st.integers(0, 12), st.sampled_from((1, 2, 32)))
def test_nothing_cheaper_gains_as_much(candidates, need, rows):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lift_table, "MOST_ROWS", rows)  # with few rows, the branches have to find what the table does not
        found = fewest_points(candidates, need)
    assert (found and found.levels) == cheapest_of_all(candidates, need)
    assert found is None or found.proven


@settings(max_examples=300)
@given(candidate_lists(), st.integers(0, 30), st.sampled_from((1, 2, 32)))
def test_nothing_gains_more_for_the_same_budget(candidates, budget, rows):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lift_table, "MOST_ROWS", rows)
        found = largest_gain(candidates, budget)
    assert found.levels == largest_of_all(candidates, budget)
    assert found.proven


@given(candidate_lists())
def test_gaining_more_than_needed_is_never_cheaper(candidates):
    plans = list(every_plan(candidates))
    cheapest = {gain: min(points for points, other, *_ in plans if other >= gain) for _, gain, *_ in plans}
    for need, points in cheapest.items():
        assert points_of(candidates, fewest_points(candidates, need).levels) == points


@given(candidate_lists(), st.integers(0, 12))
def test_a_few_crossing_needs_take_a_single_table(candidates, number):
    for found in (fewest_points(candidates, number, most_cells=-1), largest_gain(candidates, number, most_cells=-1)):
        assert found is None or found.proven


@given(candidate_lists(most=9), st.integers(0, 20))
def test_a_search_that_is_given_up_still_keeps_the_needs_and_what_was_asked(candidates, number):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lift_table, "MOST_ROWS", 1)
        cheapest = fewest_points(candidates, number, most_cells=-1)
        largest = largest_gain(candidates, number, most_cells=-1)
    for levels in [one.levels for one in (cheapest, largest) if one]:
        assert needs_are_kept(candidates, levels)
        assert all(one.low <= level <= one.high for one, level in zip(candidates, levels, strict=True))
    assert cheapest is None or gain_of(candidates, cheapest.levels) == number
    assert points_of(candidates, largest.levels) <= number


def test_a_search_that_is_given_up_says_so():
    gate = Candidate(0, 2, 8, 2)
    waiting = [Candidate(0, 1, 1, 1, needs=(0, 1)) for _ in range(3)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lift_table, "MOST_ROWS", 1)
        given_up = fewest_points([gate, gate, *waiting], 1, most_cells=-1)
    assert not given_up.proven
    assert gain_of([gate, gate, *waiting], given_up.levels) == 1
    assert fewest_points([gate, gate, *waiting], 1).proven


def test_an_item_that_needs_two_others_opens_both_in_a_single_table():
    gate = Candidate(0, 2, 8, 2)
    waiting = [Candidate(0, 3, 1, 3, needs=(0, 1)) for _ in range(3)]
    found = fewest_points([gate, gate, *waiting], 7, most_cells=-1)
    assert (found.levels, found.proven) == ((2, 2, 3, 0, 0), True)


def test_a_long_chain_is_no_trouble():
    chain = [Candidate(0, 2, 1, 3, (place - 1,) if place else ()) for place in range(1500)]
    assert sum(largest_gain(chain, 10).levels) == 10
