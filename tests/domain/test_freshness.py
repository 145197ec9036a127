"""Age: exact months, days of the right zone, and which day counts as the day of a level."""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.calendar_month import months_later
from assessment.domain.freshness import (
    Freshness,
    ItemAge,
    freshness,
    good_until,
    item_ages,
    oldest_first,
    tried,
)
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN, Response, rated
from tests.domain.strategies import make_item

STOCKHOLM = ZoneInfo("Europe/Stockholm")
ITEM, OTHER = make_item(), make_item("TID-01")
TODAY = date(2026, 11, 22)
days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
limits = st.integers(1, 120)
ORDER = [Freshness.FRESH, Freshness.AGING, Freshness.AGED]


def at(day, hour=12):
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 10, 31), 13, date(2027, 11, 30)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 1), -1, date(2025, 12, 1)),
        (date(9999, 6, 1), 12, date.max),
        (date(1, 6, 1), -12, date.min),
    ],
)
def test_months_are_those_of_the_calendar(day, months, later):
    assert months_later(day, months) == later


@given(days, st.integers(-240, 240))
def test_a_later_month_has_the_same_day_or_its_last(day, months):
    later = months_later(day, months)

    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == min(day.day, monthrange(later.year, later.month)[1])


@given(days, limits, st.integers(0, 4000), st.integers(0, 400))
def test_what_has_aged_never_gets_fresher_by_itself(day, months, passed, more):
    today = day + timedelta(days=passed)
    later = today + timedelta(days=more)

    now, then = (ORDER.index(freshness(day, months=months, today=one)) for one in (today, later))
    assert now <= then


@given(days, limits)
def test_it_is_fresh_at_first_good_on_the_last_day_and_aged_on_the_next(day, months):
    last = good_until(day, months)

    assert freshness(day, months=months, today=day) is Freshness.FRESH
    assert freshness(day, months=months, today=last) is not Freshness.AGED
    assert freshness(day, months=months, today=last + timedelta(days=1)) is Freshness.AGED


@given(days, st.integers(2, 120))
def test_it_is_told_beforehand_for_a_sixth_of_the_time_and_at_least_a_month(day, months):
    last = good_until(day, months)

    assert freshness(day, months=months, today=last) is Freshness.AGING
    warned = (last - months_later(day, months - max(1, months // 6))).days
    assert warned >= 28 or months // 6 <= 1
    assert warned <= max(31, 31 * months // 6 + 1)


def test_a_day_that_is_still_to_come_is_fresh():
    assert freshness(TODAY + timedelta(days=3), months=1, today=TODAY) is Freshness.FRESH


def only(responses=(), votes=(), settled=None, *, today=TODAY, zone=UTC, items=(ITEM,)):
    return item_ages(items, tried(responses, votes, settled or {}), today=today, zone=zone)


def test_the_newest_of_the_answers_that_make_up_the_level_dates_it():
    old, new = (Response(ITEM.id, rated(2), answered_at=at(date(2025, month, 3))) for month in (1, 3))

    [age] = only([new, old])

    assert (age.day, age.level, age.good_until, age.settled) == (
        date(2025, 3, 3),
        Freshness.AGED,
        date(2026, 3, 3),
        False,
    )


def test_dont_know_and_texts_make_up_no_level():
    level = Response(ITEM.id, rated(0), answered_at=at(date(2025, 1, 3)))
    unknown = Response(ITEM.id, UNKNOWN, answered_at=at(TODAY))
    text = Response(ITEM.id, comment="Ring", updated_at=at(TODAY))

    assert [age.day for age in only([level, unknown, text])] == [date(2025, 1, 3)]
    assert only([unknown, text]) == ()


def test_not_applicable_dates_an_item_only_where_nobody_gave_a_level():
    out = Response(ITEM.id, NOT_APPLICABLE, answered_at=at(date(2026, 5, 3)))
    level = Response(ITEM.id, rated(0), answered_at=at(date(2025, 1, 3)))

    assert [age.day for age in only([out])] == [date(2026, 5, 3)]
    assert [age.day for age in only([out, level])] == [date(2025, 1, 3)]


def test_a_revealed_vote_is_a_new_look_and_an_agreed_level_has_its_own_day():
    answer = Response(ITEM.id, rated(2), answered_at=at(date(2025, 1, 3)))
    vote = (ITEM.id, at(date(2025, 6, 1)))

    assert [age.day for age in only([answer], [vote])] == [date(2025, 6, 1)]
    later = Response(ITEM.id, rated(2), answered_at=at(date(2026, 6, 3)))
    [age] = only([later], [vote], {ITEM.id: at(date(2024, 6, 1))})
    assert (age.day, age.settled) == (date(2024, 6, 1), True)


def test_evidence_ages_by_its_own_day():
    seen = [
        Response(ITEM.id, rated(2), answered_at=at(TODAY), evidence="Beslut", evidence_at=at(date(year, 2, 1)))
        for year in (2024, 2025)
    ]
    gone = Response(ITEM.id, rated(2), answered_at=at(TODAY), evidence="", evidence_at=at(date(2020, 1, 1)))

    [age] = only([*seen, gone])

    assert (age.evidence_day, age.level, age.evidence, age.worst) == (
        date(2025, 2, 1),
        Freshness.FRESH,
        Freshness.AGED,
        Freshness.AGED,
    )
    assert only([gone])[0].evidence is None


def test_days_are_those_of_the_zone():
    late = Response(ITEM.id, rated(2), answered_at=datetime(2025, 11, 21, 23, 30, tzinfo=UTC))

    assert only([late])[0].aged
    assert (only([late], zone=STOCKHOLM)[0].day, only([late], zone=STOCKHOLM)[0].aged) == (date(2025, 11, 22), False)


def test_an_answer_without_a_moment_has_no_age():
    assert only([Response(ITEM.id, rated(2))]) == ()


def test_the_one_that_aged_first_stands_first():
    ages = [
        ItemAge(item, day, None, False, TODAY) for item, day in ((ITEM, date(2025, 3, 1)), (OTHER, date(2024, 3, 1)))
    ]

    assert [age.item for age in oldest_first([*ages, ItemAge(ITEM, TODAY, None, False, TODAY)])] == [OTHER, ITEM]
