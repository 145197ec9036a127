"""A route put into the plan: exactly what was approved or nothing, told in the history, taken back at once."""

from datetime import date

import pytest

from assessment.domain.action import Plan
from assessment.domain.action_errors import TitleMissing
from assessment.domain.errors import ItemNotAsked, NotAllowed
from assessment.domain.plan_batch import BatchUndone, Stayed
from assessment.domain.route_errors import RouteCovered, RouteEmpty
from assessment.services import actions, plan_files, route_plans
from tests import builders
from tests.builders import ADA

SUMMER = date(2027, 6, 30)
POLICY = Plan("Besluta en policy", due=SUMMER, aims={"POL-01": 3})
TIME = Plan("Avsätt tid", due=SUMMER, aims={"TID-06": 2})


def titles(engine, assessment):
    return [one.plan.title for one in actions.of_assessment(engine, ADA, assessment.id)]


def test_what_is_approved_is_in_the_plan_as_it_was_shown(engine, full_assessment):
    route_plans.adopt(engine, ADA, full_assessment.id, [POLICY, TIME])
    made = actions.of_assessment(engine, ADA, full_assessment.id)
    assert {one.plan.title: one.plan for one in made} == {POLICY.title: POLICY, TIME.title: TIME}


@pytest.mark.parametrize("level", [3, 4])
def test_nothing_is_written_when_somebody_has_planned_the_same_meanwhile(engine, full_assessment, level):
    actions.add(engine, ADA, full_assessment.id, Plan("Evas", aims={"TID-06": level}))
    with pytest.raises(RouteCovered):
        route_plans.adopt(engine, ADA, full_assessment.id, [POLICY, Plan("Avsätt tid", aims={"TID-06": 3})])
    assert titles(engine, full_assessment) == ["Evas"]


def test_an_action_to_a_lower_level_is_not_in_the_way(engine, full_assessment):
    actions.add(engine, ADA, full_assessment.id, Plan("Evas", aims={"TID-06": 1}))
    route_plans.adopt(engine, ADA, full_assessment.id, [TIME])
    assert titles(engine, full_assessment) == ["Evas", TIME.title]


def test_a_removed_action_is_not_in_the_way(engine, full_assessment):
    old = actions.add(engine, ADA, full_assessment.id, TIME)
    actions.remove(engine, ADA, old.id, version=1)
    route_plans.adopt(engine, ADA, full_assessment.id, [TIME])
    assert titles(engine, full_assessment) == [TIME.title]


@pytest.mark.parametrize(
    ("plans", "error"),
    [
        ([], RouteEmpty),
        ([POLICY, Plan(" ", aims={"TID-06": 2})], TitleMissing),
        ([POLICY, Plan("Något", aims={"XXX-01": 2})], ItemNotAsked),
    ],
)
def test_one_wrong_row_and_nothing_is_written(engine, full_assessment, plans, error):
    with pytest.raises(error):
        route_plans.adopt(engine, ADA, full_assessment.id, plans)
    assert titles(engine, full_assessment) == []


def test_it_can_be_taken_back_once(engine, full_assessment):
    batch = route_plans.adopt(engine, ADA, full_assessment.id, [POLICY, TIME])
    assert route_plans.latest(engine, ADA, full_assessment.id).changes == 2
    assert plan_files.undo(engine, ADA, batch).restored == 2
    assert titles(engine, full_assessment) == []
    assert route_plans.latest(engine, ADA, full_assessment.id) is None
    with pytest.raises(BatchUndone):
        plan_files.undo(engine, ADA, batch)


def test_what_somebody_has_worked_on_since_stays(engine, full_assessment):
    batch = route_plans.adopt(engine, ADA, full_assessment.id, [POLICY, TIME])
    first = next(one for one in actions.of_assessment(engine, ADA, full_assessment.id) if one.plan.title == TIME.title)
    actions.change(engine, ADA, first.id, version=1, plan=Plan("Avsätt tid", owner="Eva", aims={"TID-06": 2}))
    assert plan_files.undo(engine, ADA, batch).stayed == (Stayed(TIME.title, ""),)
    assert titles(engine, full_assessment) == [TIME.title]


def test_it_is_not_listed_among_the_files_that_were_read_in(engine, full_assessment):
    route_plans.adopt(engine, ADA, full_assessment.id, [POLICY])
    assert plan_files.batches(engine, ADA, full_assessment.id) == ()


def test_a_participant_may_not(engine, full_assessment):
    ben = builders.viewer_of(builders.join(engine, full_assessment, builders.BEN))
    with pytest.raises(NotAllowed):
        route_plans.adopt(engine, ben, full_assessment.id, [POLICY])
    with pytest.raises(NotAllowed):
        route_plans.latest(engine, ben, full_assessment.id)
