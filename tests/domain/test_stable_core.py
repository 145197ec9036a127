"""The stable core holds what every plan holds, however the costs are halved and doubled."""

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.domain.path_finder import cheapest_path
from assessment.domain.planning_costs import Costs
from assessment.domain.planning_goal import BudgetGoal, IndexGoal, TargetGoal, Wishes
from assessment.domain.stable_core import Steadiness, stable_core
from tests.domain import planning as some
from tests.domain.planning import CHECKLIST, L, M, rated


def plan(*results, goal, **decided):
    return cheapest_path(results, CHECKLIST, goal, **decided)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_it_is_what_the_plans_have_in_common(data):
    results = data.draw(some.situations())
    path = plan(
        *results, goal=data.draw(some.goals), costs=data.draw(some.costs), wishes=data.draw(some.wishes(results))
    )
    core = stable_core(path, CHECKLIST)
    tried = [again(path, factors).levels for factors in every_case()]
    assert (core.cases, core.capped, core.proven) == (27, False, True)
    assert {one.item_id for one in core.always} == set.intersection(*(set(levels) for levels in tried))
    assert {one.item_id for one in (*core.always, *core.sometimes)} == set().union(*tried)
    for one in (*core.always, *core.sometimes):
        levels = [levels[one.item_id] for levels in tried if one.item_id in levels]
        assert one == Steadiness(one.item_id, len(levels), min(levels), max(levels))


def every_case():
    return [(small, medium, large) for small in (1, 2, 4) for medium in (1, 2, 4) for large in (1, 2, 4)]


def again(path, factors):
    """The plan with costs in half points."""
    small, medium, large = factors
    costs = Costs(path.costs.small * small, path.costs.medium * medium, path.costs.large * large)
    goal = BudgetGoal(path.goal.points * 2, path.goal.half_years) if isinstance(path.goal, BudgetGoal) else path.goal
    return plan(*path.results, goal=goal, costs=costs, wishes=path.wishes)


def test_what_is_forced_stays_whatever_it_costs():
    core = stable_core(plan(rated("POL-01", 1, effort=L), rated("POL-02", 2), goal=TargetGoal()), CHECKLIST)
    assert [one.item_id for one in core.always] == ["POL-01", "POL-02"]
    assert core.sometimes == ()


def test_a_guess_that_decides_shows():
    path = plan(
        rated("POL-01", 2),
        rated("POL-02", 2, effort=M),
        rated("POL-03", 2, effort=L),
        goal=IndexGoal(66),
        costs=Costs(1, 5, 6),
    )
    core = stable_core(path, CHECKLIST)
    assert core.always == (Steadiness("POL-01", 27, 3, 3),)
    assert core.sometimes == (Steadiness("POL-02", 18, 3, 3), Steadiness("POL-03", 9, 3, 3))


def test_what_is_pinned_is_in_the_core():
    path = plan(rated("POL-01", 1), rated("POL-02", 2, effort=L), goal=BudgetGoal(8, 1), wishes=Wishes({"POL-02": 3}))
    assert "POL-02" in {one.item_id for one in stable_core(path, CHECKLIST).always}


def test_a_long_search_is_capped_and_says_so():
    path = plan(*(rated(f"POL-{number:02}", 0) for number in range(9)), goal=BudgetGoal(5, 1))
    core = stable_core(path, CHECKLIST, most_cells=path.cells)
    assert core.capped
    assert 1 < core.cases < 27
    assert {one.item_id for one in core.always} <= path.levels.keys()


def test_of_an_empty_plan_nothing_is_stable():
    core = stable_core(plan(goal=BudgetGoal(5, 1)), CHECKLIST)
    assert (core.always, core.sometimes) == ((), ())
