"""A route tells for each half-year what is done with which item, and when each item has come to its last level."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.half_year import HalfYear, first_half_year
from assessment.domain.planning_goal import BudgetGoal
from assessment.domain.route import Brief, Due, Leg, route, usual_route
from tests.domain import planning as some
from tests.domain.planning import CHECKLIST, L, rated

SPRING, AUTUMN = HalfYear(2027, 1), HalfYear(2027, 2)


@st.composite
def routes(draw):
    results = draw(some.situations())
    asked = Brief(SPRING, draw(some.goals), draw(st.integers(1, 9)), draw(some.costs), draw(some.wishes(results)))
    return route(results, CHECKLIST, asked)


@given(routes())
def test_the_legs_of_an_item_follow_on_each_other_from_its_level_to_where_the_path_takes_it(found):
    standing = {lift.item_id: lift.before for lift in found.path.lifts}
    for stage in found.stages:
        for leg in stage.legs:
            assert leg.before == standing[leg.item_id]
            standing[leg.item_id] = leg.after
        assert sum(leg.points for leg in stage.legs) == stage.phase.points
    assert standing == dict(found.path.levels)


@given(routes())
def test_each_lifted_item_is_due_once_at_its_last_level(found):
    assert {due.item_id: due.level for due in found.dues} == dict(found.path.levels)
    assert all(due.day in {stage.half_year.last_day for stage in found.stages} for due in found.dues)


def test_a_level_that_takes_two_half_years_is_begun_in_one_and_due_in_the_other():
    found = route([rated("POL-01", 2, effort=L)], CHECKLIST, Brief(SPRING, pace=5))
    assert [stage.legs for stage in found.stages] == [
        (Leg("POL-01", 2, 2, 5, begun_before=False, goes_on=True),),
        (Leg("POL-01", 2, 3, 3, begun_before=True, goes_on=False),),
    ]
    assert found.dues == (Due("POL-01", 3, date(2027, 12, 31)),)
    assert found.stage(AUTUMN).score.floor.level == 3
    assert found.stage(HalfYear(2031, 1)) is None


def test_the_usual_route_goes_to_every_target_from_the_next_half_year_on():
    found = usual_route([rated("POL-01", 1)], CHECKLIST, date(2026, 11, 22))
    assert found.dues == (Due("POL-01", 3, date(2027, 6, 30)),)


def test_a_budget_has_a_pace_of_its_own():
    found = route([rated("POL-01", 0)], CHECKLIST, Brief(SPRING, BudgetGoal(1, 2), pace=30))
    assert [stage.half_year for stage in found.stages] == [SPRING, AUTUMN]


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2027, 1, 1), SPRING),
        (date(2027, 3, 31), SPRING),
        (date(2027, 4, 1), SPRING),
        (date(2027, 4, 2), AUTUMN),
        (date(2027, 6, 30), AUTUMN),
        (date(2026, 10, 1), HalfYear(2026, 2)),
        (date(2026, 10, 2), SPRING),
        (date(2026, 12, 31), SPRING),
    ],
)
def test_a_plan_begins_with_a_half_year_of_which_three_months_are_left(today, first):
    assert first_half_year(today) == first
