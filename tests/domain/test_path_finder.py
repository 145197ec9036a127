"""The cheapest path reaches its goal for the fewest points, keeps the rules, and says why."""

from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.domain.cheapest_path import Outcome
from assessment.domain.lift_reason import FindOutFirst, LeftOut, Reason, Why, WhyNot
from assessment.domain.path_finder import cheapest_path
from assessment.domain.planning_goal import BudgetGoal, CoreGoal, FloorGoal, IndexGoal, TargetGoal, Wishes
from assessment.domain.scoring import ItemState, score
from assessment.domain.what_if import expected
from tests.domain import planning as some
from tests.domain.planning import CHECKLIST, L, M, every_plan, keeps_needs, levels_of, open_item, price, rated

pytestmark = pytest.mark.slow


def path_to(goal, *results, **decided):
    return cheapest_path(results, CHECKLIST, goal, **decided)


def drawn(data, goals):
    results = data.draw(some.situations())
    path = path_to(data.draw(goals), *results, costs=data.draw(some.costs), wishes=data.draw(some.wishes(results)))
    return path, {**levels_of(results), **path.levels}


def left_out(path, *whys):
    return {one.item_id for one in path.left_out if not whys or one.why in whys}


# Rules that hold for every goal


@given(st.data())
def test_needs_are_kept_nothing_sinks_and_only_rated_items_are_lifted(data):
    path, after = drawn(data, some.goals)
    before = levels_of(path.results)
    assert path.levels.keys() <= before.keys()
    assert keeps_needs(path.results, after)
    assert all(level > before[item_id] for item_id, level in path.levels.items())


@given(st.data())
def test_the_sums_of_a_path_are_those_of_its_lifts_and_steps(data):
    path, after = drawn(data, some.goals)
    targets = {one.item.id: one.target for one in path.results}
    assert path.points == price(path.results, after, path.costs) == sum(step.points for step in path.steps)
    assert path.gain == sum(step.after <= targets[step.item_id] for step in path.steps)
    assert len(path.steps) == sum(lift.after - lift.before for lift in path.lifts)


@given(st.data())
def test_excluded_items_are_never_lifted_and_pinned_ones_are_unless_it_says_why_not(data):
    path, after = drawn(data, some.goals)
    assert not path.wishes.excluded & path.levels.keys()
    for item_id, level in path.wishes.pinned.items():
        assert after.get(item_id, 0) >= level or item_id in left_out(path, WhyNot.BLOCKED, WhyNot.NOT_RATED)


@given(st.data())
def test_steps_come_one_level_at_a_time_and_after_what_they_wait_for(data):
    path, after = drawn(data, some.goals)
    standing = levels_of(path.results)
    items = {one.item.id: one.item for one in path.results}
    for step in path.steps:
        assert standing[step.item_id] == step.before
        assert all(standing.get(need, 2) >= 2 for need in items[step.item_id].depends_on)
        standing[step.item_id] = step.after
    assert standing == after


@given(st.data())
def test_every_lift_has_a_reason_and_every_gap_is_lifted_or_left_out(data):
    path, _ = drawn(data, some.goals)
    assert all(lift.reasons for lift in path.lifts)
    assert {reason.item for lift in path.lifts for reason in lift.reasons} <= {None, *path.levels}
    gaps = {one.item.id for one in path.results if one.gap}
    assert gaps <= path.levels.keys() | left_out(path)
    assert not path.levels.keys() & left_out(path)


@given(st.data(), st.randoms())
def test_the_path_does_not_depend_on_the_order_of_the_results(data, random):
    path, _ = drawn(data, some.goals)
    shuffled = list(path.results)
    random.shuffle(shuffled)
    again = path_to(path.goal, *shuffled, costs=path.costs, wishes=path.wishes)
    assert (again.lifts, again.steps, again.outcome) == (path.lifts, path.steps, path.outcome)


# Forced goals


def wanted_level(goal, result):
    if isinstance(goal, FloorGoal):
        return goal.level if goal.dimension in (None, result.item.dimension) else 0
    return result.target if isinstance(goal, TargetGoal) or result.item.core else 0


@settings(max_examples=200)
@given(st.data())
def test_a_forced_goal_takes_what_any_plan_that_reaches_it_would_take_and_no_more(data):
    path, _ = drawn(data, some.forced_goals)
    plans = list(every_plan(path.results, path.wishes, highest=lambda result: wanted_level(path.goal, result)))
    reaching = [
        plan
        for plan in plans
        if all(plan[one.item.id] >= wanted_level(path.goal, one) for one in path.results if one.level is not None)
    ]
    there = path.outcome in (Outcome.REACHED, Outcome.ALREADY_THERE, Outcome.NOTHING_RATED)
    if not left_out(path, WhyNot.BLOCKED):
        assert there == bool(reaching)
    if there and reaching:
        assert path.points == min(price(path.results, plan, path.costs) for plan in reaching)


def test_a_floor_lifts_what_lies_below_it_and_what_that_waits_for():
    path = path_to(
        FloorGoal(3, "TID"),
        rated("POL-01", 0, effort=L),
        rated("POL-02", 1),
        rated("TID-01", 1, effort=M, needs=["POL-01"]),
        rated("TID-02", 2),
        rated("TID-03", 4),
    )
    assert path.outcome is Outcome.REACHED
    assert path.levels == {"POL-01": 2, "TID-01": 3, "TID-02": 3}
    assert (path.points, path.gain) == (16 + 6 + 1, 5)
    reasons = {lift.item_id: lift.reasons for lift in path.lifts}
    assert reasons == {
        "POL-01": (Reason(Why.NEEDED_BY, 2, item="TID-01"),),
        "TID-01": (Reason(Why.NEEDED_FOR_GOAL, 3),),
        "TID-02": (Reason(Why.NEEDED_FOR_GOAL, 3),),
    }
    assert path.left_out == (LeftOut("POL-02", WhyNot.NOT_NEEDED),)


def test_a_floor_above_an_items_target_counts_only_the_levels_to_the_target_as_gain():
    path = path_to(FloorGoal(3), rated("POL-01", 0, target=1))
    assert (path.levels, path.gain, path.points) == ({"POL-01": 3}, 1, 3)


def test_core_items_at_their_targets_leave_the_others():
    path = path_to(CoreGoal(), rated("POL-01", 1), rated("POL-02", 1, core=False), rated("POL-03", 3, target=4))
    assert path.levels == {"POL-01": 3, "POL-03": 4}


def test_every_item_at_its_target():
    path = path_to(TargetGoal(), rated("POL-01", 1), rated("POL-02", 1, core=False, target=2), rated("POL-03", 4))
    assert path.levels == {"POL-01": 3, "POL-02": 2}


def test_a_pin_takes_an_item_above_what_the_goal_asks():
    path = path_to(TargetGoal(), rated("POL-01", 1, target=2), wishes=Wishes({"POL-01": 4}))
    assert path.lifts[0].reasons == (Reason(Why.PINNED, 4), Reason(Why.NEEDED_FOR_GOAL, 2))
    assert path.levels == {"POL-01": 4}


def test_what_is_excluded_stops_those_that_wait_for_it():
    chain = [rated("POL-01", 1), rated("POL-02", 1, needs=["POL-01"]), rated("POL-03", 1, needs=["POL-02"])]
    path = path_to(TargetGoal(), *chain, wishes=Wishes(excluded=frozenset(["POL-01"])))
    assert path.outcome is Outcome.OUT_OF_REACH
    assert path.lifts == ()
    assert path.left_out == (
        LeftOut("POL-01", WhyNot.EXCLUDED),
        LeftOut("POL-02", WhyNot.BLOCKED, ("POL-01",)),
        LeftOut("POL-03", WhyNot.BLOCKED, ("POL-02",)),
    )


def test_items_that_wait_for_each_other_in_a_circle_are_blocked_and_do_not_hang():
    circle = [
        rated("POL-01", 0, needs=["POL-03"]),
        rated("POL-02", 0, needs=["POL-01"]),
        rated("POL-03", 0, needs=["POL-02"]),
        rated("POL-04", 0, needs=["POL-04"]),
        rated("POL-05", 0),
    ]
    for goal in (TargetGoal(), IndexGoal(100), BudgetGoal(10, 2)):
        path = path_to(goal, *circle)
        assert path.levels == {"POL-05": 3}
        assert left_out(path, WhyNot.BLOCKED) == {"POL-01", "POL-02", "POL-03", "POL-04"}


# Open items


@pytest.mark.parametrize("state", [ItemState.UNKNOWN, ItemState.UNANSWERED])
def test_what_nobody_knows_holds_nobody_back_but_is_to_find_out_first(state):
    unknown = open_item("POL-01", state)
    path = path_to(TargetGoal(), unknown, rated("POL-02", 2, needs=["POL-01"]), rated("POL-03", 2, needs=["POL-01"]))
    assert path.levels == {"POL-02": 3, "POL-03": 3}
    assert path.find_out_first == (FindOutFirst(unknown, ("POL-02", "POL-03")),)
    assert path.open == (unknown,)


def test_what_does_not_apply_is_neither_open_nor_in_the_way():
    out = open_item("POL-01", ItemState.NOT_APPLICABLE)
    path = path_to(TargetGoal(), out, rated("POL-02", 2, needs=["POL-01", "POL-77"]))
    assert (path.levels, path.find_out_first, path.open) == ({"POL-02": 3}, (), ())


def test_a_pin_on_what_nobody_has_rated_is_told():
    path = path_to(TargetGoal(), open_item("POL-01"), rated("POL-02", 3), wishes=Wishes({"POL-01": 2}))
    assert path.left_out == (LeftOut("POL-01", WhyNot.NOT_RATED),)


@pytest.mark.parametrize("goal", [FloorGoal(2), IndexGoal(0), CoreGoal(), TargetGoal(), BudgetGoal(5, 2)])
@pytest.mark.parametrize("results", [(), (open_item("POL-01"),)])
def test_without_levels_there_is_nothing_to_plan_from(goal, results):
    path = path_to(goal, *results)
    assert (path.outcome, path.lifts, path.open) == (Outcome.NOTHING_RATED, (), results)


@pytest.mark.parametrize("goal", [FloorGoal(3), IndexGoal(75), CoreGoal(), TargetGoal(), BudgetGoal(5, 2)])
def test_a_goal_that_is_reached_already_needs_nothing(goal):
    path = path_to(goal, rated("POL-01", 3), rated("TID-01", 4))
    assert (path.outcome, path.lifts, path.left_out) == (Outcome.ALREADY_THERE, (), ())


# An index


@settings(max_examples=200)
@given(st.data())
def test_no_allowed_plan_reaches_the_index_for_fewer_points(data):
    path, after = drawn(data, some.index_goals)
    plans = list(plans_of(path, highest=lambda result: 4 if path.goal.beyond_target else result.target))
    needed = ceil(path.goal.index * 4 * len(after) / 100)
    reaching = [price(path.results, plan, path.costs) for plan in plans if sum(plan.values()) >= needed]
    most = max(sum(plan.values()) for plan in plans)
    assert path.missing == max(0, needed - most)
    assert path.proven
    if reaching:
        assert path.points == min(reaching)
        assert sum(after.values()) >= needed
    else:
        assert path.outcome is Outcome.OUT_OF_REACH
        assert sum(after.values()) == most


def plans_of(path, *, highest):
    """Every allowed plan, but for pins that nothing can fulfil."""
    in_vain = left_out(path, WhyNot.BLOCKED, WhyNot.NOT_RATED)
    pinned = {item_id: level for item_id, level in path.wishes.pinned.items() if item_id not in in_vain}
    return every_plan(path.results, Wishes(pinned, path.wishes.excluded), highest=highest)


@given(st.data())
def test_an_index_that_is_reached_is_that_of_the_score(data):
    path, _ = drawn(data, some.index_goals)
    if path.outcome in (Outcome.REACHED, Outcome.ALREADY_THERE):
        assert score(expected(path.results, path.levels)).index.point >= path.goal.index


def test_an_index_takes_the_cheapest_levels_and_among_equals_the_first_of_the_gap_list():
    path = path_to(
        IndexGoal(50),
        rated("POL-01", 1, effort=M),
        rated("POL-02", 1, core=False),
        rated("POL-03", 1),
        rated("POL-04", 2, effort=L),
    )
    assert path.levels == {"POL-02": 2, "POL-03": 3}
    assert path.lifts[0].reasons == (Reason(Why.CHEAPEST_GAIN, 3, points=1),)
    assert left_out(path, WhyNot.NOT_NEEDED) == {"POL-01", "POL-04"}


def test_an_index_opens_the_way_for_cheap_items_when_that_pays():
    waiting = [rated(f"POL-1{number}", 0, needs=["POL-01"]) for number in range(6)]
    others = [rated(f"POL-2{number}", 0, effort=M) for number in range(6)]
    path = path_to(IndexGoal(30), rated("POL-01", 1, effort=L), *waiting, *others)
    assert path.levels["POL-01"] == 2
    assert path.points == 8 + 14
    assert Reason(Why.NEEDED_BY, 2, item="POL-10") in {
        reason for lift in path.lifts if lift.item_id == "POL-01" for reason in lift.reasons
    }


def test_an_index_above_what_the_targets_allow_takes_all_and_tells_how_many_levels_are_missing():
    path = path_to(IndexGoal(90), rated("POL-01", 1), rated("POL-02", 3))
    assert (path.outcome, path.levels, path.missing) == (Outcome.OUT_OF_REACH, {"POL-01": 3}, 2)
    beyond = path_to(IndexGoal(90, beyond_target=True), rated("POL-01", 1), rated("POL-02", 3))
    assert (beyond.outcome, beyond.levels) == (Outcome.REACHED, {"POL-01": 4, "POL-02": 4})


# A budget


@settings(max_examples=200)
@given(st.data())
def test_no_allowed_plan_within_the_budget_gains_more_or_as_much_for_fewer_points(data):
    path, _ = drawn(data, some.budget_goals)
    targets = {one.item.id: one.target for one in path.results}
    before = levels_of(path.results)

    def gain(plan):
        return sum(min(level, targets[id_]) - min(before[id_], targets[id_]) for id_, level in plan.items())

    plans = [
        (-gain(plan), points)
        for plan in plans_of(path, highest=lambda result: result.target)
        if (points := price(path.results, plan, path.costs)) <= path.goal.budget
    ]
    if path.outcome is Outcome.PINS_TOO_DEAR:
        assert plans == []
        assert path.points_left < 0
    else:
        assert min(plans) == (-path.gain, path.points)
        assert path.points_left >= 0


@given(st.data(), st.integers(0, 5))
def test_a_larger_budget_never_gives_less(data, more):
    path, _ = drawn(data, some.budget_goals)
    if path.outcome is not Outcome.PINS_TOO_DEAR:
        goal = BudgetGoal(path.goal.points + more, path.goal.half_years)
        assert path_to(goal, *path.results, costs=path.costs, wishes=path.wishes).gain >= path.gain


@given(st.data())
def test_a_budget_gains_at_least_what_picking_the_cheapest_level_each_time_gains(data):
    path, _ = drawn(data, some.budget_goals)
    if not path.wishes.pinned:
        assert path.gain >= greedy_gain(path)


def greedy_gain(path):
    """Always the next possible level of the cheapest item, without looking ahead."""
    left, gained, after = path.goal.budget, 0, levels_of(path.results)
    while True:
        possible = [
            (path.costs.of(one.item.effort), one.item.id)
            for one in path.results
            if one.level is not None and after[one.item.id] < one.target and one.item.id not in path.wishes.excluded
            if all(after.get(need, 2) >= 2 for need in one.item.depends_on)
        ]
        if not possible or min(possible)[0] > left:
            return gained
        points, item_id = min(possible)
        left, gained, after[item_id] = left - points, gained + 1, after[item_id] + 1


@given(st.data())
def test_a_budget_buys_nothing_beyond_a_target_unless_somebody_waits_for_it(data):
    path, _ = drawn(data, some.budget_goals)
    targets = {one.item.id: one.target for one in path.results}
    for lift in path.lifts:
        needed = [reason for reason in lift.reasons if reason.why in (Why.NEEDED_BY, Why.PINNED)]
        assert lift.after <= targets[lift.item_id] or needed


def test_a_budget_prefers_core_and_larger_gaps_among_equals_and_leaves_points_that_buy_nothing():
    path = path_to(
        BudgetGoal(1, 3),
        rated("POL-01", 2, core=False),
        rated("POL-02", 2),
        rated("POL-03", 1),
        rated("POL-04", 1, effort=L),
    )
    assert (path.levels, path.points_left) == ({"POL-02": 3, "POL-03": 3}, 0)
    assert left_out(path, WhyNot.BEYOND_BUDGET) == {"POL-01", "POL-04"}
    assert path_to(BudgetGoal(7, 1), rated("POL-04", 1, effort=L)).points_left == 7


def test_a_budget_spends_its_first_points_on_what_is_pinned():
    results = [rated("POL-01", 2, effort=L), rated("POL-02", 1), rated("POL-03", 1)]
    path = path_to(BudgetGoal(9, 1), *results, wishes=Wishes({"POL-01": 3}))
    assert path.levels == {"POL-01": 3, "POL-02": 2}
    too_dear = path_to(BudgetGoal(7, 1), *results, wishes=Wishes({"POL-01": 3}))
    assert (too_dear.outcome, too_dear.levels, too_dear.points_left) == (Outcome.PINS_TOO_DEAR, {"POL-01": 3}, -1)


def test_a_pin_may_go_beyond_the_target_and_brings_what_it_waits_for():
    results = [rated("POL-01", 0, target=1), rated("POL-02", 2, needs=["POL-01"])]
    path = path_to(BudgetGoal(9, 1), *results, wishes=Wishes({"POL-02": 4}))
    assert path.levels == {"POL-01": 2, "POL-02": 4}
    reasons = {lift.item_id: lift.reasons for lift in path.lifts}
    assert reasons == {"POL-01": (Reason(Why.NEEDED_BY, 2, item="POL-02"),), "POL-02": (Reason(Why.PINNED, 4),)}


def test_a_level_beyond_the_target_is_there_for_others_and_no_gain_of_its_own():
    path = path_to(BudgetGoal(9, 1), rated("POL-01", 1, target=1), rated("POL-02", 1, needs=["POL-01"]))
    reasons = {lift.item_id: lift.reasons for lift in path.lifts}
    assert reasons["POL-01"] == (Reason(Why.NEEDED_BY, 2, item="POL-02"),)
    assert (path.levels, path.points, path.gain) == ({"POL-01": 2, "POL-02": 3}, 3, 2)


def test_what_is_lifted_beyond_its_target_is_ranked_as_a_gap_would_be():
    path = path_to(
        FloorGoal(4),
        rated("POL-01", 3, core=False),
        rated("POL-02", 3, effort=M),
        rated("POL-03", 3),
        rated("POL-04", 2, core=False),
        rated("POL-05", 3, step="vagval"),
    )
    assert [lift.item_id for lift in path.lifts] == ["POL-04", "POL-03", "POL-02", "POL-01", "POL-05"]
