"""The profile now and as expected: the same scoring twice, and honest about what is guessed and what is proven."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.action import Action, ActionStatus, Plan
from assessment.domain.prospect import prospect, proven
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN, Response
from assessment.domain.response import rated as level
from tests.domain import strategies as some
from tests.domain.planning import open_item, rated

NOW = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)


def planned(aims, status=ActionStatus.NOT_STARTED):
    return Action("x", "a", Plan("Besluta", aims=aims, status=status), NOW, NOW, "", 1)


@st.composite
def situations(draw):
    """A report and some actions for it."""
    report = draw(some.reports())
    ids = [result.item.id for result in report.results]
    aims = st.dictionaries(st.sampled_from(ids), st.integers(0, 4), min_size=1, max_size=3)
    return report, [planned(one) for one in draw(st.lists(aims, max_size=3))]


@given(situations())
def test_the_expected_profile_is_scored_from_the_lifted_questions_and_nothing_else(situation):
    report, actions = situation
    found = prospect(report, actions)
    assert found.whole.now == report.total
    assert list(found.dimensions) == list(report.dimensions)
    assert sum(len(shift.then.at_target) for shift in found.dimensions.values()) == len(found.whole.then.at_target)
    assert found.newly_at_target == sum(lift.after.at_target and not lift.before.at_target for lift in found.lifts)
    lifted = {lift.before.item.dimension for lift in found.lifts}
    assert {dimension for dimension, shift in found.dimensions.items() if shift.moved} <= lifted
    assert found.guesses == sum(lift.before.level is None for lift in found.lifts)


@given(some.reports())
def test_nothing_ticked_moves_nothing(report):
    found = prospect(report, [])
    assert (found.lifts, found.too_early, found.guesses, found.newly_at_target) == ((), (), 0, 0)
    assert found.whole.then == report.total
    assert not any(shift.moved for shift in found.dimensions.values())


def report_of(**answers):
    asked = [some.make_item(id_.replace("_", "-")) for id_ in answers]
    people = [some.Participant("p", "a", ("inkop",), "", NOW)]
    given_ = {
        "p": [
            Response(item.id, level(one) if isinstance(one, int) else one, updated_at=NOW)
            for item, one in zip(asked, answers.values(), strict=True)
            if one is not None
        ]
    }
    return some.make_report(asked, people, given_)


def test_an_open_question_gets_a_level_and_is_told_as_a_guess():
    found = prospect(report_of(POL_01=4, POL_02=UNKNOWN, POL_03=None), [planned({"POL-02": 2, "POL-03": 2})])
    assert found.guesses == len(found.lifts) == 2
    assert (found.whole.now.index.point, found.whole.then.index.point) == (100, pytest.approx(66.7, abs=0.1))
    assert (found.whole.now.floor.level, found.whole.then.floor.level) == (4, 2)


def test_what_does_not_apply_is_never_lifted():
    found = prospect(report_of(POL_01=NOT_APPLICABLE), [planned({"POL-01": 3})])
    assert found.lifts == ()
    assert found.whole.then.index is None


def test_what_is_done_is_proven_by_the_answers_only():
    done = planned({"POL-01": 3, "POL-02": 2}, ActionStatus.DONE)
    assert proven(done, [rated("POL-01", 3), rated("POL-02", 2), rated("TID-01", 0)])
    assert proven(done, [rated("POL-01", 4), replace_out("POL-02")])
    assert not proven(done, [rated("POL-01", 3), rated("POL-02", 1)])
    assert not proven(done, [rated("POL-01", 3), open_item("POL-02")])
    assert not proven(done, [replace_out("POL-01")])


def replace_out(item_id):
    return replace(open_item(item_id), state=some.ItemState.NOT_APPLICABLE)
