"""The yearly wheel: what every step puts into the calendar, and the file that a calendar reads in again."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from assessment.domain.activity import ActivityFacts
from assessment.domain.delivery import DeliveryFacts, Known
from assessment.domain.document import DocumentFacts, DocumentLevel
from assessment.domain.message import MessageFacts
from assessment.domain.year_wheel import MONTHS, Occasion, WheelDay, YearWheel
from assessment.reporting.marks import wheel_figure, wheel_list
from assessment.reporting.wheel_calendar import wheel_calendar, wheel_calendar_name
from assessment.reporting.wheel_words import subject, wheel_finding, wheel_frame
from assessment.services import entries, organisations, registers, ways
from assessment.services.documents import DOCUMENTS
from assessment.services.messages import MESSAGES
from assessment.services.registers import ACTIVITIES, DELIVERIES
from assessment.services.ways import RECORDS
from assessment.services.year_wheels import year_wheel
from assessment.texts.language import language
from tests import builders
from tests.aging import let_time_pass
from tests.builders import ADA
from tests.domain.way_facts import COMPLETE

SV, EN = language("sv"), language("en")
MOMENT = datetime(2026, 11, 22, 9, tzinfo=UTC)
AHEAD = date(2097, 6, 15)
PAST = date(2020, 6, 15)


@pytest.fixture
def organisation(engine, quick_assessment):
    """Registered by Ada: days ahead in three steps, and what needs no day."""
    made = organisations.of_assessment(engine, ADA, quick_assessment.id)
    policy = DocumentFacts("Inköpspolicy", DocumentLevel.POLICY, adopted_on=PAST, review_on=AHEAD)
    for shelf, facts in (
        (ACTIVITIES, ActivityFacts("Vatten", review_on=AHEAD)),
        (DELIVERIES, DeliveryFacts("Diesel", contract_end=AHEAD, lead_months=12)),
        (DELIVERIES, DeliveryFacts("El", contract_end=PAST, next_decided=Known.YES)),
        (DOCUMENTS, policy),
        (DOCUMENTS, DocumentFacts("Strategi", DocumentLevel.STRATEGY, adopted_on=AHEAD, review_on=AHEAD)),
        (MESSAGES, MessageFacts("Chefer", planned_on=AHEAD)),
        (MESSAGES, MessageFacts("Bolag", planned_on=PAST, sent_on=PAST)),
    ):
        entries.add(engine, ADA, shelf, made.id, facts)
    return made


def test_every_step_puts_what_is_left_to_do_into_the_wheel(engine, organisation):
    found = {(one.occasion, one.title, one.day) for one in year_wheel(engine, ADA, organisation.id).days}
    assert found == {
        (Occasion.ACTIVITY_REVIEW, "Vatten", AHEAD),
        (Occasion.DECIDE_BY, "Diesel", date(2096, 6, 15)),
        (Occasion.CONTRACT_END, "Diesel", AHEAD),
        (Occasion.DOCUMENT_REVIEW, "Inköpspolicy", AHEAD),
        (Occasion.ADOPTION, "Strategi", AHEAD),
        (Occasion.MESSAGE, "Chefer", AHEAD),
    }


def test_a_signed_record_is_to_be_reviewed_until_a_new_one_takes_its_place(engine, organisation):
    water = registers.register(engine, ADA, organisation.id).active[0]
    first = signed(engine, ways.begin(engine, ADA, water.id), review_on=date(2096, 1, 1))
    assert reviews(engine, organisation) == [(first.id, date(2096, 1, 1), "Vatten")]
    later = signed(engine, ways.supersede(engine, ADA, first.id), review_on=AHEAD)
    assert reviews(engine, organisation) == [(later.id, AHEAD, "Vatten")]


def signed(engine, record, **changed):
    facts = replace(COMPLETE, activity_id=record.facts.activity_id, supersedes=record.facts.supersedes, **changed)
    kept = entries.change(engine, ADA, RECORDS, record.id, version=record.version, facts=facts)
    return ways.sign(engine, ADA, kept.id, version=kept.version, name="Eva", role="ordf", on=date(2026, 9, 2))


def reviews(engine, organisation):
    found = year_wheel(engine, ADA, organisation.id).days
    return [(one.id, one.day, one.title) for one in found if one.occasion is Occasion.RECORD_REVIEW]


def asked_again(engine, organisation):
    found = year_wheel(engine, ADA, organisation.id)
    return [one for one in found.days if one.occasion is Occasion.ASK_AGAIN], found.today


def test_answers_that_grow_old_are_asked_again_a_day_for_each_month(engine, organisation, answered_assessment):
    ahead, today = asked_again(engine, organisation)
    assert len(ahead) == len({(one.day.year, one.day.month) for one in ahead}) >= 2
    assert min(one.day for one in ahead) > today
    let_time_pass(engine, answered_assessment, items={"POL-01", "SAM-02"})
    found, _ = asked_again(engine, organisation)
    passed = [one for one in found if one.day < today]
    assert [(one.title, one.within, one.assessment_id, one.item_id) for one in passed] == [
        ("POL-01, SAM-02", "Hela kommunen", answered_assessment.id, "POL-01")
    ]
    (many, *_) = [one for one in found if one.more]
    assert subject(many, EN) == f"{many.title} and {EN.word(many.more)} more (Hela kommunen)"


def test_only_the_latest_assessment_of_a_subject_is_asked_again(engine, organisation, answered_assessment):
    again = builders.start(engine, name="Hela kommunen 2027")
    builders.answer(engine, builders.join(engine, again, builders.BEN), "POL-01", 2)
    found, _ = asked_again(engine, organisation)
    assert [(one.assessment_id, one.title) for one in found] == [(again.id, "POL-01")]


def days(*offsets, title="Vatten"):
    return YearWheel(
        tuple(
            WheelDay(f"id{number}", MOMENT.date() + timedelta(days=one), Occasion.ACTIVITY_REVIEW, title)
            for number, one in enumerate(offsets)
        ),
        MOMENT.date(),
    )


def test_each_day_stands_in_one_place_from_the_passed_to_the_later():
    wheel = days(-400, -1, 0, 8, 9, 330, 360, 4000)
    placed = [*wheel.passed, *(one for listed in wheel.months.values() for one in listed), *wheel.later]
    assert [one.id for one in placed] == [f"id{number}" for number in range(8)]
    assert [len(part) for part in (wheel.passed, wheel.months, wheel.near, wheel.later)] == [2, MONTHS, 3, 2]
    assert next(iter(wheel.months)) == date(2026, 11, 1)


@pytest.mark.parametrize(
    ("offsets", "finding"),
    [
        ((), "Ingen dag är registrerad i de fyra stegen än"),
        ((-1, 3), "En sak i årshjulet har passerat sin dag"),
        ((3, 4), "Två saker i årshjulet är nära"),
        ((300, 3000), "Inget i årshjulet är nära"),
    ],
)
def test_the_heading_says_what_has_passed_before_what_is_near(offsets, finding):
    assert wheel_finding(days(*offsets), SV) == finding


def test_a_crowded_month_tells_the_rest_as_a_number_and_the_label_tells_all():
    figure = wheel_figure(days(*[1] * 30), EN)
    assert figure.count("<i>") == 8 and "+22" in figure and "November 2026 30," in figure
    listed = wheel_list(days(1, title="<b>"), SV, address=lambda day: f'/?post="{day.id}')
    assert "&lt;b&gt;" in listed and 'href="/?post=&quot;id0"' in listed
    assert len(wheel_frame(days(-1, 1, 4000), SV)) == 3


@pytest.mark.parametrize("spoken", [SV, EN], ids=["sv", "en"])
def test_a_calendar_reads_the_file_and_an_event_keeps_its_name_when_it_is_moved(engine, organisation, spoken):
    title = "Vatten; å, \\ och " + "långt " * 60 + "\nrad\x07"
    first = events(organisation, days(5, 400, title=title), spoken)
    assert (first[0]["dtstart"].dt, first[0]["dtend"].dt) == (date(2026, 11, 27), date(2026, 11, 28))
    assert title.replace("\x07", "") in str(first[0]["summary"])
    moved = events(organisation, days(6, 400, title=title), spoken)
    assert [str(one["uid"]) for one in moved] == [str(one["uid"]) for one in first]
    assert len({str(one["uid"]) for one in first}) == 2
    assert wheel_calendar_name(organisation, spoken).endswith("Ekviks kommun.ics")


def events(organisation, wheel, spoken):
    return Calendar.from_ical(wheel_calendar(organisation, wheel, spoken, at=MOMENT)).walk("VEVENT")
