"""What was planned and what happened, without ever calling one the cause of the other."""

from datetime import date

import pytest

from assessment.domain.action import Action, ActionStatus, Plan
from assessment.domain.action_outcome import Aftermath, Verdict, action_outcomes, aimed_at
from assessment.domain.comparison import compare
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN
from tests.domain.strategies import NOW
from tests.domain.test_comparison import snapshot

TODAY = date(2026, 11, 22)
PAST, COMING = date(2026, 6, 1), date(2027, 6, 1)


def make_action(id_="a", *, status=ActionStatus.DONE, due=PAST, owner="Johan", aims=None, assessment="then"):
    plan = Plan("Gör något", owner=owner, due=due, status=status, aims=aims or {"POL-01": 3})
    return Action(id_, assessment, plan, NOW, NOW, "", 1)


def outcomes(*actions, then, now):
    found = compare([snapshot("then", then), snapshot("now", now)])
    return action_outcomes(actions, found, now="now", today=TODAY)


@pytest.mark.parametrize(
    ("then", "now", "aftermath"),
    [
        (1, 3, Aftermath.REACHED),
        (1, 4, Aftermath.REACHED),
        (1, 2, Aftermath.ROSE),
        (2, 2, Aftermath.SAME),
        (3, 3, Aftermath.SAME),
        (2, 0, Aftermath.FELL),
        (2, UNKNOWN, Aftermath.OPEN),
        (UNKNOWN, 3, Aftermath.OPEN),
        (2, NOT_APPLICABLE, Aftermath.NOT_COMPARED),
    ],
)
def test_what_became_of_the_item_of_an_action(then, now, aftermath):
    found = outcomes(make_action(), then={"POL-01": then}, now={"POL-01": now})
    assert found[0].aims[0].aftermath is aftermath


@pytest.mark.parametrize(
    ("now", "verdict"),
    [
        ({"POL-01": 3, "POL-02": 3}, Verdict.DONE_ROSE),
        ({"POL-01": 3, "POL-02": 1}, Verdict.DONE_PARTLY),
        ({"POL-01": 3, "POL-02": UNKNOWN}, Verdict.DONE_ROSE),
        ({"POL-01": 1, "POL-02": 0}, Verdict.DONE_NOT_ROSE),
        ({"POL-02": UNKNOWN}, Verdict.DONE_UNCLEAR),
    ],
)
def test_what_can_be_said_of_an_action_that_is_done(now, verdict):
    action = make_action(aims={"POL-01": 3, "POL-02": 3})
    assert outcomes(action, then={"POL-01": 1, "POL-02": 1}, now=now)[0].verdict is verdict


@pytest.mark.parametrize(
    ("due", "owner", "verdict"),
    [
        (PAST, "Johan", Verdict.LATE),
        (PAST, "", Verdict.LATE),
        (COMING, "", Verdict.UNOWNED),
        (None, "", Verdict.UNOWNED),
        (COMING, "Johan", Verdict.UNDER_WAY),
    ],
)
def test_what_can_be_said_of_an_action_that_is_not_done(due, owner, verdict):
    action = make_action(status=ActionStatus.IN_PROGRESS, due=due, owner=owner)
    assert outcomes(action, then={"POL-01": 1}, now={"POL-01": 3})[0].verdict is verdict


def test_what_slipped_comes_first_and_then_what_did_not_help():
    found = outcomes(
        make_action("rose"),
        make_action("still", aims={"POL-02": 3}),
        make_action("late", status=ActionStatus.NOT_STARTED),
        make_action("later", status=ActionStatus.NOT_STARTED, due=COMING),
        make_action("later assessment", assessment="now"),
        then={"POL-01": 1, "POL-02": 1},
        now={"POL-01": 3, "POL-02": 1},
    )
    assert [one.action.id for one in found] == ["late", "still", "rose", "later"]
    assert aimed_at(found) == {"POL-01", "POL-02"}
