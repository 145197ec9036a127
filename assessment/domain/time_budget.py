"""How the remaining time divides over the remaining items."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class TimeBudget:
    """`left` is negative once the time is up. `per_item` is None when no item is left."""

    left: timedelta
    items_left: int

    @property
    def per_item(self) -> timedelta | None:
        return max(self.left, timedelta(0)) / self.items_left if self.items_left else None


def time_budget(*, minutes: int, begun_at: datetime | None, items_left: int, now: datetime) -> TimeBudget:
    """The clock starts with the first item."""
    spent = now - begun_at if begun_at else timedelta(0)
    return TimeBudget(timedelta(minutes=minutes) - spent, items_left)
