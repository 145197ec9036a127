"""A bucket of wrong codes for each place, that fills up again."""

from datetime import UTC, datetime, timedelta

import pytest

from assessment.domain.guesses import FORGIVEN_AFTER, MOST, PER_SECOND, allowed, missed, origin

START = datetime(2026, 11, 23, tzinfo=UTC)


def after(misses, *, at=START):
    """What is known of a place from which so many wrong codes came at once."""
    known = None
    for _ in range(misses):
        known = missed(known, at)
    return known


def test_the_last_guess_is_one_too_many():
    assert allowed(None, START)
    assert allowed(after(MOST - 1), START)
    assert not allowed(after(MOST), START)


def test_guesses_come_back_with_time_and_never_more_than_there_were():
    used = after(MOST)
    assert not allowed(used, START + timedelta(seconds=0.9 / PER_SECOND))
    assert allowed(used, START + timedelta(seconds=1 / PER_SECOND))
    assert used.left_at(START + FORGIVEN_AFTER) == used.left_at(START + timedelta(days=1)) == MOST


def test_a_server_whose_clock_is_behind_takes_none_away():
    assert after(10).left_at(START - timedelta(minutes=1)) == MOST - 10


@pytest.mark.parametrize(
    ("addresses", "same"),
    [
        (("2001:db8:0:1::1", "2001:db8:0:1:ffff::1"), True),
        (("2001:db8:0:1::1", "2001:db8:0:2::1"), False),
        (("::ffff:10.0.0.1", "10.0.0.1"), True),
        (("10.0.0.1", "10.0.0.2"), False),
        (("", "10.0.0.1"), False),
        (("no address", "no address"), True),
    ],
)
def test_one_household_is_one_guesser(addresses, same):
    first, second = map(origin, addresses)
    assert (first == second) is same
