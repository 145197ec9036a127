"""The ledger that the kills are judged by notices what is gone, and forgives only what nobody was told."""

import pytest

from tests.bench.ledger import Ledger


@pytest.fixture
def told():
    """Ben was told that 3 is saved."""
    ledger = Ledger()
    ledger.sends("ben", "3")
    ledger.hears("ben", "3")
    return ledger


@pytest.mark.parametrize("stored", [{}, {"ben": "2"}, {"ben": "3", "chi": "1"}])
def test_what_was_confirmed_must_stand_and_nothing_else(told, stored):
    assert told.lost(stored) == 1


@pytest.mark.parametrize("level", ["3", "4"])
def test_what_was_sent_without_an_answer_may_stand_or_not(told, level):
    told.sends("ben", "4")
    assert told.lost({"ben": level}) == 0


def test_what_stood_after_a_blow_stands_after_the_next(told):
    told.sends("ben", "4")
    told.lost({"ben": "4"})
    assert told.lost({"ben": "3"}) == 1


def test_a_confirmation_settles_what_was_sent_before(told):
    told.sends("ben", "4")
    told.sends("ben", "1")
    told.hears("ben", "1")
    assert told.lost({"ben": "4"}) == 1
