"""Consistency questions: raised by levels and by *don't know*, never by what is unanswered or out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.checklist import Condition, ConsistencyQuestion
from assessment.domain.consistency import holds, raised_questions
from assessment.domain.scoring import ItemResult, ItemState
from tests.domain import strategies as some
from tests.domain.strategies import WORDS, make_item

OPEN_OR_OUT = (ItemState.UNANSWERED, ItemState.NOT_APPLICABLE)


def rated(item, level):
    return ItemResult(make_item(item), ItemState.RATED, level, 3)


def without_level(item, state):
    return ItemResult(make_item(item), state, None, 3)


def question(*when):
    return ConsistencyQuestion("KON-01", when, WORDS)


HIGH = Condition("POL-01", 3, None, False)
LOW = Condition("TID-01", None, 1, False)
IN_THE_DARK = Condition("TID-01", None, None, True)


@pytest.mark.parametrize(("high", "low", "raised"), [(3, 1, True), (4, 0, True), (2, 1, False), (3, 2, False)])
def test_levels_raise_a_question_when_both_lie_within_their_bounds(high, low, raised):
    found = raised_questions([question(HIGH, LOW)], [rated("POL-01", high), rated("TID-01", low)])
    assert bool(found) is raised


@pytest.mark.parametrize("state", [*OPEN_OR_OUT, ItemState.UNKNOWN])
def test_no_level_is_not_a_low_level(state):
    assert raised_questions([question(HIGH, LOW)], [rated("POL-01", 4), without_level("TID-01", state)]) == ()


@given(st.builds(Condition, st.just("POL-01"), st.none() | some.levels, st.none() | some.levels, st.booleans()))
def test_what_nobody_answered_or_does_not_apply_never_meets_a_condition(condition):
    assert not any(holds(condition, without_level("POL-01", state)) for state in OPEN_OR_OUT)


def test_dont_know_raises_a_question_that_asks_for_it_and_a_level_does_not():
    asked = [question(HIGH, IN_THE_DARK)]
    assert raised_questions(asked, [rated("POL-01", 3), without_level("TID-01", ItemState.UNKNOWN)])
    assert raised_questions(asked, [rated("POL-01", 3), rated("TID-01", 0)]) == ()


def test_an_item_that_is_not_asked_raises_nothing():
    assert raised_questions([question(HIGH, LOW)], [rated("POL-01", 4)]) == ()


def test_the_answers_stand_in_the_order_of_the_conditions():
    [found] = raised_questions([question(LOW, HIGH)], [rated("POL-01", 4), rated("TID-01", 0)])
    assert [result.item.id for result in found.results] == ["TID-01", "POL-01"]
