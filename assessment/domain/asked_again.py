"""The days by which questions should be asked again, because their levels or their evidence grow too old."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from assessment.domain.assessment import Assessment
from assessment.domain.freshness import ItemAge
from assessment.domain.year_wheel import Occasion, WheelDay

MOST_NAMED: Final = 4  # questions that a day names; more are counted


def asked_again(assessment: Assessment, ages: Sequence[ItemAge]) -> Iterator[WheelDay]:
    """One for each month in which something grows too old, on the first such day of it; what already has stands apart.

    The day is named for its first question, so that in a calendar it moves when that question is asked again.
    """
    for _, found in groupby(sorted(ages, key=lambda one: one.good_until), key=_month):
        listed = list(found)
        ids = [one.item.id for one in listed]
        yield WheelDay(
            f"{assessment.id}.{ids[0]}",
            listed[0].good_until,
            Occasion.ASK_AGAIN,
            ", ".join(ids[:MOST_NAMED]),
            more=max(0, len(ids) - MOST_NAMED),
            within=assessment.name,
            assessment_id=assessment.id,
            item_id=ids[0],
        )


def _month(age: ItemAge) -> tuple[bool, date]:
    return age.good_until >= age.today, age.good_until.replace(day=1)
