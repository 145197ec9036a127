"""What a meeting is asked to decide: nothing is forgotten, and nothing is asked twice."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.action import Action, ActionStatus, Plan
from assessment.domain.asked_decisions import asked_decisions
from tests.domain.strategies import NOW, reports

TODAY = date(2026, 11, 22)


@st.composite
def planned_reports(draw):
    """A report with a few actions on any of its items, in any state."""
    report = draw(reports())
    items = [result.item.id for result in report.results]
    plans = st.builds(
        Plan,
        st.just("Gör så"),
        owner=st.sampled_from(["", "Anna Ek"]),
        owner_role=st.sampled_from(["", "", "inkop"]),
        due=st.sampled_from([None, date(2026, 11, 21), TODAY, date(2027, 3, 31)]),
        status=st.sampled_from(ActionStatus),
        aims=st.dictionaries(st.sampled_from(items), st.integers(1, 4), min_size=1, max_size=3),
    )
    actions = [
        Action(f"a{place}", "a", plan, NOW, NOW, "", version=1)
        for place, plan in enumerate(draw(st.lists(plans, max_size=6)))
    ]
    return replace(report, actions=tuple(actions))


@given(planned_reports())
def test_every_unfinished_action_is_asked_about_once(report):
    asked = asked_decisions(report, today=TODAY)
    found = [one.id for one in (*asked.ready, *asked.late, *asked.lacking)]
    assert sorted(found) == sorted(one.id for one in report.actions if not one.done)


@given(planned_reports())
def test_every_gap_has_an_unfinished_action_or_is_asked_about_once(report):
    asked = asked_decisions(report, today=TODAY)
    unfinished = {item for one in report.actions if not one.done for item in one.plan.aims}
    found = [gap.rank for gap in (*asked.unplanned, *asked.outlived)]
    assert sorted(found) == [gap.rank for gap in report.gaps if gap.result.item.id not in unfinished]


@given(planned_reports())
def test_what_is_ready_has_an_owner_and_a_day_ahead(report):
    asked = asked_decisions(report, today=TODAY)
    assert all(one.plan.due >= TODAY and not one.unowned for one in asked.ready)
    assert all(one.plan.due < TODAY for one in asked.late)
    assert {one.id for one in asked.unowned} == {one.id for one in report.actions if one.unowned}
    assert {one.id for one in asked.undated} == {
        one.id for one in report.actions if not one.done and one.plan.due is None
    }
