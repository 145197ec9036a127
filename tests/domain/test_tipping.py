"""Tipping answers are those, and only those, that change a floor by one level."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.scoring import score
from assessment.domain.tipping import tipping_answers
from tests.domain import planning as some
from tests.domain.planning import CHECKLIST, open_item, rated


def told(*results):
    return [(one.result.item.id, one.level, one.floor, one.whole) for one in tipping_answers(results, CHECKLIST)]


def floor(results):
    return score(results).floor.level


@given(some.situations())
def test_scoring_again_with_each_answer_one_step_away_finds_the_same(results):
    expected = set()
    for place, one in enumerate(results):
        for level in () if one.level is None else (one.level - 1, one.level + 1):
            changed = [*results[:place], replace(one, level=level), *results[place + 1 :]]
            now, then = (
                [other for other in them if other.item.dimension == one.item.dimension] for them in (results, changed)
            )
            if 0 <= level <= 4 and floor(now) != floor(then):
                whole = (floor(results), floor(changed))
                expected.add((one.item.id, level, (floor(now), floor(then)), whole if whole[0] != whole[1] else None))
    assert set(told(*results)) == expected
    assert len(told(*results)) == len(expected)


@given(some.situations(), st.randoms())
def test_the_order_is_dimension_then_up_then_down_then_as_given(results, random):
    found = tipping_answers(results, CHECKLIST)
    place = {one.item.id: place for place, one in enumerate(results)}
    dimensions = [dimension.id for dimension in CHECKLIST.dimensions]
    keys = [(dimensions.index(one.result.item.dimension), not one.up, place[one.result.item.id]) for one in found]
    assert keys == sorted(keys)


def test_the_only_item_on_the_floor_lifts_it_and_each_item_on_the_floor_sinks_it():
    assert told(rated("POL-01", 1), rated("POL-02", 2), rated("TID-01", 2), rated("TID-02", 2)) == [
        ("POL-01", 2, (1, 2), (1, 2)),
        ("POL-01", 0, (1, 0), (1, 0)),
        ("TID-01", 1, (2, 1), None),
        ("TID-02", 1, (2, 1), None),
    ]


def test_a_floor_at_the_end_of_the_scale_tips_one_way_only():
    assert told(rated("POL-01", 0)) == [("POL-01", 1, (0, 1), (0, 1))]
    assert told(rated("POL-01", 4)) == [("POL-01", 3, (4, 3), (4, 3))]


def test_open_items_do_not_tip():
    assert told(open_item("POL-01")) == []
    assert told() == []
