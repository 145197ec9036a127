"""The report: the same whoever came first, and nothing about fewer than three people of a role."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.assessment import Participant
from assessment.domain.checklist import Scope
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN, Response, rated
from tests.domain import strategies as some
from tests.domain.strategies import NOW, make_item, make_report


def people(*roles):
    return [Participant(f"p{number}", "a", of, "", NOW) for number, of in enumerate(roles)]


def answers_of(participants, *answers, item="POL-01"):
    return {one.id: [Response(item, answer)] for one, answer in zip(participants, answers, strict=True)}


@given(some.reports(), st.randoms())
def test_the_order_of_participants_and_of_answering_does_not_matter(report, random):
    shuffled = list(report.participants)
    random.shuffle(shuffled)
    responses = {one: random.sample(list(given), len(given)) for one, given in report.responses.items()}
    again = replace(report, participants=tuple(shuffled), responses=responses)
    assert again.results == report.results
    assert again.gaps == report.gaps
    assert (again.total.index, again.dimensions, again.steps) == (report.total.index, report.dimensions, report.steps)
    assert again.role_sizes == report.role_sizes


@given(some.reports())
def test_a_text_without_an_answer_changes_no_figure(report):
    answered = {
        one: [response for response in given if response.answer is not None] for one, given in report.responses.items()
    }
    assert replace(report, responses=answered).results == report.results
    assert replace(report, responses=answered).role_sizes == report.role_sizes


@given(some.reports())
def test_dimensions_steps_and_cells_each_hold_every_item_once(report):
    ids = sorted(result.item.id for result in report.results)
    for scores in (report.dimensions, report.steps):
        assert sorted(result.item.id for score in scores.values() for result in score.items) == ids
    cells = [report.cell(dimension, step) for dimension in some.DIMENSIONS for step in some.STEPS]
    assert sorted(result.item.id for cell in cells for result in cell) == ids


@given(some.reports())
def test_dimensions_and_steps_stand_in_the_checklists_order(report):
    assert list(report.dimensions) == [one for one in some.DIMENSIONS if one in report.dimensions]
    assert list(report.steps) == [one for one in some.STEPS if one in report.steps]


def test_a_role_has_a_median_from_three_levels_on():
    group = people(("inkop",), ("inkop",), ("inkop", "beslutsfattare"), ("beslutsfattare",))
    report = make_report([make_item()], group, answers_of(group, rated(0), rated(1), rated(2), rated(4)))
    assert (report.role_median("POL-01", "inkop"), report.role_median("POL-01", "beslutsfattare")) == (1, None)


@pytest.mark.parametrize("third", [UNKNOWN, NOT_APPLICABLE, None])
def test_three_people_with_two_levels_have_no_median(third):
    group = people(("inkop",), ("inkop",), ("inkop",))
    report = make_report([make_item()], group, answers_of(group, rated(0), rated(1), third))
    assert report.role_median("POL-01", "inkop") is None


def test_a_roles_median_is_the_lower_one():
    group = people(*[("inkop",)] * 4)
    report = make_report([make_item()], group, answers_of(group, rated(3), rated(0), rated(1), rated(2)))
    assert report.role_median("POL-01", "inkop") == 1


def test_a_role_counts_those_who_have_answered_anything_and_a_person_in_each_of_their_roles():
    group = people(("inkop", "behovsagare"), ("inkop",), ("inkop",), ("beslutsfattare",))
    report = make_report([make_item()], group, answers_of(group, rated(0), UNKNOWN, None, None))
    assert report.role_sizes == {"inkop": 2, "behovsagare": 1}


def test_agreement_counts_levels_only():
    group = people(*[("inkop",)] * 5)
    report = make_report([make_item()], group, answers_of(group, rated(0), rated(0), UNKNOWN, NOT_APPLICABLE, None))
    assert report.agreement_on("POL-01").counts == (2, 0, 0, 0, 0)
    assert make_report([make_item()], group, {}).agreement_on("POL-01") is None


def test_the_agreed_level_stands_beside_the_answers():
    group = people(("inkop",))
    report = make_report([make_item()], group, answers_of(group, rated(4)), agreed={"POL-01": 1})
    assert (report.results[0].level, report.results[0].agreed) == (1, True)
    assert report.agreement_on("POL-01").counts == (0, 0, 0, 0, 1)


def test_a_quick_check_asks_core_items_that_concern_the_organisation():
    items = [
        make_item("POL-01"),
        make_item("POL-02", core=False),
        make_item("TID-01", applies_to=("region",)),
        make_item("TID-02", applies_to=("region", "kommun"), core=False),
    ]
    full = make_report(items, [], {})
    quick = replace(full, assessment=replace(full.assessment, scope=Scope.QUICK))
    assert ([one.item.id for one in full.results], full.left_out) == (["POL-01", "POL-02", "TID-02"], 1)
    assert ([one.item.id for one in quick.results], quick.left_out) == (["POL-01"], 1)
