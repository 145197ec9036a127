"""What if some actions do what is expected of them: levels rise, nothing sinks, and too early is told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.scoring import ItemState, score
from assessment.domain.what_if import TooEarly, what_if
from tests.domain import planning as some
from tests.domain.planning import levels_of, open_item, rated


@given(st.data())
def test_nothing_sinks_and_every_aim_is_reached_by_what_applies(data):
    results = data.draw(some.situations())
    ids = [one.item.id for one in results] or ["POL-99"]
    aims = data.draw(st.lists(st.dictionaries(st.sampled_from(ids), st.integers(0, 4)), max_size=3))
    found = what_if(results, aims)
    before, after = levels_of(results), levels_of(found.results)
    assert all(after[item_id] >= level for item_id, level in before.items())
    applies = {one.item.id for one in results if one.state is not ItemState.NOT_APPLICABLE}
    assert all(after[item_id] >= level for one in aims for item_id, level in one.items() if item_id in applies)
    assert found.lifted == tuple(one.item.id for one, new in zip(results, found.results, strict=True) if one != new)


@given(st.data())
def test_nothing_ticked_changes_nothing(data):
    results = data.draw(some.situations())
    assert what_if(results, []).results == results


def test_the_highest_aim_counts_and_the_score_follows():
    found = what_if([rated("POL-01", 1), rated("TID-01", 2)], [{"POL-01": 3}, {"POL-01": 2, "TID-01": 1}])
    assert levels_of(found.results) == {"POL-01": 3, "TID-01": 2}
    assert found.lifted == ("POL-01",)
    assert score(found.results).index.point == 62.5


def test_what_is_expected_is_not_agreed():
    agreed = replace(rated("POL-01", 1), agreed=True)
    assert not what_if([agreed], [{"POL-01": 2}]).results[0].agreed
    assert what_if([agreed], [{"POL-01": 1}]).results == (agreed,)


@pytest.mark.parametrize("state", [ItemState.UNKNOWN, ItemState.UNANSWERED])
def test_an_open_item_gets_the_expected_level(state):
    (result,) = what_if([open_item("POL-01", state)], [{"POL-01": 2}]).results
    assert (result.state, result.level) == (ItemState.RATED, 2)


def test_what_does_not_apply_stays_out():
    out = open_item("POL-01", ItemState.NOT_APPLICABLE)
    assert what_if([out], [{"POL-01": 2, "POL-77": 2}]).results == (out,)


def test_an_item_before_what_it_depends_on_is_too_early():
    results = [rated("POL-01", 1), rated("POL-02", 1, needs=["POL-01", "POL-03", "POL-77"]), open_item("POL-03")]
    assert what_if(results, [{"POL-02": 3}]).too_early == (TooEarly("POL-02", ("POL-01",)),)
    assert what_if(results, [{"POL-02": 3}, {"POL-01": 2}]).too_early == ()
    assert what_if(results, []).too_early == ()
