"""A roadmap spends each half-year's points to the last, in the plan's order, and tells what then is expected."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.half_year import HalfYear, half_year_of
from assessment.domain.path_finder import cheapest_path
from assessment.domain.planning_errors import PointsUnlikely
from assessment.domain.planning_goal import BudgetGoal, TargetGoal, Wishes
from assessment.domain.roadmap import roadmap
from tests.domain import planning as some
from tests.domain.planning import CHECKLIST, L, M, levels_of, rated

SPRING = date(2027, 1, 1)
FIRST, SECOND, THIRD = HalfYear(2027, 1), HalfYear(2027, 2), HalfYear(2028, 1)


def plan(*results, goal=None, **decided):
    return cheapest_path(results, CHECKLIST, goal or TargetGoal(), **decided)


def told(phase):
    return [(piece.step.item_id, piece.step.after, piece.points, piece.done) for piece in phase.pieces]


@st.composite
def paths(draw):
    results = draw(some.situations())
    return plan(*results, goal=draw(some.goals), costs=draw(some.costs), wishes=draw(some.wishes(results)))


@given(paths(), st.integers(1, 12))
def test_no_half_year_costs_more_than_its_budget_and_only_the_last_has_points_left(path, budget):
    phases = roadmap(path, start=SPRING, budget=budget).phases
    assert all(phase.points == budget for phase in phases[:-1])
    assert all(0 < phase.points <= budget for phase in phases)


@given(paths(), st.none() | st.integers(1, 12))
def test_every_step_is_done_once_in_the_plans_order_for_all_of_its_points(path, budget):
    found = roadmap(path, start=SPRING, budget=budget)
    pieces = [piece for phase in found.phases for piece in phase.pieces]
    assert tuple(piece.step for piece in pieces if piece.done) + found.later == path.steps
    if not found.later:
        assert sum(piece.points for piece in pieces) == path.points
        assert {**levels_of(path.results), **path.levels} == levels_of(
            found.after(found.phases[-1]) if found.phases else path.results
        )


@given(paths(), st.integers(1, 12))
def test_an_item_rises_only_when_what_it_depends_on_has_reached_level_2(path, budget):
    found = roadmap(path, start=SPRING, budget=budget)
    standing = levels_of(path.results)
    items = {one.item.id: one.item for one in path.results}
    for piece in (piece for phase in found.phases for piece in phase.pieces):
        assert all(standing.get(need, 2) >= 2 for need in items[piece.step.item_id].depends_on)
        if piece.done:
            standing[piece.step.item_id] = piece.step.after


@given(st.data())
def test_the_plan_of_a_budget_fits_into_its_half_years(data):
    results = data.draw(some.situations())
    path = plan(*results, goal=data.draw(some.budget_goals), costs=data.draw(some.costs))
    found = roadmap(path, start=SPRING, budget=path.goal.points)
    assert len(found.phases) <= path.goal.half_years
    assert found.later == ()


@given(paths(), st.integers(1, 12))
def test_levels_never_sink_from_one_half_year_to_the_next(path, budget):
    found = roadmap(path, start=SPRING, budget=budget)
    standing = levels_of(path.results)
    for phase in found.phases:
        after = levels_of(found.after(phase))
        assert all(after[item_id] >= level for item_id, level in standing.items())
        standing = after


def test_dependencies_come_first_then_the_earlier_step_then_the_rank():
    path = plan(
        rated("POL-01", 2, step="vagval"),
        rated("POL-02", 2, step="analysera", core=False),
        rated("POL-03", 2, step="analysera", needs=["POL-05"]),
        rated("POL-04", 2, step="analysera"),
        rated("POL-05", 1, step="kommunicera"),
    )
    (phase,) = roadmap(path, start=SPRING).phases
    assert phase.half_year is None
    assert [(piece.step.item_id, piece.step.after) for piece in phase.pieces] == [
        ("POL-05", 2),
        ("POL-03", 3),
        ("POL-04", 3),
        ("POL-02", 3),
        ("POL-01", 3),
        ("POL-05", 3),
    ]
    assert [piece.step.waits_for for piece in phase.pieces[:2]] == [(), ("POL-05",)]


def test_a_level_that_costs_more_than_the_budget_takes_several_half_years():
    path = plan(rated("POL-01", 2, effort=L), rated("POL-02", 2, effort=M, step="vagval"))
    found = roadmap(path, start=date(2027, 8, 31), budget=3)
    assert [phase.half_year for phase in found.phases] == [SECOND, THIRD, HalfYear(2028, 2), HalfYear(2029, 1)]
    assert [told(phase) for phase in found.phases] == [
        [("POL-01", 3, 3, False)],
        [("POL-01", 3, 3, False)],
        [("POL-01", 3, 2, True), ("POL-02", 3, 1, False)],
        [("POL-02", 3, 2, True)],
    ]
    assert [[piece.begun_before for piece in phase.pieces] for phase in found.phases] == [
        [False],
        [True],
        [True, False],
        [True],
    ]


def test_the_level_counts_in_the_half_year_in_which_it_is_done():
    found = roadmap(plan(rated("POL-01", 1, effort=M), rated("TID-01", 3)), start=SPRING, budget=4)
    assert [phase.half_year for phase in found.phases] == [FIRST, SECOND]
    assert [phase.lifts for phase in found.phases] == [{"POL-01": 2}, {"POL-01": 3}]
    assert [levels_of(found.after(phase)) for phase in found.phases] == [
        {"POL-01": 2, "TID-01": 3},
        {"POL-01": 3, "TID-01": 3},
    ]


def test_what_is_not_done_in_twenty_years_is_told():
    path = plan(rated("POL-01", 0, effort=L), rated("POL-02", 0, effort=L))
    found = roadmap(path, start=SPRING, budget=1)
    assert len(found.phases) == 40
    assert found.phases[-1].half_year == HalfYear(2046, 2)
    assert [(step.item_id, step.after) for step in found.later] == [("POL-02", 3)]


def test_without_anything_to_lift_there_is_no_half_year():
    assert roadmap(plan(rated("POL-01", 3)), start=SPRING, budget=3).phases == ()
    assert roadmap(plan(rated("POL-01", 3)), start=SPRING).phases == ()


def test_a_budget_is_at_least_a_point():
    with pytest.raises(PointsUnlikely):
        roadmap(plan(rated("POL-01", 2)), start=SPRING, budget=0)


def test_what_is_pinned_is_laid_out_even_when_it_costs_more_than_the_budget():
    path = plan(rated("POL-01", 2, effort=L), goal=BudgetGoal(3, 1), wishes=Wishes({"POL-01": 3}))
    assert len(roadmap(path, start=SPRING, budget=3).phases) == 3


@pytest.mark.parametrize(
    ("day", "half_year", "last_day"),
    [
        (date(2027, 1, 1), FIRST, date(2027, 6, 30)),
        (date(2027, 6, 30), FIRST, date(2027, 6, 30)),
        (date(2027, 7, 1), SECOND, date(2027, 12, 31)),
        (date(2027, 12, 31), SECOND, date(2027, 12, 31)),
    ],
)
def test_a_day_belongs_to_a_half_year(day, half_year, last_day):
    assert half_year_of(day) == half_year
    assert half_year.last_day == last_day


def test_half_years_follow_each_other():
    assert (FIRST.next, SECOND.next) == (SECOND, THIRD)
    assert FIRST < SECOND < THIRD
