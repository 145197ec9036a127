"""The Word document: real styles, told to screen readers, editable, and unharmed by whatever people have written."""

import subprocess
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from assessment.domain.viewer import ADMINISTRATOR
from assessment.reporting.decision_docx import decision_docx
from assessment.reporting.decision_name import decision_name
from assessment.reporting.decision_paper import decision_paper
from assessment.services import demo
from assessment.services.reports import report as read_report
from assessment.texts.language import STOCKHOLM, language
from tests import builders
from tests.reporting import office
from tests.reporting.extremes import EXTREMES, answered, planned
from tests.reporting.reports import HOSTILE

SV, EN = language("sv"), language("en")


@pytest.fixture
def untouched(engine, quick_assessment):
    """The report of a quick check that nobody has answered."""
    return read_report(engine, builders.ADA, quick_assessment.id)


@pytest.fixture
def decided(untouched):
    """Answers with gaps, and a plan in which something is ready, late, without an owner and done."""
    return EXTREMES["one of each"](untouched)


def opened(report, spoken=SV):
    return Document(BytesIO(decision_docx(report, spoken)))


def texts(document):
    """Every paragraph, those in tables too, in order."""
    return ["".join(part.text or "" for part in one.iter(qn("w:t"))) for one in document.element.body.iter(qn("w:p"))]


@pytest.mark.parametrize("spoken", [SV, EN], ids=["sv", "en"])
def test_it_says_what_the_printed_page_says(decided, spoken):
    paper, said = decision_paper(decided, spoken), texts(opened(decided, spoken))
    assert " ".join(paper.situation) in said
    lines = [line for group in (*paper.asked, *paper.plan) for line in group.lines]
    headings = [group.heading for group in (*paper.asked, *paper.plan)]
    figures = [text for row in paper.profile for text in (row.name, row.figure)]
    for text in (*paper.points, *paper.method, *figures, *headings, *(line.what for line in lines)):
        assert text in said


def test_headings_are_headings_and_the_title_is_one(decided):
    styles = [(one.style.name, one.text) for one in opened(decided).paragraphs]
    assert [text for name, text in styles if name == "Title"] == ["Beredskap i inköp till samhällsviktig verksamhet"]
    assert [text for name, text in styles if name == "Heading 1"] == [
        "Läget",
        "Förslag till beslut",
        "Plan",
        "Öppna frågor",
        "Så är bedömningen gjord",
    ]
    assert ("Heading 2", "Inget område når målet") in styles
    assert sum(name == "List Number" for name, _ in styles) == len(decision_paper(decided, SV).points)


def test_tables_repeat_their_head_keep_rows_whole_and_say_what_they_show(decided):
    tables = opened(decided).tables
    assert len(tables) == 4
    for table in tables:
        first, *others = table._tbl.tr_lst
        assert first.find(f".//{qn('w:tblHeader')}") is not None
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in (first, *others))
        assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))


def test_every_picture_is_told_in_words(decided):
    told = [one.get("descr") for one in opened(decided).element.iter(qn("wp:docPr"))]
    assert "Tid. Index 50 av 100, mellan 50 och 50. Lägsta nivå 1. Mål 75." in told
    assert all(told)


@pytest.mark.parametrize(("spoken", "locale"), [(SV, "sv-SE"), (EN, "en-GB")], ids=["sv", "en"])
def test_the_document_has_its_language_and_names_nobody(decided, spoken, locale):
    content = decision_docx(decided, spoken)
    document = Document(BytesIO(content))
    core = document.core_properties
    assert (core.language, core.author, core.last_modified_by, core.comments) == (locale, "", "", "")
    assert core.title == f"{spoken.text('Basis for decision')} Ekviks kommun Hela kommunen"
    assert core.modified.date() == decided.at.date()
    assert {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))} == {locale}
    assert not [name for name in ZipFile(BytesIO(content)).namelist() if "thumbnail" in name]


def test_it_is_a4_with_page_numbers(decided):
    section = opened(decided).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    fields = [one.get(qn("w:instr")).strip() for one in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_what_the_meeting_fills_in_is_tinted_and_empty(decided):
    asked = opened(decided).tables[2]
    tinted = [cell for row in asked.rows for cell in row.cells if cell._tc.find(f".//{qn('w:shd')}") is not None]
    lines = [line for group in decision_paper(decided, SV).asked for line in group.lines]
    assert len(tinted) == sum((not line.owner) + (not line.due) for line in lines) > 0
    assert {cell.text for cell in tinted} == {"", "Var 2026-09-30"}


TEXTS = [*HOSTILE, "\x00\x07\x1b[31m rött", "å" * 200, "\ud800 ensam", "\u202ebakvänt", "𝄞 ‍👩‍🚒"]


def begin(text):
    """What a document can hold of it, as far as one line may reach."""
    return "".join(char for char in text if char >= " " and not 0xD800 <= ord(char) < 0xE000)[:100]


def test_text_from_people_does_no_harm(untouched):
    report = planned(answered(untouched, 1), first=1, due=None)
    action = report.actions[0]
    plain = [replace(action.plan, title=text, owner=text) for text in TEXTS]
    noted = [replace(action.plan, note=text) for text in TEXTS]
    actions = tuple(replace(action, id=f"a{place}", plan=plan) for place, plan in enumerate([*plain, *noted]))

    said = ["".join(one.split("\n")) for one in texts(opened(replace(report, actions=actions)))]

    for text in TEXTS:
        assert sum(begin(text) in one for one in said) >= 2, text  # lines of a note may be paragraphs of their own


@pytest.mark.parametrize("text", [HOSTILE[0], HOSTILE[4], "<b>&amp;</b>", "\x00\x07\x1b[31m rött", "\ud800 ensam"])
def test_a_name_that_people_gave_does_no_harm(untouched, text):
    assessment = replace(untouched.assessment, name=text, organisation=text)
    assert any(begin(text) in one for one in texts(opened(replace(untouched, assessment=assessment))))


@pytest.mark.parametrize("name", ["nothing answered", "all not applicable", "only don't know", "one dimension"])
def test_it_can_be_made_where_there_is_little_to_say(untouched, name):
    assert texts(opened(EXTREMES[name](untouched), EN))


def test_the_file_is_named_for_the_assessment_and_the_day(untouched):
    day = untouched.at.astimezone(STOCKHOLM).date().isoformat()
    named = replace(untouched.assessment, name="Vård: åäö/ÅÄÖ?")
    assert decision_name(replace(untouched, assessment=named), SV) == f"Beslutsunderlag Vård åäö ÅÄÖ {day}.docx"


@pytest.mark.slow
def test_a_word_processor_opens_it_and_the_example_is_three_pages_at_most(engine, tmp_path):
    *_, newest = demo.load(engine, ADMINISTRATOR)
    report = read_report(engine, builders.ADA, newest.id)
    (tmp_path / "underlag.docx").write_bytes(decision_docx(report, SV))

    office.run("--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "underlag.docx")
    read = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "underlag.pdf", "-"], check=True, capture_output=True, text=True
    )

    pages = read.stdout.split("\f")[:-1]
    assert len(pages) <= 3
    assert f"Sida 1 av {len(pages)}" in pages[0]
    words = " ".join(read.stdout.split())
    for sentence in decision_paper(report, SV).situation:
        assert sentence in words
