"""Half-years: the pace at which a plan is made."""

from dataclasses import dataclass
from datetime import date
from typing import Final

FEWEST_MONTHS: Final = 3


@dataclass(frozen=True, slots=True, order=True)
class HalfYear:
    """`half` is 1 for January to June and 2 for July to December."""

    year: int
    half: int

    @property
    def first_day(self) -> date:
        return date(self.year, 6 * self.half - 5, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, 6, 30) if self.half == 1 else date(self.year, 12, 31)

    @property
    def next(self) -> "HalfYear":
        return HalfYear(self.year, 2) if self.half == 1 else HalfYear(self.year + 1, 1)


def half_year_of(day: date) -> HalfYear:
    return HalfYear(day.year, 1 if day.month <= 6 else 2)


def first_half_year(today: date) -> HalfYear:
    """The one to begin a plan with: this one while three whole months are left of it, else the next."""
    this = half_year_of(today)
    left = 6 * this.half - today.month + (today.day == 1)
    return this if left >= FEWEST_MONTHS else this.next
