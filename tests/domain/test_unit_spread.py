"""Where units differ, and what is weak in most of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.comparison import compare
from assessment.domain.response import UNKNOWN
from assessment.domain.unit_spread import common_weakness, item_spreads, ordered_units
from tests.domain import strategies
from tests.domain.strategies import make_item
from tests.domain.test_comparison import snapshot

POL, TID = "POL-01", "TID-01"
ITEMS = (make_item(POL), make_item(TID))


def beside(*answers):
    return compare([snapshot(f"u{place}", given_, items=ITEMS) for place, given_ in enumerate(answers)])


def test_units_differ_most_where_their_levels_are_furthest_apart():
    found = item_spreads(beside({POL: 1, TID: 0}, {POL: 2, TID: 4}, {POL: 1, TID: UNKNOWN}))
    assert [(one.item.id, one.lowest, one.highest) for one in found] == [(TID, 0, 4), (POL, 1, 2)]


def test_an_item_that_only_one_unit_knows_tells_nothing():
    assert [one.item.id for one in item_spreads(beside({POL: 1}, {POL: 2, TID: 4}))] == [POL]


def test_the_lowest_stand_first_and_those_without_index_last():
    found = beside({POL: 3, TID: 0}, {}, {POL: 0, TID: 2})
    assert ordered_units(found) == ["u2", "u0", "u1"]
    assert ordered_units(found, dimension="TID") == ["u0", "u2", "u1"]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([{POL: 3, TID: 1}, {POL: 2, TID: 0}], ("TID", 2, 2, True)),
        ([{POL: 3, TID: 1}, {POL: 2, TID: 0}, {POL: 0, TID: 4}], ("TID", 2, 3, True)),
        ([{POL: 3, TID: 1}, {POL: 2, TID: 0}, {POL: 2}], ("TID", 2, 3, False)),
        ([{POL: 3, TID: 1}, {POL: 0, TID: 2}], None),
        ([{POL: 3, TID: 3}, {POL: 0, TID: 0}], None),
        ([{}, {}], None),
    ],
)
def test_what_is_weak_in_most_units_is_told_only_when_it_stands_alone(answers, expected):
    found = common_weakness(beside(*answers))
    assert (found and (found.dimension, found.units, found.of, found.certain)) == expected


@given(st.lists(st.dictionaries(st.sampled_from([POL, TID]), strategies.answers), min_size=1, max_size=5))
def test_a_certain_weakness_stays_however_open_questions_are_answered(answers):
    found = common_weakness(beside(*answers))
    if found is None or not found.certain:
        return
    for level in (0, 4):
        closed = [
            {item: level if one.get(item, UNKNOWN) == UNKNOWN else one[item] for item in (POL, TID)} for one in answers
        ]
        if len(beside(*answers).items) == len(ITEMS):
            assert common_weakness(beside(*closed)) == found
