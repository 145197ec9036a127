"""The order of the gap list is certain and follows the rules; what nobody knows is no gap."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.checklist import Effort
from assessment.domain.gaps import ranked_gaps, to_find_out
from assessment.domain.scoring import ItemResult, ItemState
from tests.domain import strategies as some
from tests.domain.strategies import make_checklist, make_item

CHECKLIST = make_checklist([])


def gap(id_="POL-05", *, level=1, target=3, **kwargs):
    return ItemResult(make_item(id_, **kwargs), ItemState.RATED, level, target)


@given(some.results(), st.randoms())
def test_the_order_does_not_depend_on_where_the_items_stood(results, random):
    shuffled = list(results)
    random.shuffle(shuffled)
    assert ranked_gaps(shuffled, CHECKLIST) == ranked_gaps(results, CHECKLIST)


@given(some.results())
def test_the_list_holds_exactly_what_lies_below_its_target_ranked_from_one(results):
    gaps = ranked_gaps(results, CHECKLIST)
    below = {one.item.id for one in results if one.state is ItemState.RATED and one.level < one.target}
    assert {gap.result.item.id for gap in gaps} == below
    assert [gap.rank for gap in gaps] == list(range(1, len(below) + 1))
    assert all(gap.size == gap.result.target - gap.result.level for gap in gaps)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (gap("POL-09", core=True, level=2, effort=Effort.LARGE), gap("POL-01", core=False, level=0)),
        (gap("POL-09", level=0, effort=Effort.LARGE, step="kommunicera"), gap("POL-01", level=1)),
        (gap("POL-09", level=1, target=4), gap("POL-01", level=0, target=2)),
        (gap("POL-09", step="analysera", effort=Effort.LARGE), gap("POL-01", step="vagval")),
        (gap("POL-09", step="forbered"), gap("POL-01", step="kommunicera")),
        (gap("POL-09", effort=Effort.SMALL), gap("POL-01", effort=Effort.MEDIUM)),
        (gap("POL-09", effort=Effort.MEDIUM), gap("POL-01", effort=Effort.LARGE)),
        (gap("POL-01"), gap("POL-09")),
    ],
)
def test_core_then_size_then_step_then_effort_then_id(first, second):
    assert [one.result for one in ranked_gaps([second, first], CHECKLIST)] == [first, second]


def test_an_item_at_or_above_its_target_is_no_gap():
    assert ranked_gaps([gap(level=3), gap("POL-06", level=4)], CHECKLIST) == ()


@given(some.results())
def test_what_nobody_knows_is_to_find_out_core_items_first_and_never_a_gap(results):
    open_ = to_find_out(results)
    assert {one.item.id for one in open_} == {
        one.item.id for one in results if one.state in (ItemState.UNKNOWN, ItemState.UNANSWERED)
    }
    assert [one.item.core for one in open_] == sorted((one.item.core for one in open_), reverse=True)
    assert not {one.item.id for one in open_} & {gap.result.item.id for gap in ranked_gaps(results, CHECKLIST)}


def test_items_to_find_out_keep_the_checklists_order():
    ids = ["POL-03", "POL-01", "TID-02"]
    open_ = [replace(gap(id_), state=ItemState.UNKNOWN, level=None) for id_ in ids]
    assert [one.item.id for one in to_find_out(open_)] == ids
