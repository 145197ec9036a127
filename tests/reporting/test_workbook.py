"""What is in the workbook is what is in the database, also after another program has saved it."""

from datetime import timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from assessment.reporting.workbook import assessment_workbook, workbook_name
from assessment.services.assessments import rename
from assessment.services.reports import report
from assessment.texts.language import language
from tests import builders
from tests.reporting.reports import table, through_libreoffice, written_down

SV, EN = language("sv"), language("en")
STOCKHOLM = ZoneInfo("Europe/Stockholm")
SECOND = timedelta(seconds=1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("workbook")


@pytest.fixture(scope="module")
def full(folder):
    return written_down(builders.house(folder))


@pytest.fixture(scope="module")
def content(full):
    return assessment_workbook(full, SV, version="1.2.3")


@pytest.fixture(scope="module")
def resaved(content, folder):
    return through_libreoffice(content, folder / "office")


@pytest.fixture(params=["content", pytest.param("resaved", marks=pytest.mark.slow)])
def book(request):
    """The file as we wrote it, and as LibreOffice saved it."""
    return request.getfixturevalue(request.param)


def test_every_answer_and_text_comes_back_unchanged(full, book):
    rows = table(book, "Svar")

    expected, found = [], []
    for participant in full.participants:
        given = {response.item_id: response for response in full.responses.get(participant.id, ())}
        for result in full.results:
            response = given.get(result.item.id)
            answer = response and response.answer
            level = None if answer is None else answer.level
            shown = {None: "Obesvarad", "unknown": "Vet inte", "not_applicable": "Ej tillämpligt"}
            expected.append(
                (
                    participant.name,
                    result.item.id,
                    level if level is not None else shown[answer and answer.code],
                    *((response.reason, response.comment, response.evidence) if response else ("", "", "")),
                )
            )
    for row in rows:
        texts = (row[key].value or "" for key in ("reason", "comment", "evidence"))
        found.append((row["participant"].value, row["item_id"].value, row["answer"].value, *texts))
    assert found == expected


def test_no_cell_is_a_formula(book):
    workbook = load_workbook(BytesIO(book))

    assert [
        cell.coordinate for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    ] == []


def test_times_are_those_of_stockholm(full, content):
    [ben, _] = full.participants
    stored = {one.item_id: one.answered_at for one in full.responses[ben.id]}

    for row in table(content, "Svar"):
        if row["participant"].value == "Ben":
            local = stored[row["item_id"].value].astimezone(STOCKHOLM).replace(tzinfo=None)
            assert abs(row["answered_at"].value - local) < SECOND


def test_gaps_stand_in_order_with_numbers_as_numbers(full, book):
    rows = table(book, "Gap")

    assert [
        (r["rank"].value, r["item_id"].value, r["level"].value, r["target"].value, r["gap"].value) for r in rows
    ] == [(gap.rank, gap.result.item.id, gap.result.level, gap.result.target, gap.size) for gap in full.gaps]


def test_find_out_lists_the_open_items(full, book):
    assert [row["item_id"].value for row in table(book, "Att ta reda på")] == [r.item.id for r in full.to_find_out]


def test_the_summary_has_the_index_of_each_dimension_and_a_chart(full, content):
    sheet = load_workbook(BytesIO(content))["Sammanfattning"]

    found = {sheet.cell(row, 1).value: sheet.cell(row, 2).value for row in range(8, 8 + len(full.dimensions))}
    names = {term.id: term.name.sv for term in full.checklist.dimensions}
    assert found == {names[id_]: score.index.point for id_, score in full.dimensions.items()}
    assert len(sheet._charts) == 1
    assert sheet["A2"].value.startswith("Ekviks kommun · Hela kommunen · ")


def test_an_unanswered_assessment_has_empty_cells_rather_than_zeros(tmp_path):
    engine = builders.house(tmp_path)
    empty = report(engine, builders.ADA, builders.start(engine).id)

    workbook = load_workbook(BytesIO(assessment_workbook(empty, SV, version="1")))

    assert [workbook["Sammanfattning"].cell(row, 2).value for row in range(8, 14)] == [None] * 6
    assert workbook["Sammanfattning"]["A1"].value == "Ingen fråga har fått någon nivå än"
    assert workbook["Gap"]["A5"].value == "Här finns inget att visa."


def test_the_gap_sheet_is_a_table_to_plan_in(content):
    sheet = load_workbook(BytesIO(content))["Gap"]

    [listed] = sheet.tables.values()
    assert listed.ref.startswith("A4:V")
    assert sorted(rule.type for rule in sheet.data_validations.dataValidation) == ["date", "list", "list"]
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.page_setup.orientation) == ("C5", "$4:$4", "landscape")
    assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (9, 1, 0)
    assert sheet["K5"].number_format == "yyyy-mm-dd"


def test_level_cells_have_the_level_colours(content):
    colours = {
        row["answer"].value: row["answer"].fill.fgColor.rgb[2:]
        for row in table(content, "Svar")
        if isinstance(row["answer"].value, int)
    }

    assert colours == {0: "EE9430", 1: "F4E6C8", 2: "A3CAE6", 3: "3576AE", 4: "123A6E"}


def test_the_hidden_sheet_says_what_the_file_is(full, content):
    workbook = load_workbook(BytesIO(content))
    sheet = workbook["_rustad"]
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    facts = {row[0]: row[1] for row in rows if len(row) == 2}

    assert sheet.sheet_state == "veryHidden"
    assert (facts["kind"], facts["assessment_id"], facts["language"]) == ("gap_list", full.assessment.id, "sv")
    assert (facts["checklist_key"], facts["checklist_version"]) == (full.checklist.key, full.checklist.version)
    columns = {row[1]: row[2:] for row in rows if row[0] == "columns"}
    assert list(columns) == [name for name in workbook.sheetnames if name != "_rustad"]
    for title in ("Gap", "Svar", "Att ta reda på"):
        assert columns[title] == [cell.value for cell in workbook[title][3]]


def test_about_says_what_the_result_is_not(content):
    sheet = load_workbook(BytesIO(content))["Om"]
    facts = {row[0]: row[1] for row in sheet.iter_rows(min_row=4, max_col=2, values_only=True)}

    assert facts["Läs det här först"] == "Det här är en självskattning. Den säger inte om ni följer lagen."
    assert facts["Innan ni lämnar ut den"] == "Sekretessprövas före utlämnande."
    assert facts["Skapad med"] == "Rustad 1.2.3"


def test_the_workbook_is_english_when_the_language_is(full):
    workbook = load_workbook(BytesIO(assessment_workbook(full, EN, version="1")))

    sheets = [
        "Summary",
        "Gaps",
        "Plan",
        "Answers",
        "Find out",
        "Answers that decide",
        "Questions raised",
        "About",
        "_rustad",
    ]
    assert workbook.sheetnames == sheets


def test_the_file_name_keeps_swedish_letters_and_drops_what_windows_forbids(tmp_path):
    engine = builders.house(tmp_path)
    begun = builders.start(engine)
    rename(engine, builders.ADA, begun.id, name='Vård: "Åsen" <A/B>?', organisation="")
    found = report(engine, builders.ADA, begun.id)

    day = found.at.astimezone(STOCKHOLM).date().isoformat()
    assert workbook_name(found, SV) == f"Rustad Vård Åsen A B {day}.xlsx"
