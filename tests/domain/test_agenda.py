"""The suggested order: first what is worth talking about."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.agenda import by_worth, worth_talking
from assessment.domain.assessment import Targets
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN, rated
from tests.domain import strategies as some
from tests.domain.strategies import make_item

ITEM = make_item()
LESS = make_item(core=False)


def worth(*answers, item=ITEM, target=3):
    return worth_talking(item, [rated(one) if isinstance(one, int) else one for one in answers], target=target)


@pytest.mark.parametrize("answers", [(), (2,), (2, UNKNOWN), (UNKNOWN, NOT_APPLICABLE)])
def test_fewer_than_two_levels_say_nothing_about_disagreement(answers):
    assert worth(*answers) is None


def test_disagreement_times_core_times_distance():
    """Mean distance 1 from the mean; the lower median 1 lies two levels below the target."""
    assert worth(1, 3) == 1 * 2 * (1 + 2)
    assert worth(1, 3, item=LESS) == 1 * 1 * (1 + 2)
    assert worth(1, 3, target=1) == 1 * 2 * 1


def test_those_who_do_not_know_add_half_a_level_for_their_share():
    assert worth(1, 3, UNKNOWN, UNKNOWN) == (1 + 0.25) * 2 * 3


def test_alike_at_or_above_target_is_worth_nothing():
    assert worth(3, 3, 3) == worth(4, 4) == 0


@given(st.lists(some.levels, min_size=2, max_size=8))
def test_a_core_item_is_worth_twice_as_much(levels):
    assert worth(*levels) == 2 * worth(*levels, item=LESS)


def test_first_where_people_differ_then_where_little_is_known_last_where_all_agree():
    alike, unknown, near, far = (make_item(f"POL-0{number}") for number in range(4))
    answers = {
        alike.id: [rated(2), rated(2)],
        unknown.id: [rated(2), UNKNOWN],
        near.id: [rated(2), rated(3)],
        far.id: [rated(0), rated(4)],
    }
    assert by_worth([alike, unknown, near, far], answers, Targets(3)) == (far, near, unknown, alike)


@given(some.items(), st.data())
def test_every_item_comes_once_and_equals_keep_the_checklists_order(items, data):
    answers = {item.id: data.draw(some.answer_groups) for item in items}
    order = by_worth(items, answers, Targets(3))
    assert sorted(order, key=items.index) == list(items)
    assert by_worth(items, {}, Targets(3)) == items
    worths = {item.id: worth_talking(item, answers[item.id], target=3) for item in items}
    for first, second in pairwise(order):
        if worths[first.id] == worths[second.id]:
            assert items.index(first) < items.index(second)


def test_an_aged_level_is_worth_as_much_as_if_half_of_them_did_not_know():
    alike = [rated(1), rated(1)]
    assert worth_talking(ITEM, alike, target=3, aged=True) == 0.5 * 2 * (1 + 2)
    assert worth_talking(ITEM, alike, target=3) == 0
    assert worth_talking(ITEM, [rated(3)], target=3, aged=True) == worth_talking(ITEM, [], target=3, aged=True) == 1


def test_aged_items_come_before_those_of_which_little_is_known():
    alike, unknown, aged, agreed = (make_item(f"POL-0{number}") for number in range(4))
    answers = {alike.id: [rated(3), rated(3)], unknown.id: [rated(2), UNKNOWN], aged.id: [rated(2)]}

    order = by_worth([alike, unknown, aged, agreed], answers, Targets(3), aged=[aged.id, agreed.id])

    assert order == (aged, agreed, unknown, alike)


@given(some.items(), st.data())
def test_age_only_ever_moves_an_item_forward(items, data):
    answers = {item.id: data.draw(some.answer_groups) for item in items}
    one = data.draw(st.sampled_from(items))

    before, after = (by_worth(items, answers, Targets(3), aged=aged) for aged in ([], [one.id]))
    assert after.index(one) <= before.index(one)
