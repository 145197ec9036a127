"""What is said of messages holds at the extremes, and people's text goes through unharmed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from assessment.domain.entry import Entry
from assessment.domain.message import Landed, MessageFacts
from assessment.domain.message_overview import MessageOverview
from assessment.reporting.marks import message_card
from assessment.reporting.message_words import messages_finding, messages_lede, state
from assessment.texts.language import language

SV, EN = language("sv"), language("en")
TODAY = date(2026, 11, 22)
MOMENT = datetime(2026, 11, 1, tzinfo=UTC)
BARE = MessageFacts("Bolagen")
SENT = MessageFacts("Beställare", "Frågar först", "Fråga", None, "Chefen", "Möte", sent_on=TODAY - timedelta(days=3))
LANDED = replace(SENT, landed=Landed.YES, seen_on=TODAY)
LATE = replace(SENT, group="Chefer", sent_on=None, planned_on=TODAY - timedelta(days=1))


def overview(*facts):
    entries = (Entry(str(n), "o", one, MOMENT, MOMENT, "Ada", 1) for n, one in enumerate(facts))
    return MessageOverview(tuple(entries), TODAY, {})


@pytest.mark.parametrize(
    ("facts", "finding", "lede"),
    [
        ((), "Inget budskap till någon målgrupp är registrerat än", ""),
        ((LANDED,), "Det som är registrerat har nått fram i den enda målgruppen", ""),
        (
            (LANDED, replace(LANDED, group="Chefer")),
            "Det som är registrerat har nått fram i alla två målgrupper",
            "",
        ),
        (
            (SENT,),
            "Ingen har sett budskapet nå fram i målgruppen än",
            "Ett budskap är skickat utan att någon har sett efter om det har nått fram.",
        ),
        (
            (LANDED, LATE),
            "Budskapet har nått fram i en av två målgrupper",
            "Ett budskap skulle ha skickats vid det här laget.",
        ),
        (
            (BARE, SENT, LATE),
            "Ingen har sett hela budskapet nå fram i någon av de tre målgrupperna än",
            "Ett budskap skulle ha skickats vid det här laget. "
            "Ett budskap är skickat utan att någon har sett efter om det har nått fram.",
        ),
    ],
)
def test_the_heading_and_the_line_below_it_say_what_is_so(facts, finding, lede):
    assert messages_finding(overview(*facts), SV) == finding
    assert messages_lede(overview(*facts), SV) == lede


def test_unanswered_not_looked_and_not_landed_are_different_things():
    told = {
        state(replace(SENT, landed=landed), overview(), EN) for landed in (None, Landed.YES, Landed.PARTLY, Landed.NO)
    }
    assert len(told) == 4
    assert state(BARE, overview(), EN) == "No day is stated for sending it."


def test_what_people_write_is_shown_and_not_obeyed():
    found = overview(replace(LANDED, change="<b>x</b>", restricted_where="<i>"))
    card = message_card(found.messages[0], found, SV)
    assert "&lt;b&gt;x&lt;/b&gt;" in card and "<i>" not in card
