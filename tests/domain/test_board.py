"""The plan as columns: every action stands in exactly one."""

from datetime import UTC, date, datetime

import pytest

from assessment.domain.action import Action, ActionStatus, Plan
from assessment.domain.board import Column, Quarter, board, quarter_of

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, tzinfo=UTC)


def action(title, due=None, status=ActionStatus.NOT_STARTED):
    return Action(title, "a", Plan(title, due=due, status=status, aims={"POL-01": 3}), NOW, NOW, "", 1)


def test_every_action_stands_in_one_column_and_late_ones_come_first():
    actions = [
        action("utan dag"),
        action("i år", date(2026, 12, 31)),
        action("i dag", TODAY),
        action("i går", date(2026, 11, 21)),
        action("nästa år", date(2027, 4, 1)),
        action("klar i tid", date(2026, 1, 1), ActionStatus.DONE),
        action("pausad och sen", date(2026, 1, 1), ActionStatus.ON_HOLD),
    ]
    columns = [
        (one.kind, one.quarter, [each.plan.title for each in one.actions]) for one in board(actions, today=TODAY)
    ]
    assert columns == [
        (Column.LATE, None, ["pausad och sen", "i går"]),
        (Column.QUARTER, Quarter(2026, 4), ["i dag", "i år"]),
        (Column.QUARTER, Quarter(2027, 2), ["nästa år"]),
        (Column.UNDATED, None, ["utan dag"]),
        (Column.DONE, None, ["klar i tid"]),
    ]


def test_an_empty_plan_has_no_columns():
    assert board([], today=TODAY) == ()


@pytest.mark.parametrize(("month", "number"), [(1, 1), (3, 1), (4, 2), (6, 2), (7, 3), (9, 3), (10, 4), (12, 4)])
def test_a_quarter_has_three_months(month, number):
    assert quarter_of(date(2027, month, 1)) == Quarter(2027, number)


def test_the_same_day_is_ordered_by_title():
    same = [action("b", TODAY), action("a", TODAY)]
    (only,) = board(same, today=TODAY)
    assert [one.plan.title for one in only.actions] == ["a", "b"]
