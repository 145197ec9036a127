"""Small assessments with dependencies to plan for, and plans found by trying everything."""

from dataclasses import replace
from itertools import product

from hypothesis import strategies as st

from assessment.domain.checklist import Effort
from assessment.domain.planning_costs import Costs
from assessment.domain.planning_goal import BudgetGoal, CoreGoal, FloorGoal, IndexGoal, TargetGoal, Wishes
from assessment.domain.scoring import ItemResult, ItemState
from tests.domain.strategies import DIMENSIONS, STEPS, make_checklist, make_item

CHECKLIST = make_checklist([])
STATES = (ItemState.RATED, ItemState.RATED, ItemState.RATED, ItemState.RATED, *ItemState)
S, M, L = Effort.SMALL, Effort.MEDIUM, Effort.LARGE

costs = st.builds(Costs, st.integers(1, 4), st.integers(1, 6), st.integers(1, 9))
forced_goals = st.one_of(
    st.builds(FloorGoal, st.integers(1, 4), st.sampled_from((None, *DIMENSIONS))),
    st.builds(CoreGoal),
    st.builds(TargetGoal),
)
index_goals = st.builds(IndexGoal, st.integers(0, 100), st.booleans())
budget_goals = st.builds(BudgetGoal, st.integers(1, 8), st.integers(1, 4))
goals = st.one_of(forced_goals, index_goals, budget_goals)


def rated(id_, level, *, target=3, needs=(), core=True, effort=S, step="analysera"):
    item = replace(make_item(id_, core=core, effort=effort, step=step), depends_on=tuple(needs))
    return ItemResult(item, ItemState.RATED, level, target)


def open_item(id_, state=ItemState.UNKNOWN, *, needs=()):
    return replace(rated(id_, 0, needs=needs), state=state, level=None)


@st.composite
def situations(draw, most=5, states=STATES):
    """Results with dependencies that form no circle; some depend on items that are not asked at all."""
    number = draw(st.integers(0, most))
    ids = [f"{draw(st.sampled_from(DIMENSIONS))}-{place:02}" for place in range(number)]
    order = draw(st.permutations(ids))
    found = []
    for place, id_ in enumerate(order):
        state = draw(st.sampled_from(states))
        result = rated(
            id_,
            draw(st.integers(0, 3)),
            target=draw(st.integers(1, 4)),
            needs=sorted(draw(st.sets(st.sampled_from([*order[:place], "POL-99"]), max_size=3))),
            core=draw(st.booleans()),
            effort=draw(st.sampled_from(Effort)),
            step=draw(st.sampled_from(STEPS)),
        )
        found.append(result if state is ItemState.RATED else replace(result, state=state, level=None))
    return tuple(sorted(found, key=lambda one: one.item.id))


@st.composite
def wishes(draw, results):
    ids = [one.item.id for one in results]
    if not ids:
        return Wishes()
    pinned = draw(st.dictionaries(st.sampled_from(ids), st.integers(1, 4), max_size=2))
    return Wishes(pinned, frozenset(draw(st.sets(st.sampled_from(ids), max_size=1))) - pinned.keys())


def levels_of(results):
    return {one.item.id: one.level for one in results if one.level is not None}


def keeps_needs(results, after):
    """Whether every lifted item has all that it depends on at level 2; what is not rated holds nobody back."""
    before = levels_of(results)
    by_id = {one.item.id: one.item for one in results}
    return all(
        after[need] >= 2
        for item_id, level in after.items()
        if level > before[item_id]
        for need in by_id[item_id].depends_on
        if need in after
    )


def price(results, after, costs):
    return sum(costs.of(one.item.effort) * (after[one.item.id] - one.level) for one in results if one.level is not None)


def every_plan(results, wishes, *, highest):
    """All allowed plans as levels by item id. `highest` tells how high a result may go for its own sake."""
    rated_ones = {one.item.id: one for one in results if one.level is not None}
    for levels in product(*(_allowed(one, rated_ones, wishes, highest) for one in rated_ones.values())):
        after = dict(zip(rated_ones, levels, strict=True))
        if keeps_needs(results, after):
            yield after


def _allowed(result, rated_ones, wishes, highest):
    if result.item.id in wishes.excluded:
        return (result.level,)
    waited_for = any(
        result.item.id in one.item.depends_on and not _stuck(one, rated_ones, wishes) for one in rated_ones.values()
    )
    pinned = wishes.pinned.get(result.item.id, 0)
    top = max(result.level, highest(result), 2 if waited_for else 0, pinned)
    return range(max(result.level, pinned), top + 1)


def _stuck(result, rated_ones, wishes):
    needs = [rated_ones[need] for need in result.item.depends_on if need in rated_ones]
    return result.item.id in wishes.excluded or any(one.level < 2 and _stuck(one, rated_ones, wishes) for one in needs)
