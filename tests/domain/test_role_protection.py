"""Nothing that is shown by role lets anybody work out what one or two people outside it said."""

from collections import defaultdict
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.role_protection import Voice, role_medians, shown_groups

LARGE, SMALL = "inkop", "jurist"


def voices(**levels):
    return [Voice((role,), level) for role, given in levels.items() for level in given]


def test_a_small_role_has_no_median():
    assert role_medians(voices(inkop=(1, 2))) == {}
    assert role_medians(voices(inkop=(3, 1, 2))) == {"inkop": 2}


def test_a_median_that_would_tell_what_the_one_beside_said_is_not_shown():
    assert role_medians(voices(inkop=(0, 0, 3), jurist=(3,))) == {}
    assert role_medians(voices(inkop=(0, 3, 3), jurist=(0,))) == {}  # nor is it told that it would


def test_a_median_that_leaves_the_one_beside_in_the_dark_is_shown():
    assert role_medians(voices(inkop=(0, 1, 2), jurist=(4,))) == {"inkop": 1}
    assert role_medians(voices(inkop=(2, 2, 2), jurist=(2,))) == {"inkop": 2}  # the dots have said so already


def test_three_outside_protect_each_other():
    assert role_medians(voices(inkop=(0, 0, 3), jurist=(3,), beredskap=(3, 3))) == {"inkop": 0}


def test_people_in_two_roles_are_not_reckoned_with_but_protected():
    shared = [Voice(("inkop", "behovsagare"), level) for level in (0, 1, 2)]
    assert role_medians([*shared, Voice((SMALL,), 4)]) == {"behovsagare": 1}
    assert role_medians(shared) == {"inkop": 1, "behovsagare": 1}


def test_open_names_are_shown_in_any_number():
    named = [Voice((LARGE,), 1, named=True), Voice((SMALL,), 4, named=True)]
    assert role_medians(named) == {LARGE: 1, SMALL: 4}
    assert role_medians([*named, Voice((LARGE,), 4)]) == {LARGE: 1, SMALL: 4}


@pytest.mark.parametrize("sizes", [(3, 1), (3, 2), (4, 1), (5, 2), (3, 3, 1), (4, 3, 2)])
def test_what_is_shown_fits_more_than_one_possibility_for_one_or_two_outside_it(sizes):
    """Every way to deal every set of levels to roles of these sizes, of which the last is too small to be shown."""
    roles = [f"r{number}" for number in range(len(sizes))]
    for everybody in {tuple(sorted(levels)) for levels in product((0, 1, 3), repeat=sum(sizes))}:
        left_open = defaultdict(set)
        for parts in deals(everybody, sizes):
            shown = role_medians(voices(**dict(zip(roles, parts, strict=True))))
            outside = [part for role, part in zip(roles, parts, strict=True) if role not in shown]
            if sum(map(len, outside)) < 3:
                left_open[tuple(sorted(shown.items()))].add(parts[-1])
        if len({parts[-1] for parts in deals(everybody, sizes)}) > 1:
            assert all(len(possible) > 1 for possible in left_open.values())


def deals(levels, sizes):
    """The ways to deal the levels to roles of these sizes, each part in order."""
    if len(sizes) == 1:
        yield (levels,)
        return
    for part in {tuple(sorted(chosen)) for chosen in parts_of(levels, sizes[0])}:
        left = list(levels)
        for level in part:
            left.remove(level)
        for others in deals(tuple(left), sizes[1:]):
            yield (part, *others)


def parts_of(levels, size):
    counts = {level: levels.count(level) for level in set(levels)}
    for taken in product(*(range(count + 1) for count in counts.values())):
        if sum(taken) == size:
            yield [level for level, count in zip(counts, taken, strict=True) for _ in range(count)]


@given(st.lists(st.integers(0, 4), min_size=1, max_size=7), st.randoms())
def test_the_order_of_people_does_not_matter(levels, random):
    said = [Voice((LARGE if number % 3 else SMALL,), level) for number, level in enumerate(levels)]
    shuffled = random.sample(said, len(said))
    assert role_medians(said) == role_medians(shuffled)


members = st.dictionaries(
    st.sampled_from(("a", "b", "c", "d")), st.sets(st.sampled_from("123456789"), min_size=1), max_size=4
)


@given(members)
def test_shown_groups_leave_nobody_alone(people):
    shown = shown_groups(people)
    everybody = set().union(*people.values())
    for size in range(len(shown) + 1):
        for inside in combinations(shown, size):
            alike = {one for one in everybody if {role for role in shown if one in people[role]} == set(inside)}
            assert not shown or len(alike) not in (1, 2)


def test_who_holds_two_roles_is_not_told_by_the_difference_between_them():
    assert shown_groups({"a": "1234", "b": "123"}) == ("a",)
    assert shown_groups({"a": "123456", "b": "123"}) == ("a", "b")


def test_the_smallest_role_gives_way_to_protect_the_rest():
    people = {"a": "12345", "b": "678", "c": "9"}
    assert shown_groups(people) == ("a",)
    assert shown_groups({"a": "12345", "b": "678"}) == ("a", "b")
    assert shown_groups({"a": "123", "b": "45"}) == ()
