"""The plan as a board: what is late, what has no date, each quarter, and what is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assessment.domain.action import Action


class Column(StrEnum):
    """Which kind of column of the board."""

    LATE = "late"
    QUARTER = "quarter"
    UNDATED = "undated"
    DONE = "done"


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """`number` is 1–4."""

    year: int
    number: int


def quarter_of(day: date) -> Quarter:
    return Quarter(day.year, (day.month - 1) // 3 + 1)


@dataclass(frozen=True, slots=True)
class Group:
    """The actions of one column. `quarter` is set exactly when the kind is QUARTER."""

    kind: Column
    quarter: Quarter | None
    actions: tuple[Action, ...]


def board(actions: Iterable[Action], *, today: date) -> tuple[Group, ...]:
    """Late first, then quarter by quarter, then undated, last what is done; empty columns are left out.

    Within a column the earliest date stands first, and then the title.
    """
    found: dict[tuple[int, Quarter | None], list[Action]] = {}
    order = list(Column)
    for action in actions:
        kind = _column(action, today)
        quarter = quarter_of(action.plan.due) if kind is Column.QUARTER and action.plan.due else None
        found.setdefault((order.index(kind), quarter), []).append(action)
    places = sorted(found, key=lambda place: (place[0], place[1] or Quarter(0, 0)))
    return tuple(
        Group(order[place], quarter, tuple(sorted(found[place, quarter], key=_within))) for place, quarter in places
    )


def _column(action: Action, today: date) -> Column:
    if action.done:
        return Column.DONE
    if action.late(today):
        return Column.LATE
    return Column.UNDATED if action.plan.due is None else Column.QUARTER


def _within(action: Action) -> tuple[date, str, str]:
    return (action.plan.due or date.max, action.plan.title, action.id)
