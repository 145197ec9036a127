"""All decision records of an organisation beside its register: what is signed, what is begun, what has none."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from assessment.domain.activity import Activity
from assessment.domain.register import Register
from assessment.domain.way import DecisionRecord


@dataclass(frozen=True)
class WayBoard:
    """`entries` holds every record, the archived ones too, oldest first."""

    register: Register
    entries: tuple[DecisionRecord, ...]

    @cached_property
    def rows(self) -> tuple["WayRow", ...]:
        """One for each activity, and for each archived one that has a record, because those stay readable."""
        kept = {one.facts.activity_id for one in self.entries if not one.archived}
        archived = (one for one in self.register.activities if one.archived and one.id in kept)
        return tuple(self.row(one) for one in (*self.register.active, *archived))

    def row(self, activity: Activity) -> "WayRow":
        mine = [one for one in self.entries if one.facts.activity_id == activity.id and not one.archived]
        return WayRow(activity, _first(one for one in mine if not one.facts.signed), _signed(mine))

    @property
    def signed(self) -> tuple["WayRow", ...]:
        return tuple(one for one in self.rows if one.signed)

    @property
    def begun(self) -> tuple["WayRow", ...]:
        return tuple(one for one in self.rows if one.draft)


@dataclass(frozen=True, slots=True)
class WayRow:
    """`signed` holds the signed records of the activity, the one that is in force first."""

    activity: Activity
    draft: DecisionRecord | None
    signed: tuple[DecisionRecord, ...]

    @property
    def in_force(self) -> DecisionRecord | None:
        return self.signed[0] if self.signed else None


def _first(records: Iterable[DecisionRecord]) -> DecisionRecord | None:
    return next(iter(records), None)


def _signed(records: Iterable[DecisionRecord]) -> tuple[DecisionRecord, ...]:
    """The latest first. A later version is always signed after the one that it supersedes."""
    return tuple(sorted((one for one in records if one.facts.signed), key=lambda one: one.changed_at, reverse=True))
