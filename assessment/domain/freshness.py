"""How old a level is, told beside it. Age never changes a level.

The day of an item's level is the day on which somebody last tried it: when the group settled it, if it did; else the
newest of the answers that make up the level and the revealed votes on it. One person who has looked again is enough.
Evidence has a day of its own, the newest one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum
from typing import Final

from assessment.domain.calendar_month import months_later
from assessment.domain.checklist import Item
from assessment.domain.response import Answer, AnswerKind, Response

WARNED: Final = 6  # the last sixth of the time, at least a month of it, is told beforehand


class Freshness(StrEnum):
    """Aged: older than the item's limit. Aging: it soon will be."""

    FRESH = "fresh"
    AGING = "aging"
    AGED = "aged"


def good_until(day: date, months: int) -> date:
    """The last day on which something from `day` is not too old."""
    return months_later(day, months)


def freshness(day: date, *, months: int, today: date) -> Freshness:
    """How something from `day` stands today when it may be `months` old. A day that is still to come is fresh."""
    if today > good_until(day, months):
        return Freshness.AGED
    warned = max(1, months // WARNED) if months > 1 else 0
    return Freshness.AGING if warned and today > months_later(day, months - warned) else Freshness.FRESH


@dataclass(frozen=True, slots=True)
class ItemAge:
    """When an item's level was last tried, and when its evidence was last seen; None without evidence."""

    item: Item
    day: date
    evidence_day: date | None
    settled: bool
    today: date

    @property
    def level(self) -> Freshness:
        return freshness(self.day, months=self.item.fresh_months, today=self.today)

    @property
    def evidence(self) -> Freshness | None:
        if self.evidence_day is None:
            return None
        return freshness(self.evidence_day, months=self.item.fresh_months, today=self.today)

    @property
    def worst(self) -> Freshness:
        """The item's as a whole: as old as the older of level and evidence."""
        found = (self.level, self.evidence)
        return next((one for one in (Freshness.AGED, Freshness.AGING) if one in found), Freshness.FRESH)

    @property
    def aged(self) -> bool:
        return self.worst is Freshness.AGED

    @property
    def good_until(self) -> date:
        """The last day on which neither level nor evidence is too old."""
        oldest = self.day if self.evidence_day is None else min(self.day, self.evidence_day)
        return good_until(oldest, self.item.fresh_months)


@dataclass(frozen=True, slots=True)
class Tried:
    """Moments in UTC by item id: when a level was last tried, evidence last seen, and a level settled."""

    levels: Mapping[str, datetime]
    evidence: Mapping[str, datetime]
    settled: Mapping[str, datetime]


def tried(
    responses: Iterable[Response], votes: Iterable[tuple[str, datetime]], settled: Mapping[str, datetime]
) -> Tried:
    """From everybody's responses and the revealed votes, as item id and moment.

    *Don't know* makes up no level. *Not applicable* counts for the items on which nobody gave a level.
    """
    given = list(responses)
    rated = newest((one.item_id, one.answered_at) for one in given if _kind(one.answer) is AnswerKind.LEVEL)
    out = newest((one.item_id, one.answered_at) for one in given if _kind(one.answer) is AnswerKind.NOT_APPLICABLE)
    levels = newest([*(out | rated).items(), *votes])
    evidence = newest((one.item_id, one.evidence_at) for one in given if one.evidence)
    return Tried(levels, evidence, settled)


def _kind(answer: Answer | None) -> AnswerKind | None:
    return None if answer is None else answer.kind


def newest(moments: Iterable[tuple[str, datetime | None]]) -> dict[str, datetime]:
    """The latest moment of each item; those without one are left out."""
    found: dict[str, datetime] = {}
    for item_id, moment in moments:
        if moment is not None and (item_id not in found or moment > found[item_id]):
            found[item_id] = moment
    return found


def item_ages(items: Iterable[Item], known: Tried, *, today: date, zone: tzinfo) -> tuple[ItemAge, ...]:
    """One for each item whose level has a day, in the same order. Days are those of the zone."""
    found = []
    for item in items:
        moment = known.settled.get(item.id) or known.levels.get(item.id)
        if moment is None:
            continue
        seen = known.evidence.get(item.id)
        evidence_day = None if seen is None else seen.astimezone(zone).date()
        found.append(ItemAge(item, moment.astimezone(zone).date(), evidence_day, item.id in known.settled, today))
    return tuple(found)


def oldest_first(ages: Iterable[ItemAge]) -> tuple[ItemAge, ...]:
    """Those that have aged, the one that did so first in front; equal ones keep their order."""
    return tuple(sorted((one for one in ages if one.aged), key=lambda one: one.good_until))
