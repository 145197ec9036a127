"""Who does not know what: counted right, and never so that one or two people can be picked out."""

from hypothesis import given

from assessment.domain.dont_knows import OTHERS, Share, dont_knows
from assessment.domain.response import UNKNOWN, rated
from tests.domain.rounds import hands, person, reports_with_rounds, response, vote
from tests.domain.strategies import make_item, make_report

ITEM = "POL-01"


def found(answers, **roles):
    """Of one item; `roles` holds each role's participants by the letters of their ids."""
    people = [person(id_, role) for role, ids in roles.items() for id_ in ids]
    return dont_knows(people, {ITEM: list(answers.values())}, {ITEM: answers})


def answers(unknown, known):
    return dict.fromkeys(unknown, UNKNOWN) | dict.fromkeys(known, rated(2))


def shares(result):
    return {group: items.get(ITEM) for group, items in result.groups.items()}


def test_roles_of_three_are_told_of_beside_everybody():
    result = found(answers("abd", "cef"), inkop="abc", behovsagare="def")
    assert result.everybody == {ITEM: Share(3, 6)}
    assert shares(result) == {"inkop": Share(2, 3), "behovsagare": Share(1, 3)}


def test_a_small_role_is_told_of_with_the_smallest_of_the_others():
    result = found(answers("ag", "bcdef"), inkop="abc", behovsagare="def", jurist="g", beslutsfattare="hijk")
    assert set(result.groups) == {"beslutsfattare", "behovsagare", OTHERS}


def test_three_in_small_roles_are_told_of_together():
    result = found(answers("ad", "bcef"), inkop="abc", behovsagare="de", jurist="f")
    assert shares(result) == {"inkop": Share(1, 3), OTHERS: Share(1, 3)}


def test_nothing_is_told_by_role_when_one_role_would_leave_two_alone():
    assert found(answers("ad", "bce"), inkop="abc", behovsagare="de").groups == {}


def test_an_item_that_one_or_two_of_a_group_answered_is_told_of_for_everybody_only():
    result = found(answers("ad", "bc"), inkop="abc", behovsagare="def")
    assert (result.everybody[ITEM], shares(result)) == (Share(2, 4), {"inkop": None, "behovsagare": None})


def test_first_answers_count_and_hands_where_nothing_else_was_said():
    people = [person(id_, "inkop") for id_ in "abc"]
    asked = [make_item(ITEM), make_item("POL-02")]
    votes = [vote(1, answers("ab", "c")), vote(3, answers("", "abc")), hands(5, 1, 0, 0, 0, 0, 4, item="POL-02")]
    report = make_report(asked, people, {"a": [response(rated(1), 0)]}, rounds=votes)
    assert report.dont_knows.everybody == {ITEM: Share(1, 3), "POL-02": Share(4, 5)}
    assert report.dont_knows.groups == {"inkop": {ITEM: Share(1, 3)}}


@given(reports_with_rounds())
def test_what_is_left_when_the_groups_are_taken_from_everybody_is_nobody_or_three(report):
    found_, roles = report.dont_knows, {one.id: set(one.roles) for one in report.participants}
    for item, said in report.statements.first.items():
        told = [group for group, items in found_.groups.items() if item in items]
        inside = {who for who in said if OTHERS in told or roles[who] & set(told)}
        assert all(found_.groups[group][item].answers == 0 or found_.groups[group][item].answers > 2 for group in told)
        assert not told or len(said) - len(inside) not in (1, 2)


@given(reports_with_rounds())
def test_everybody_is_the_sum_when_nobody_has_two_roles(report):
    if any(len(one.roles) > 1 for one in report.participants):
        return
    found_ = report.dont_knows
    for item, whole in found_.everybody.items():
        parts = [items[item] for items in found_.groups.values() if item in items]
        if parts:
            assert sum(one.unknown for one in parts) == whole.unknown
            assert sum(one.answers for one in parts) == whole.answers
