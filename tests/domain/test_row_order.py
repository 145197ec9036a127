"""A list's own order: no row is lost or doubled, a moved row lands where it was put and stays among those that remain."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.gaps import ranked_gaps
from assessment.domain.row_order import RowOrder
from assessment.domain.row_order_errors import RowGone
from tests.domain import strategies as some
from tests.domain.strategies import make_checklist

NOW = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)
IDS = tuple("abcdefgh")
LIST = {item_id: (place,) for place, item_id in enumerate(IDS)}

moves = st.lists(st.tuples(st.sampled_from(IDS), st.none() | st.sampled_from(IDS)), max_size=8)
parts = st.sets(st.sampled_from(IDS))


def put(order, item_id, below, worths=LIST):
    return order.with_row(worths, item_id, below=below, at=NOW, by="Eva Berg")


def after(steps):
    order = RowOrder()
    for item_id, below in steps:
        order = put(order, item_id, below)
    return order


def only(wanted):
    return {item_id: LIST[item_id] for item_id in wanted}


@given(moves, parts)
def test_no_row_is_lost_or_doubled(steps, remaining):
    order = after(steps)
    assert sorted(order.arranged(LIST)) == list(IDS)
    assert sorted(order.arranged(only(remaining))) == sorted(remaining)


@given(moves, st.sampled_from(IDS), st.none() | st.sampled_from(IDS))
def test_a_move_takes_one_row_to_its_new_place_and_leaves_the_others_in_their_order(steps, item_id, below):
    order = after(steps)
    expected = [one for one in order.arranged(LIST) if one != item_id]
    if below != item_id:
        expected.insert(0 if below is None else expected.index(below) + 1, item_id)
        assert put(order, item_id, below).arranged(LIST) == expected
    else:
        assert put(order, item_id, below) == order


@given(moves, parts)
def test_moved_rows_keep_their_place_among_those_that_remain_and_return_to(steps, remaining):
    order = after(steps)
    assert order.arranged(only(remaining)) == [one for one in order.arranged(LIST) if one in remaining]


@given(moves, parts)
def test_a_row_that_has_left_the_list_keeps_its_place_while_others_are_moved(steps, remaining):
    order = after(steps)
    for item_id in remaining:
        before = order
        order = put(order, item_id, None, only(remaining))
        gone = [one for one in IDS if one not in remaining]
        assert order.arranged(only(gone)) == before.arranged(only(gone))


@given(moves)
def test_putting_every_row_back_gives_the_suggested_order(steps):
    order = after(steps)
    for item_id in list(order.rows):
        order = order.without(item_id)
    assert order.arranged(LIST) == list(IDS)


@given(moves)
def test_every_moved_row_stands_elsewhere_than_it_would_by_itself_when_it_was_moved(steps):
    order = after(steps)
    if steps and (last := steps[-1][0]) in order.rows and steps[-1][1] != last:
        assert order.without(last).arranged(LIST) != order.arranged(LIST)


def test_a_row_up_and_down_again_is_not_moved():
    order = put(RowOrder(), "c", "a")
    assert order.arranged(LIST)[:3] == ["a", "c", "b"]
    assert put(order, "c", "b").rows == {}


def test_a_moved_row_stays_when_the_row_above_it_gets_another_worth():
    order = put(RowOrder(), "h", "b")
    assert order.arranged(LIST | {"b": (9,)}) == list("ahcdefgb")


def test_a_new_row_lands_where_it_is_suggested():
    order = put(RowOrder(), "h", None)
    assert order.arranged(LIST | {"new": (-1,)})[:3] == ["h", "new", "a"]


@pytest.mark.parametrize(("item_id", "below"), [("x", None), ("a", "x")])
def test_a_row_that_is_not_in_the_list_can_not_be_moved(item_id, below):
    with pytest.raises(RowGone):
        put(RowOrder(), item_id, below)


@given(some.results(), st.data())
def test_gaps_tell_where_they_stand_and_where_they_are_suggested(results, data):
    checklist = make_checklist([])
    suggested = ranked_gaps(results, checklist)
    order = RowOrder()
    if suggested:
        ids = [gap.result.item.id for gap in suggested]
        worths = {item_id: (place,) for place, item_id in enumerate(ids)}
        order = put(order, data.draw(st.sampled_from(ids)), None, worths)
    gaps = ranked_gaps(results, checklist, order)
    assert [gap.rank for gap in gaps] == list(range(1, len(gaps) + 1))
    assert {gap.result.item.id: gap.suggested for gap in gaps} == {gap.result.item.id: gap.rank for gap in suggested}
    assert {gap.result.item.id for gap in gaps if gap.moved} == set(order.rows)
    if order.rows:
        assert gaps[0].moved is not None
