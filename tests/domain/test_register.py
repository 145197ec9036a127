"""The register as a whole: what is covered, what many lean on, which decisions the contracts wait for."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.calendar_month import months_later
from assessment.domain.delivery import USUAL_LEAD, Known, LeadUnlikely, Outage, checked_delivery
from assessment.domain.place import Share
from assessment.domain.register import Cover, Turn, worst
from assessment.domain.register_measures import MEASURES
from tests.domain.register_entries import TODAY, activity, delivery, register

WATER, CARE, HEAT = activity("vatten"), activity("omsorg"), activity("värme")
YESTERDAY = TODAY - timedelta(days=1)


def cover_of(outage, **facts):
    (met,) = register([WATER], [delivery("el", reliance={WATER.id: outage}, **facts)]).meetings
    return met.cover


@pytest.mark.parametrize(
    ("reserve", "outage", "cover"),
    [
        (Known.YES, Outage.HOUR, Cover.COVERED),
        (Known.YES, None, Cover.COVERED),
        (Known.NO, Outage.HOUR, Cover.UNCOVERED),
        (Known.NO, Outage.DAYS, Cover.UNCOVERED),
        (Known.NO, Outage.WEEK, Cover.TOLERATED),
        (Known.NO, Outage.LONGER, Cover.TOLERATED),
        (Known.NO, Outage.UNKNOWN, Cover.UNKNOWN),
        (Known.NO, None, Cover.OPEN),
        (Known.UNKNOWN, Outage.HOUR, Cover.UNKNOWN),
        (None, Outage.HOUR, Cover.OPEN),
        (None, None, Cover.OPEN),
    ],
)
def test_no_plan_not_knowing_and_not_answering_are_three_different_things(reserve, outage, cover):
    assert cover_of(outage, reserve=reserve) is cover


@pytest.mark.parametrize("reserve", [None, *Known])
def test_a_contract_that_has_ended_covers_nothing(reserve):
    assert cover_of(Outage.LONGER, reserve=reserve, contract_end=YESTERDAY) is Cover.UNCOVERED
    assert cover_of(Outage.LONGER, reserve=Known.YES, contract_end=TODAY) is Cover.COVERED


def test_each_activity_copes_in_its_own_way_without_the_same_delivery():
    power = delivery("el", reliance={WATER.id: Outage.HOURS, CARE.id: Outage.WEEK}, reserve=Known.NO)
    shown = register([WATER, CARE], [power])
    assert [one.cover for one in shown.meetings_of(WATER)] == [Cover.UNCOVERED]
    assert [one.cover for one in shown.meetings_of(CARE)] == [Cover.TOLERATED]
    assert worst(shown.meetings) is Cover.UNCOVERED
    assert worst(()) is None


def test_what_most_lean_on_comes_first_and_a_shared_one_without_reserve_is_a_single_point():
    both = {WATER.id: Outage.DAY, CARE.id: None}
    diesel = delivery("diesel", reliance=both, reserve=Known.NO)
    power = delivery("el", reliance=both | {HEAT.id: Outage.HOUR}, reserve=Known.YES)
    chips = delivery("flis", reliance={HEAT.id: Outage.WEEK}, reserve=Known.NO)
    shown = register([WATER, CARE, HEAT], [chips, diesel, power])
    assert [one.delivery for one in shown.concentrations] == [power, diesel]
    assert [one.single_point for one in shown.concentrations] == [False, True]


def test_archived_entries_count_nowhere():
    gone = activity("gone", archived=True)
    power = delivery("el", reliance={WATER.id: None, gone.id: Outage.HOUR}, reserve=Known.NO)
    laid_aside = delivery("laid", reliance={WATER.id: Outage.HOUR}, contract_end=YESTERDAY, archived=True)
    shown = register([WATER, gone], [power, laid_aside])
    assert [(one.activity, one.delivery) for one in shown.meetings] == [(WATER, power)]
    assert (shown.concentrations, shown.contract_ends) == ((), ())
    assert shown.archived == (gone, laid_aside)
    assert not shown.empty


@pytest.mark.parametrize(
    ("ends", "lead", "decided", "turn"),
    [
        (YESTERDAY, 6, Known.YES, Turn.ENDED),
        (TODAY, 6, Known.NO, Turn.LATE),
        (date(2027, 5, 22), 6, None, Turn.WAITING),
        (date(2027, 5, 21), 6, Known.UNKNOWN, Turn.LATE),
        (date(2027, 5, 21), 6, Known.YES, Turn.DECIDED),
        (date(2027, 11, 22), None, None, Turn.WAITING),
        (date(2027, 11, 21), None, None, Turn.LATE),
        (TODAY, 0, None, Turn.WAITING),
    ],
)
def test_a_contract_waits_for_a_decision_so_many_months_before_it_ends(ends, lead, decided, turn):
    fuel = delivery("diesel", contract_end=ends, lead_months=lead, next_decided=decided)
    (found,) = register([], [fuel]).contract_ends
    assert (found.turn, found.ends) == (turn, ends)


def test_contracts_stand_in_the_order_in_which_they_must_be_decided():
    late = delivery("sent", contract_end=date(2027, 3, 1), lead_months=1)
    early = delivery("tidigt", contract_end=date(2027, 12, 1), lead_months=24)
    shown = register([], [late, early, delivery("utan")])
    assert [one.delivery for one in shown.contract_ends] == [early, late]


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        (date(2027, 3, 31), 1, date(2027, 2, 28)),
        (date(2028, 3, 31), 1, date(2028, 2, 29)),
        (date(2027, 1, 15), 12, date(2026, 1, 15)),
        (date(2027, 1, 31), 2, date(2026, 11, 30)),
        (date(2027, 12, 1), 0, date(2027, 12, 1)),
    ],
)
def test_months_are_counted_to_the_same_day_or_the_months_last(day, months, earlier):
    assert months_later(day, -months) == earlier


@given(st.dates(date(1996, 1, 1), date(2099, 12, 31)), st.integers(0, 60), st.integers(0, 60))
def test_more_months_never_lie_later(day, one, other):
    few, many = sorted((one, other))
    assert months_later(day, -many) <= months_later(day, -few) <= day


@pytest.mark.parametrize("months", [-1, 61])
def test_a_lead_time_that_cannot_be_meant_is_refused(months):
    with pytest.raises(LeadUnlikely):
        checked_delivery(delivery("el", lead_months=months).facts)


def test_the_usual_lead_is_used_until_somebody_says():
    assert delivery("el", contract_end=date(2027, 11, 22)).facts.decide_by == date(2026, 11, 22)
    assert USUAL_LEAD == 12


def test_evidence_counts_what_is_there_and_leaves_the_unknown_out():
    named = activity("a", need_owner="x", risk_owner="x", procurement="x", preparedness="x", decided_on=TODAY)
    half = activity("b", need_owner="x")
    power = delivery("el", reliance={"a": Outage.UNKNOWN, "b": Outage.DAY}, reserve=Known.YES, contract_end=TODAY)
    other = delivery("flis", reserve=Known.UNKNOWN)
    shown = register([named, half], [power, other])
    counted = {name: measure(shown) for name, measure in MEASURES.items()}
    assert counted == {
        "decided": Share(1, 2),
        "situations": Share(0, 2),
        "roles": Share(1, 2),
        "deliveries": Share(2, 2),
        "outage": Share(1, 2),
        "reserve": Share(1, 2),
        "contract_end": Share(1, 2),
        "next_decided": Share(0, 1),
    }
