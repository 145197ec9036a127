"""A report knows what has been revealed, and nothing of what has not."""

from dataclasses import replace

import pytest

from assessment.domain.response import UNKNOWN, rated
from assessment.domain.workshop_parts import Names
from assessment.services import reports
from assessment.services.ballots import CastVote
from tests import builders
from tests.workshop_builders import Facilitator, attend, prepare, vote

ITEM = "POL-01"


@pytest.fixture
def workshop(engine, quick_assessment):
    return prepare(engine, quick_assessment)


@pytest.fixture
def ada(engine, workshop):
    return Facilitator(engine, workshop)


@pytest.fixture
def tokens(engine, workshop):
    """Five phones: three of procurement, one need owner, one decision-maker."""
    roles = ("inkop", "inkop", "inkop", "behovsagare", "beslutsfattare")
    return [attend(engine, workshop, role=role) for role in roles]


@pytest.fixture
def cast(engine, tokens):
    def votes(round_id, *levels):
        for token, level in zip(tokens, levels, strict=False):
            assert isinstance(vote(engine, token, round_id, level), CastVote)

    return votes


@pytest.fixture
def read(engine, quick_assessment):
    """The report, without what only the clock and the counter of changes make of it."""

    def report():
        found = reports.report(engine, builders.ADA, quick_assessment.id)
        return replace(found, at=quick_assessment.created_at, assessment=replace(found.assessment, revision=0))

    return report


def test_while_a_vote_is_open_the_report_is_as_before_its_first_ballot(ada, cast, read):
    opened = ada.open_vote(ITEM)
    before = read()
    cast(opened, 0, 4, UNKNOWN, 2, 2)
    assert read() == before
    assert (before.answers, before.role_sizes, before.rounds) == ({}, {}, ())
    ada.reveal()
    assert list(read().answers[ITEM]) == [rated(0), rated(4), UNKNOWN, rated(2), rated(2)]


def test_a_second_open_vote_adds_nothing_to_the_first(ada, cast, read):
    cast(ada.open_vote(ITEM), 0, 1)
    ada.reveal()
    second = ada.open_vote(ITEM)
    before = read()
    cast(second, 4, 4, 4, 4, 4)
    assert read() == before
    assert list(before.answers[ITEM]) == [rated(0), rated(1)]


def test_a_reveal_that_was_taken_back_is_blind_again(ada, cast, read):
    opened = ada.open_vote(ITEM)
    before = read()
    cast(opened, 0, 4)
    ada.reveal()
    assert read() != before
    ada.undo()
    assert read() == before


def test_ballots_of_a_vote_that_was_cancelled_or_taken_back_are_gone(ada, cast, read):
    before = read()
    cast(ada.open_vote(ITEM), 0, 4)
    ada.skip(ITEM)
    cast(ada.open_vote(ITEM), 3, 3)
    ada.undo()
    assert replace(read(), participants=before.participants) == before


def test_settling_counts_and_taking_it_back_does_not(ada, cast, read):
    cast(ada.open_vote(ITEM), 0, 0, 0)
    ada.reveal()
    assert (read().results[0].level, read().results[0].agreed) == (0, False)
    ada.settle(ITEM, 2)
    assert (read().results[0].level, read().results[0].agreed) == (2, True)
    ada.undo()
    assert (read().results[0].level, read().results[0].agreed) == (0, False)


def test_rounds_of_all_workshops_stand_in_the_order_of_time(engine, quick_assessment, ada, cast, read):
    cast(ada.open_vote(ITEM), 0)
    ada.reveal()
    later = prepare(engine, quick_assessment, names=Names.OPEN)
    Facilitator(engine, later).count_hands(ITEM, (0, 0, 0, 0, 3, 0, 0))
    found = read()
    assert [(one.workshop_id == later.id, one.names_open) for one in found.rounds] == [(False, False), (True, True)]
    assert list(found.answers[ITEM]) == [rated(4)] * 3
    assert list(found.first_answers[ITEM]) == [rated(0)]


def test_answers_given_beforehand_are_shown_and_not_counted_twice(engine, quick_assessment, ada, read):
    ben = builders.join(engine, quick_assessment, builders.BEN)
    builders.answer(engine, ben, ITEM, 3)
    ada.show_answers(ITEM)
    assert list(read().answers[ITEM]) == list(read().first_answers[ITEM]) == [rated(3)]
    builders.answer(engine, ben, ITEM, 1)
    assert (list(read().answers[ITEM]), list(read().first_answers[ITEM])) == ([rated(1)], [rated(3)])


def test_roles_of_those_who_voted_are_counted(ada, cast, read):
    cast(ada.open_vote(ITEM), 0, 1, 2, 3)
    ada.reveal()
    assert read().role_sizes == {"inkop": 3, "behovsagare": 1}
    assert (read().role_median(ITEM, "inkop"), read().role_median(ITEM, "behovsagare")) == (1, None)
