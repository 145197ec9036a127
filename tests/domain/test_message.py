"""A message: what is kept, what is refused, and what it lacks on a given day."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from assessment.domain.entry import Entry
from assessment.domain.entry_errors import DatesReversed, DateUnlikely, FieldTooLong, NameMissing
from assessment.domain.message import Lack, Landed, MessageFacts, NotSentYet, checked_message
from assessment.domain.message_overview import MessageOverview

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
WHOLE = MessageFacts(
    "Beställare",
    change="Frågar om beredskap innan ett inköp börjar",
    text="Från 1 januari ställs fyra frågor före varje inköp.",
    sender="Kommundirektören",
    channel="Möte",
    planned_on=TODAY + DAY,
)
SENT = replace(WHOLE, sent_on=TODAY - 2 * DAY)


def overview(*facts, archived=()):
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    entries = [
        Entry(str(place), "o", one, moment, moment, "Ada", 1, archived=place in archived)
        for place, one in enumerate(facts)
    ]
    return MessageOverview(tuple(entries), TODAY, {})


@pytest.mark.parametrize(
    ("facts", "error"),
    [
        (replace(WHOLE, group=" \x00\n "), NameMissing),
        (replace(WHOLE, text="å" * 100_000), FieldTooLong),
        (replace(WHOLE, restricted_where="å" * 201), FieldTooLong),
        (replace(WHOLE, planned_on=date(1066, 1, 1)), DateUnlikely),
        (replace(SENT, seen_on=TODAY - 3 * DAY), DatesReversed),
        (replace(WHOLE, seen_on=TODAY), NotSentYet),
        (replace(WHOLE, landed=Landed.NO), NotSentYet),
    ],
)
def test_a_message_that_contradicts_itself_or_does_not_fit_is_refused(facts, error):
    with pytest.raises(error):
        checked_message(facts)


def test_control_characters_are_left_out_and_line_breaks_kept():
    clean = checked_message(replace(WHOLE, group=" Be\x07ställare\n", text="Ett\r\ntvå\x00"))
    assert (clean.group, clean.text) == ("Beställare", "Ett\ntvå")


def test_it_may_be_said_that_nobody_has_looked_before_it_is_sent():
    facts = replace(WHOLE, landed=Landed.NOT_CHECKED)
    assert checked_message(facts) == facts
    assert facts.lacks(TODAY) == ()


@pytest.mark.parametrize(
    ("facts", "lacks"),
    [
        (WHOLE, ()),
        (replace(WHOLE, planned_on=TODAY), ()),
        (replace(WHOLE, planned_on=TODAY - DAY), (Lack.LATE,)),
        (replace(WHOLE, planned_on=None), (Lack.NO_DAY,)),
        (SENT, (Lack.NOT_CHECKED,)),
        (replace(SENT, landed=Landed.NOT_CHECKED), (Lack.NOT_CHECKED,)),
        (replace(SENT, landed=Landed.PARTLY), (Lack.PARTLY_LANDED,)),
        (replace(SENT, landed=Landed.NO), (Lack.NOT_LANDED,)),
        (replace(SENT, landed=Landed.YES), ()),
        (replace(SENT, landed=Landed.YES, planned_on=date(2020, 1, 1)), ()),
        (replace(WHOLE, sent_on=TODAY + 3 * DAY, planned_on=date(2020, 1, 1)), ()),
        (MessageFacts("Alla"), (Lack.NO_TEXT, Lack.NO_CHANGE, Lack.NO_SENDER, Lack.NO_CHANNEL, Lack.NO_DAY)),
    ],
)
def test_what_a_message_lacks_follows_from_its_days_and_from_what_is_written(facts, lacks):
    assert facts.lacks(TODAY) == lacks


def test_a_group_is_reached_when_all_its_messages_have_landed_whatever_capitals_it_is_written_with():
    landed = replace(SENT, landed=Landed.YES)
    assert overview(landed, replace(landed, group="BESTÄLLARE")).reached == ("Beställare",)
    assert overview(landed, replace(SENT, group="beställare ")).reached == ()


def test_archived_messages_are_neither_counted_nor_grouped():
    found = overview(SENT, WHOLE, archived={0})
    assert (found.sent, len(found.messages), len(found.archived)) == ((), 1, 1)


def test_what_is_late_and_what_nobody_has_looked_at_comes_longest_first():
    later, earlier = (replace(WHOLE, planned_on=TODAY - days * DAY) for days in (1, 9))
    found = overview(later, earlier, SENT, replace(SENT, sent_on=TODAY - 30 * DAY))
    assert [one.facts.planned_on for one in found.late] == [earlier.planned_on, later.planned_on]
    assert [one.facts.sent_on for one in found.unchecked] == [TODAY - 30 * DAY, TODAY - 2 * DAY]
