"""A decision record in words and in Word: every part in order, whatever people have written in it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from docx import Document

from assessment.domain.way import Act, Mark, Way, WayFacts
from assessment.domain.way_gates import FRIDAY
from assessment.reporting.way_docx import way_docx
from assessment.reporting.way_paper import way_paper
from assessment.reporting.way_words import shown, value
from assessment.storage.way_guide_file import read_way_guide
from assessment.texts.language import language
from tests.domain.register_entries import EKVIK, activity, entry
from tests.domain.way_facts import COMPLETE

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SWEDISH = language("sv")
WATER = activity("vatten")


def paper(facts, *, code="sv"):
    return way_paper(EKVIK, WATER, entry("beslut", facts), read_way_guide(), language(code))


def lines(made, code="sv"):
    document = Document(BytesIO(way_docx(made, language(code), at=AT)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [one.text for one in document.paragraphs] + cells


@pytest.mark.parametrize("code", ["sv", "en"])
def test_the_document_holds_all_fifteen_parts_in_order(code):
    made = paper(COMPLETE, code=code)
    told = lines(made, code)
    heads = [line for line in told if line[:1].isdigit() and ". " in line[:4]]
    assert heads == [f"{part.number}. {part.title}" for part in made.parts]
    assert [part.lacks for part in made.parts] == [""] * 15
    for text in (COMPLETE.motive, COMPLETE.exit_plan, COMPLETE.effects[Way.OWN]):
        assert any(text in line for line in told)


def test_what_is_missing_is_said_in_its_part():
    made = paper(replace(COMPLETE, risk="", act=Act.UNKNOWN))
    assert {part.number: part.lacks for part in made.parts if part.lacks} == {
        5: "Saknas: Upphandlingslag",
        9: "Saknas: Risk som kvarstår",
    }
    assert made.finding == "Kompletteras före beslut"
    assert paper(WayFacts("vatten")).parts[0].rows == ()


def test_what_people_marked_stands_with_their_reasons_and_the_rest_is_left_out():
    facts = replace(
        COMPLETE, marks={"egen-snabbt": Mark.HOLDS, "andra-skala": Mark.UNKNOWN}, notes={"egen-snabbt": "Ja"}
    )
    assert [said for _, said in paper(facts).weighed] == ["Stämmer: Ja", "Vet inte"]


@pytest.mark.parametrize(("code", "told"), [("sv", "argument är inte bedömda."), ("en", "arguments are not assessed.")])
def test_how_many_arguments_nobody_has_marked_is_said_in_one_line(code, told):
    assert len([line for line in lines(paper(COMPLETE, code=code), code) if line.endswith(told)]) == 1
    every = {one.id: Mark.HOLDS for one in read_way_guide().arguments}
    assert paper(replace(COMPLETE, marks=every)).unmarked == ""


def test_a_signed_record_says_by_whom_and_why_although_parts_were_missing():
    signed = replace(
        COMPLETE,
        signed_by="Eva\x07 <Berg>",
        signed_role="ordförande",
        signed_on=date(2026, 11, 1),
        signed_despite="Tid",
    )
    told = lines(paper(signed))
    assert "Signerat av Eva <Berg>, ordförande, 1 november 2026" in told
    assert "Tid" in told


def test_the_history_speaks_the_language_of_the_reader():
    assert shown("options", "own, procurement", SWEDISH) == "Egen regi och upphandling"
    assert shown("marks", "egen-snabbt holds", SWEDISH) == "egen-snabbt: Stämmer"
    assert value(COMPLETE, "security_on", SWEDISH) == "1 september 2026"


def test_what_was_said_of_a_way_that_is_no_longer_compared_is_not_shown():
    systems = replace(
        COMPLETE,
        options=frozenset({Way.OWN, Way.SYSTEM_OF_CHOICE}),
        chosen=Way.OWN,
        notes={FRIDAY: "Nästa i tur"},
        marks={"egen-snabbt": Mark.HOLDS},
    )
    assert ("Om den största utföraren slutar", "Nästa i tur") in paper(systems).parts[9].rows
    assert not any("LOU" in text for _, text in paper(systems).parts[4].rows)
    without = paper(replace(systems, options=frozenset({Way.OWN, Way.NO_CHANGE})))
    assert all(text != "Nästa i tur" for part in without.parts for _, text in part.rows)
    assert [said for _, said in without.weighed] == ["Stämmer"]
    assert without.unmarked != paper(systems).unmarked  # nobody was asked about the rest


def test_the_history_says_what_was_asked_and_which_way_is_meant():
    asked = {"egen-snabbt": "Avbrott måste mötas på en gång.", "andra-skala": "Marknaden har skala."}
    assert shown("marks", "egen-snabbt holds", SWEDISH, asked) == "Avbrott måste mötas på en gång. Stämmer"
    assert shown("effects", "own Reserv, och mer, procurement Delad", SWEDISH) == (
        "Egen regi: Reserv, och mer; Upphandling: Delad"
    )
    assert shown("notes", "andra-skala Två, egen-snabbt Ja", SWEDISH, asked) == (
        "Marknaden har skala. Två; Avbrott måste mötas på en gång. Ja"
    )
