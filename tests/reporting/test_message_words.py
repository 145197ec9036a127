"""What is said of messages holds at the extremes, and people's text goes through unharmed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from assessment.domain.entry import Entry
from assessment.domain.message import Landed, MessageFacts
from assessment.domain.message_overview import MessageOverview
from assessment.domain.organisation import Organisation
from assessment.reporting.marks import message_card
from assessment.reporting.message_frames import message_frame
from assessment.reporting.message_words import messages_finding, messages_lede, state
from assessment.reporting.message_workbook import message_workbook, message_workbook_name
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


@pytest.mark.parametrize("spoken", [SV, EN], ids=["sv", "en"])
def test_the_workbook_holds_every_message_with_its_days_and_never_a_formula(spoken):
    found = overview(replace(LANDED, text="=1+1"), LATE)
    organisation = Organisation("o", "Ekviks kommun", "kommun", example=False, created_at=MOMENT)
    book = load_workbook(BytesIO(message_workbook(organisation, found, spoken, version="1")))
    sheet = book[spoken.text("Messages")]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {spoken.text("Target group"), "Beställare", "Chefer", "Rustad 1"} <= {cell.value for cell in cells}
    assert [cell.data_type for cell in cells if cell.value == "=1+1"] == ["s"]
    assert message_workbook_name(organisation, found, spoken).endswith(" Ekviks kommun 2026-11-22.xlsx")
    assert len(message_frame(found, spoken)) == 2
