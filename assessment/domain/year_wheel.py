"""The yearly wheel: the days that the four steps put into the management's calendar."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final

MONTHS: Final = 12
NEAR: Final = 3  # months that the heading speaks of; about what management plans ahead


class Occasion(StrEnum):
    """Why a day matters."""

    ACTIVITY_REVIEW = "activity_review"
    DECIDE_BY = "decide_by"
    CONTRACT_END = "contract_end"
    RECORD_REVIEW = "record_review"
    ADOPTION = "adoption"
    DOCUMENT_REVIEW = "document_review"
    ACTION_DUE = "action_due"
    MESSAGE = "message"
    ASK_AGAIN = "ask_again"

    @property
    def step(self) -> int:
        """The step that it belongs to, 1–4; 0 for what the self-assessment has planned or must ask again."""
        return STEP[self]


STEP: Final = {
    Occasion.ACTIVITY_REVIEW: 1,
    Occasion.DECIDE_BY: 2,
    Occasion.CONTRACT_END: 1,
    Occasion.RECORD_REVIEW: 2,
    Occasion.ADOPTION: 3,
    Occasion.DOCUMENT_REVIEW: 3,
    Occasion.ACTION_DUE: 0,
    Occasion.MESSAGE: 4,
    Occasion.ASK_AGAIN: 0,
}


@dataclass(frozen=True, slots=True)
class WheelDay:
    """`id` is that of what the day belongs to; together with the occasion it names the day for ever.

    `more` is how many there are beside what `title` names, `within` the name of the assessment that they are in.
    `assessment_id` and `item_id` say where to go for what belongs to an assessment; empty for the four steps' own.
    """

    id: str
    day: date
    occasion: Occasion
    title: str
    more: int = 0
    within: str = ""
    assessment_id: str = ""
    item_id: str = ""


@dataclass(frozen=True)
class YearWheel:
    """`days` are all that is still to be done, passed or not, as of `today`."""

    days: tuple[WheelDay, ...]
    today: date

    @cached_property
    def passed(self) -> tuple[WheelDay, ...]:
        """Not done, and the day is gone; the oldest first."""
        return self._sorted(one for one in self.days if one.day < self.today)

    @cached_property
    def months(self) -> Mapping[date, tuple[WheelDay, ...]]:
        """The twelve months from this one, by their first day, the empty ones too; from today on."""
        first = date(self.today.year, self.today.month, 1)
        starts = [_later(first, number) for number in range(MONTHS)]
        return {start: self._between(max(start, self.today), _later(start, 1)) for start in starts}

    @cached_property
    def near(self) -> tuple[WheelDay, ...]:
        """What comes in this month and the two after it."""
        return tuple(one for listed in list(self.months.values())[:NEAR] for one in listed)

    @cached_property
    def later(self) -> tuple[WheelDay, ...]:
        """What comes after the twelve months."""
        end = _later(date(self.today.year, self.today.month, 1), MONTHS)
        return self._sorted(one for one in self.days if one.day >= end)

    def _between(self, start: date, end: date) -> tuple[WheelDay, ...]:
        return self._sorted(one for one in self.days if start <= one.day < end)

    def _sorted(self, days: Iterable[WheelDay]) -> tuple[WheelDay, ...]:
        return tuple(sorted(days, key=lambda one: (one.day, one.occasion.step, one.title.casefold(), one.id)))


def _later(first: date, months: int) -> date:
    """The first day of a month so many months later."""
    count = first.year * MONTHS + first.month - 1 + months
    return date(count // MONTHS, count % MONTHS + 1, 1)
