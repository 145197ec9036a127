"""What rests on one person: the same as really leaving each person out, and silent about fewer than three."""

from dataclasses import replace

import pytest
from hypothesis import given

from assessment.domain.record import EntryKind
from assessment.domain.response import UNKNOWN, rated
from tests.domain.rounds import hands, person, reports_with_rounds, vote
from tests.domain.strategies import make_item, make_report


def voted(*answers, agreed=None):
    cast = {f"p{number}": answer for number, answer in enumerate(answers)}
    return make_report([make_item()], map(person, cast), {}, agreed=agreed, rounds=[vote(1, cast)])


def ranges(report):
    return [(one.low, one.high, one.alone) for one in report.leave_one_out.items]


@pytest.mark.parametrize(
    "levels, expected",
    [
        ((2, 2, 2), []),
        ((1, 2, 3), [(1, 2, False)]),
        ((0, 0, 4, 4), [(0, 4, False)]),
        ((0, 4, 4, 4), []),
        ((0, 1, 1, 4), []),
    ],
)
def test_an_item_rests_on_one_when_its_level_changes_without_somebody(levels, expected):
    assert ranges(voted(*map(rated, levels))) == expected


def test_a_single_level_among_people_who_do_not_know_rests_on_one():
    assert ranges(voted(UNKNOWN, rated(3), UNKNOWN)) == [(3, 3, True)]


def test_fewer_than_three_people_are_not_told_of():
    assert voted(rated(0), rated(4)).leave_one_out is None
    assert voted().leave_one_out is None


def test_a_settled_item_rests_on_nobody():
    found = voted(rated(0), rated(0), rated(4), rated(4), agreed={"POL-01": 2}).leave_one_out
    assert (found.items, found.index) == ((), (50, 50))


def test_hands_have_no_owner_so_the_index_has_no_range():
    report = make_report([make_item()], [], {}, rounds=[hands(1, 2, 0, 0, 0, 2)])
    assert (ranges(report), report.leave_one_out.index) == ([(0, 4, False)], None)


def test_the_widest_comes_first():
    cast = {"POL-01": (1, 2, 3), "POL-02": (0, 0, 4, 4), "POL-03": (2, 2, 3, 3)}
    rounds = [
        vote(at, {f"p{who}": rated(level) for who, level in enumerate(levels)}, item=item)
        for at, (item, levels) in enumerate(cast.items())
    ]
    report = make_report(map(make_item, cast), [person(f"p{number}") for number in range(4)], {}, rounds=rounds)
    assert [one.result.item.id for one in report.leave_one_out.items] == ["POL-02", "POL-01", "POL-03"]


def without(report, who):
    """The same report as if this person had never said anything."""
    rounds = [replace(one, ballots=tuple(b for b in one.ballots if b.participant_id != who)) for one in report.rounds]
    return replace(report, responses={**report.responses, who: []}, rounds=tuple(rounds))


@given(reports_with_rounds())
def test_it_is_the_same_as_leaving_each_person_out_in_turn(report):
    found = report.leave_one_out
    if found is None:
        assert all(len(report.answers.get(one.item.id, ())) < 3 for one in report.results if one.level is not None)
        return
    counted = {one.item_id for one in report.rounds if one.round.kind is EntryKind.COUNTED}
    others = [without(report, one.id) for one in report.speakers]
    told = {one.result.item.id: one for one in found.items}
    for place, result in enumerate(report.results):
        if result.level is None or result.item.id in counted:
            continue
        levels = {other.results[place].level for other in others}
        if levels <= {result.level} or len(report.answers[result.item.id]) < 3:
            assert result.item.id not in told
        else:
            one = told[result.item.id]
            known = [level for level in (*levels, result.level) if level is not None]
            assert (one.low, one.high, one.alone) == (min(known), max(known), None in levels)


@given(reports_with_rounds())
def test_the_index_lies_between_its_ends(report):
    found = report.leave_one_out
    if found is None or found.index is None or any(one.round.kind is EntryKind.COUNTED for one in report.rounds):
        return
    indexes = [without(report, one.id).total.index for one in report.speakers]
    points = [one.point for one in indexes if one is not None and one.point is not None]
    assert found.index == pytest.approx((min(points), max(points)))
