"""Actions: planned steps that close one or more gaps."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from assessment.domain.action_errors import AimMissing, DueUnlikely, TitleMissing
from assessment.domain.checklist import Effort
from assessment.domain.response import checked_text, one_line, rated

TITLE_LIMIT: Final = 300
OWNER_LIMIT: Final = 200
EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)


class ActionStatus(StrEnum):
    """How far an action has come."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    ON_HOLD = "on_hold"


@dataclass(frozen=True, slots=True)
class Plan:
    """What people decide about an action. `aims` holds the level that each item is expected to reach, by item id.

    `owner` is a person or a unit, `owner_role` one of the checklist's roles; either may be empty.
    """

    title: str
    owner: str = ""
    owner_role: str = ""
    due: date | None = None
    status: ActionStatus = ActionStatus.NOT_STARTED
    effort: Effort = Effort.MEDIUM
    note: str = ""
    aims: Mapping[str, int] = field(default_factory=dict)


PLANNED: Final = tuple(one.name for one in fields(Plan))


@dataclass(frozen=True, slots=True)
class Action:
    """`version` grows with every change; `removed` actions stay for the sake of their history."""

    id: str
    assessment_id: str
    plan: Plan
    created_at: datetime  # UTC
    changed_at: datetime  # UTC
    changed_by: str
    version: int
    removed: bool = False

    @property
    def done(self) -> bool:
        return self.plan.status is ActionStatus.DONE

    @property
    def unowned(self) -> bool:
        """Nobody is responsible, and it is not done."""
        return not self.done and not (self.plan.owner or self.plan.owner_role)

    def late(self, today: date) -> bool:
        """The day has passed, and it is not done."""
        return not self.done and self.plan.due is not None and self.plan.due < today


@dataclass(frozen=True, slots=True)
class ActionChange:
    """One line of an action's history: one field, by whom and when. The texts are as `written` writes them.

    `batch` names the import or the route that made the change; empty when a person made it on the screen.
    """

    action_id: str
    version: int
    field: str
    before: str
    after: str
    at: datetime  # UTC
    by: str
    batch: str = ""


def checked_plan(plan: Plan) -> Plan:
    """`plan` tidied. Raises TitleMissing, AimMissing, DueUnlikely, LevelOffScale or TextTooLong."""
    title = one_line(plan.title, limit=TITLE_LIMIT)
    if not title:
        raise TitleMissing
    if not plan.aims:
        raise AimMissing
    for level in plan.aims.values():
        rated(level)
    if plan.due is not None and not EARLIEST <= plan.due <= LATEST:
        raise DueUnlikely(due=plan.due.isoformat())
    return replace(
        plan,
        title=title,
        owner=one_line(plan.owner, limit=OWNER_LIMIT),
        note=checked_text(plan.note).strip(),
        aims=dict(sorted(plan.aims.items())),
    )


def written(plan: Plan, name: str) -> str:
    """One field as text, for the history and for comparing: dates as 2026-11-22, aims as *POL-01 3, TID-02 2*."""
    value = getattr(plan, name)
    if name == "aims":
        return ", ".join(f"{item} {level}" for item, level in sorted(value.items()))
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def changed_fields(before: Plan, after: Plan) -> tuple[str, ...]:
    """The names of the fields in which two plans differ."""
    return tuple(name for name in PLANNED if written(before, name) != written(after, name))
