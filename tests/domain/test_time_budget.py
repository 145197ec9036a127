"""The remaining time over the remaining questions."""

from datetime import timedelta

from assessment.domain.time_budget import time_budget
from tests.domain.strategies import NOW


def budget(*, spent=None, items_left=6):
    """After `spent` minutes of 90; None before the first item."""
    begun_at = None if spent is None else NOW - timedelta(minutes=spent)
    return time_budget(minutes=90, begun_at=begun_at, items_left=items_left, now=NOW)


def test_the_clock_stands_still_until_the_first_question():
    assert budget() == budget(spent=0)
    assert budget().per_item == timedelta(minutes=15)


def test_time_divides_over_what_is_left():
    assert budget(spent=60).left == timedelta(minutes=30)
    assert budget(spent=60).per_item == timedelta(minutes=5)
    assert budget(spent=60, items_left=12).per_item == timedelta(minutes=2, seconds=30)


def test_when_the_time_is_up_it_is_told_how_long_ago_and_no_question_has_any():
    assert budget(spent=95).left == timedelta(minutes=-5)
    assert budget(spent=95).per_item == timedelta(0)


def test_nothing_is_divided_over_no_questions():
    assert budget(items_left=0).per_item is None
