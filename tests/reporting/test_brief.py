"""The brief of a target group: only what is written, no empty heading, and one page whatever people write."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from docx import Document

from assessment.domain.entry import Entry
from assessment.domain.kind import Kind
from assessment.domain.message import MessageFacts, checked_message
from assessment.domain.message_overview import Basis, MessageOverview
from assessment.domain.organisation import Organisation
from assessment.reporting.brief import MOST_MESSAGES, brief, brief_name, has_brief, shortened
from assessment.reporting.brief_docx import brief_docx
from assessment.texts.language import language

SV, EN = language("sv"), language("en")
MOMENT = datetime(2026, 11, 22, tzinfo=UTC)
EKVIK = Organisation("o", "Ekviks kommun", "kommun", example=False, created_at=MOMENT)
WHOLE = MessageFacts(
    "Chefer",
    change="Larmar inom en timme.",
    text="Vägen för larm ryms på en sida.",
    applies_on=date(2027, 1, 1),
    sender="Säkerhetschefen",
    contact="Samordnaren",
    restricted_where="Pärm 3",
    restricted_who="Ledningen",
    basis=frozenset({"a"}),
)
FULL = checked_message(
    MessageFacts(
        "G" * 200,
        change="mycket " * 500,
        text="ordet " * 600,
        sender="s" * 200,
        contact="k" * 200,
        restricted_where="v" * 200,
        restricted_who="w" * 200,
    )
)


def overview(*facts):
    entries = (Entry(str(n), "o", one, MOMENT, MOMENT, "Ada", 1) for n, one in enumerate(facts))
    return MessageOverview(tuple(entries), MOMENT.date(), {"a": Basis(Kind.ACTIVITY, "Äldreomsorg")})


def headings(found):
    return [part.heading for part in found.parts]


def test_a_whole_brief_says_what_to_do_from_when_and_who_to_ask():
    found = brief(EKVIK, overview(WHOLE), "CHEFER", SV)
    assert found.parts[0].lines == ("Larmar inom en timme. Gäller från 1 januari 2027.",)
    assert headings(found) == [
        "Det här gör ni annorlunda",
        "Det här gäller",
        "Det bygger på",
        "Ni kan fråga",
        "Avsändare av beskedet",
        "Den skyddade delen",
    ]


def test_what_is_not_registered_has_no_heading():
    assert headings(brief(EKVIK, overview(MessageFacts("Chefer", text="Hej")), "Chefer", EN)) == ["What applies"]


@pytest.mark.parametrize("facts", [(), (MessageFacts("Chefer", sender="Någon"),)], ids=["unknown", "bare"])
def test_a_group_that_nothing_is_written_to_has_no_parts(facts):
    found = overview(*facts)
    assert brief(EKVIK, found, "Chefer", SV).parts == ()
    assert not any(has_brief(listed) for listed in found.by_group.values())


def test_a_long_text_is_cut_at_a_word_and_says_so():
    assert shortened("ett  två\ntre", 40) == "ett två tre"
    assert shortened("ett två tre", 8) == "ett två…"
    assert len(shortened("å" * 1000, 50)) == 50


def test_what_does_not_fit_is_told_below():
    facts = [replace(WHOLE, change=f"Gör {number}") for number in range(MOST_MESSAGES + 2)]
    found = brief(EKVIK, overview(*facts), "Chefer", SV)
    assert len(found.parts[0].lines) == MOST_MESSAGES
    assert found.foot.startswith("Två budskap till är registrerade för gruppen.")
    assert found.parts[3].lines == ("Samordnaren",)


def test_the_file_is_named_by_the_group_without_what_a_file_name_cannot_hold():
    found = brief(EKVIK, overview(replace(WHOLE, group="Chefer/avd: 1")), "Chefer/avd: 1", SV)
    assert brief_name(found, SV) == "Rustad besked Chefer avd 1.docx"


@pytest.mark.parametrize("spoken", [SV, EN], ids=["sv", "en"])
def test_word_holds_what_the_brief_holds(spoken):
    found = brief(EKVIK, overview(WHOLE), "Chefer", spoken)
    document = Document(BytesIO(brief_docx(found, spoken, at=MOMENT)))
    texts = [one.text for one in document.paragraphs]
    assert texts == [
        found.head,
        found.group,
        *(text for part in found.parts for text in (part.heading, *part.lines)),
        found.foot,
    ]


def test_the_longest_texts_together_keep_to_the_room_of_a_page():
    found = brief(EKVIK, overview(*[FULL] * 9), FULL.group, SV)
    assert sum(len(line) for part in found.parts for line in part.lines) < 2_500
    assert found.foot.startswith("Fem budskap till är registrerade för gruppen. Kortat för att rymmas på en sida.")


def test_what_is_whole_is_not_said_to_be_cut_and_a_third_contact_is():
    assert "Kortat" not in brief(EKVIK, overview(WHOLE), "Chefer", SV).foot
    facts = [replace(WHOLE, contact=name) for name in ("A", "B", "C")]
    assert "Kortat" in brief(EKVIK, overview(*facts), "Chefer", SV).foot
