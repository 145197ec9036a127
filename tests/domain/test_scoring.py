"""Scoring is honest: the interval contains the truth, and nothing that is not a level counts as one."""

from dataclasses import replace
from itertools import product
from statistics import median_low

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.assessment import Targets, checked_target
from assessment.domain.checklist import TOP_LEVEL
from assessment.domain.errors import TargetOffScale
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN, rated
from assessment.domain.scoring import (
    Floor,
    Index,
    ItemResult,
    ItemState,
    item_result,
    item_results,
    lower_median,
    score,
)
from tests.domain import strategies as some
from tests.domain.strategies import make_item

HAIR = 1e-9
ENDINGS = (0, 1, 2, 3, 4, None)  # a level, or None when the item turns out not to apply


def ended(result, level):
    """What becomes of an open item."""
    state = ItemState.NOT_APPLICABLE if level is None else ItemState.RATED
    return replace(result, state=state, level=level)


def open_places(results):
    return [place for place, result in enumerate(results) if result.open]


# The interval and the floor


@given(some.results(), st.data())
def test_every_outcome_lies_within_the_interval_and_the_floors_bounds(results, data):
    before = score(results)
    after = score(ended(one, data.draw(st.sampled_from(ENDINGS))) if one.open else one for one in results)
    if after.index is not None:
        assert before.index.low - HAIR <= after.index.point <= before.index.high + HAIR
        assert before.floor.low <= after.floor.level <= before.floor.high


@given(some.results())
def test_the_interval_and_the_floor_claim_no_more_than_what_can_happen(results):
    before = score(results)
    worst = score(ended(one, 0) if one.open else one for one in results)
    best = score(ended(one, TOP_LEVEL) if one.open else one for one in results)
    if before.index is None:
        assert (worst.index, best.index) == (None, None)
    else:
        assert (before.index.low, before.index.high) == (worst.index.point, best.index.point)
        assert (before.floor.low, before.floor.high) == (worst.floor.level, best.floor.level)


@given(some.results(), st.data())
def test_answering_one_more_item_never_widens_the_interval_or_the_floors_bounds(results, data):
    places = open_places(results)
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    answered = ended(results[place], data.draw(st.sampled_from(ENDINGS)))
    before, after = score(results), score([*results[:place], answered, *results[place + 1 :]])
    if after.index is not None:
        assert before.index.low - HAIR <= after.index.low
        assert after.index.high <= before.index.high + HAIR
        assert before.floor.low <= after.floor.low
        assert after.floor.high <= before.floor.high


@given(some.results())
def test_the_point_lies_within_the_interval_and_the_width_is_what_is_not_covered(results):
    index = score(results).index
    if index is not None:
        assert index.high - index.low == pytest.approx(100 * (1 - index.coverage))
        assert (index.point is None) == (index.coverage == 0)
        assert index.point is None or index.low - HAIR <= index.point <= index.high + HAIR


def test_the_floor_can_rise_when_the_open_item_ends_as_not_applicable():
    rated_two = ItemResult(make_item("POL-01"), ItemState.RATED, 2, 3)
    still_open = ItemResult(make_item("POL-02"), ItemState.UNKNOWN, None, 3)
    assert score([rated_two, still_open]).floor == Floor(level=2, low=0, high=2)
    assert score([rated_two, still_open]).floor.may_be_lower
    assert score([rated_two, ended(still_open, None)]).floor == Floor(level=2, low=2, high=2)


def test_when_the_only_open_item_ends_as_not_applicable_there_is_nothing_to_score():
    only = ItemResult(make_item(), ItemState.UNANSWERED, None, 3)
    assert (score([only]).index, score([only]).floor) == (Index(None, 0.0, 100.0, 0.0), Floor(None, 0, 4))
    assert (score([ended(only, None)]).index, score([ended(only, None)]).floor) == (None, None)


def test_an_assessment_without_items_has_no_index():
    assert (score([]).index, score([]).floor, score([]).target_index) == (None, None, 0.0)


def test_the_formulas_on_a_small_example():
    states = [(ItemState.RATED, 0), (ItemState.RATED, 3), (ItemState.UNKNOWN, None), (ItemState.NOT_APPLICABLE, None)]
    results = [ItemResult(make_item(f"POL-0{n}"), state, level, 3) for n, (state, level) in enumerate(states)]
    found = score(results)
    assert found.index == Index(
        point=37.5, low=25.0, high=pytest.approx(58.333, abs=0.001), coverage=pytest.approx(2 / 3)
    )
    assert found.floor == Floor(level=0, low=0, high=0)
    assert found.target_index == 75.0
    assert (len(found.applicable), len(found.rated), len(found.open), len(found.at_target)) == (3, 2, 1, 1)


@given(some.results(), st.randoms())
def test_the_order_of_the_items_does_not_matter(results, random):
    shuffled = list(results)
    random.shuffle(shuffled)
    before, after = score(results), score(shuffled)
    assert (before.index, before.floor, before.target_index) == (after.index, after.floor, after.target_index)


@given(some.results())
def test_every_applicable_item_is_at_target_or_below_it_or_open(results):
    found = score(results)
    assert len(found.at_target) + len(found.below_target) + len(found.open) == len(found.applicable)


# One item


@given(some.answer_groups, st.none() | some.levels)
def test_unanswered_unknown_not_applicable_and_zero_are_told_apart(answers, agreed):
    result = item_result(make_item(), answers, target=3, agreed=agreed)
    given_levels = [answer.level for answer in answers if answer not in (UNKNOWN, NOT_APPLICABLE)]
    if agreed is not None:
        expected = (ItemState.RATED, agreed, True)
    elif given_levels:
        expected = (ItemState.RATED, median_low(given_levels), False)
    elif UNKNOWN in answers:
        expected = (ItemState.UNKNOWN, None, False)
    elif NOT_APPLICABLE in answers:
        expected = (ItemState.NOT_APPLICABLE, None, False)
    else:
        expected = (ItemState.UNANSWERED, None, False)
    assert (result.state, result.level, result.agreed) == expected


@pytest.mark.parametrize(
    ("answers", "state", "level", "open_", "gap"),
    [
        ([], ItemState.UNANSWERED, None, True, 0),
        ([UNKNOWN], ItemState.UNKNOWN, None, True, 0),
        ([NOT_APPLICABLE], ItemState.NOT_APPLICABLE, None, False, 0),
        ([UNKNOWN, NOT_APPLICABLE], ItemState.UNKNOWN, None, True, 0),
        ([rated(0)], ItemState.RATED, 0, False, 3),
        ([rated(0), UNKNOWN, NOT_APPLICABLE], ItemState.RATED, 0, False, 3),
        ([rated(2), rated(3)], ItemState.RATED, 2, False, 1),
        ([rated(3)], ItemState.RATED, 3, False, 0),
        ([rated(4)], ItemState.RATED, 4, False, 0),
    ],
)
def test_what_a_groups_answers_amount_to(answers, state, level, open_, gap):
    result = item_result(make_item(), answers, target=3)
    assert (result.state, result.level, result.open, result.gap) == (state, level, open_, gap)


@given(some.answer_groups, st.randoms())
def test_the_order_of_answering_does_not_matter(answers, random):
    shuffled = list(answers)
    random.shuffle(shuffled)
    assert item_result(make_item(), answers, target=3) == item_result(make_item(), shuffled, target=3)


@given(st.lists(some.levels, min_size=1))
def test_the_lower_median_is_a_level_that_somebody_gave(levels):
    assert lower_median(levels) == median_low(levels)


@given(some.answer_groups)
def test_an_agreed_zero_counts(answers):
    result = item_result(make_item(), answers, target=3, agreed=0)
    assert (result.level, result.gap, result.open, result.agreed) == (0, 3, False, True)


# Targets


@pytest.mark.parametrize("item_level, dimension_level", product((None, 1), (None, 4)))
def test_the_most_particular_target_counts(item_level, dimension_level):
    dimensions = {} if dimension_level is None else {"POL": dimension_level}
    items = {} if item_level is None else {"POL-01": item_level}
    expected = item_level or dimension_level or 3
    assert Targets(3, dimensions, items).of(make_item("POL-01")) == expected


def test_a_target_for_another_part_does_not_count():
    assert Targets(3, {"TID": 4}, {"POL-02": 1}).of(make_item("POL-01")) == 3


def test_results_take_their_targets_and_agreed_levels_by_item():
    pol, tid = make_item("POL-01"), make_item("TID-01")
    results = item_results(
        [tid, pol], {"TID-01": [rated(1)]}, targets=Targets(3, {"TID": 2}, {}), agreed={"POL-01": 4, "TID-99": 0}
    )
    assert [(one.item.id, one.level, one.target, one.agreed) for one in results] == [
        ("TID-01", 1, 2, False),
        ("POL-01", 4, 3, True),
    ]


@pytest.mark.parametrize("target", [-1, 0, 5])
def test_a_target_off_the_scale_is_refused(target):
    with pytest.raises(TargetOffScale):
        checked_target(target)
    assert [checked_target(level) for level in (1, 2, 3, 4)] == [1, 2, 3, 4]
