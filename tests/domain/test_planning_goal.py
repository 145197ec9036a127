"""Goals and costs that make no sense are refused; the costs that people choose are the ones that count."""

import pytest

from assessment.domain.checklist import Effort
from assessment.domain.errors import TargetOffScale
from assessment.domain.planning_costs import Costs, checked_costs
from assessment.domain.planning_errors import HalfYearsUnlikely, IndexOffScale, PointsUnlikely
from assessment.domain.planning_goal import BudgetGoal, CoreGoal, FloorGoal, IndexGoal, TargetGoal, checked_goal


def test_costs_are_one_three_and_eight_until_somebody_changes_them():
    assert [Costs().of(effort) for effort in Effort] == [1, 3, 8]
    assert [Costs(2, 5, 7).of(effort) for effort in Effort] == [2, 5, 7]


@pytest.mark.parametrize(
    "goal",
    [
        FloorGoal(1),
        FloorGoal(4, "POL"),
        IndexGoal(0),
        IndexGoal(100),
        CoreGoal(),
        TargetGoal(),
        BudgetGoal(1, 1),
        BudgetGoal(1000, 40),
    ],
)
def test_sensible_goals_are_kept(goal):
    assert checked_goal(goal) is goal


@pytest.mark.parametrize(
    ("goal", "error"),
    [
        (FloorGoal(0), TargetOffScale),
        (FloorGoal(5), TargetOffScale),
        (IndexGoal(-1), IndexOffScale),
        (IndexGoal(101), IndexOffScale),
        (BudgetGoal(0, 1), PointsUnlikely),
        (BudgetGoal(1001, 1), PointsUnlikely),
        (BudgetGoal(1, 0), HalfYearsUnlikely),
        (BudgetGoal(1, 41), HalfYearsUnlikely),
    ],
)
def test_others_are_refused(goal, error):
    with pytest.raises(error):
        checked_goal(goal)


@pytest.mark.parametrize("costs", [Costs(0, 3, 8), Costs(1, -3, 8), Costs(1, 3, 1001)])
def test_costs_are_at_least_a_point_and_at_most_a_thousand(costs):
    with pytest.raises(PointsUnlikely):
        checked_costs(costs)


def test_sensible_costs_are_kept():
    assert checked_costs(Costs(1, 1, 1000)) == Costs(1, 1, 1000)
