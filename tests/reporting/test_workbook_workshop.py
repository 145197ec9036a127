"""The sheet about the workshops says what the record says, also after another program has saved it."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from assessment.domain.response import ANSWER_CODES, NOT_APPLICABLE, UNKNOWN
from assessment.domain.workshop_parts import Names
from assessment.reporting.workbook import assessment_workbook
from assessment.services.four_steps import whole
from assessment.texts.language import STOCKHOLM, language
from tests import builders
from tests.reporting.reports import HOSTILE, table, through_libreoffice
from tests.workshop_builders import Facilitator, attend, prepare, vote

SV, EN = language("sv"), language("en")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("workshop")


@pytest.fixture(scope="module")
def held(folder):
    """A report and its two records. In the first workshop everything that people write is hostile."""
    engine = builders.house(folder)
    assessment = builders.start(engine)
    first = prepare(engine, assessment, names=Names.OPEN, facilitator="=cmd|'/c calc'!A1")
    ada = Facilitator(engine, first)
    tokens = [attend(engine, first, role="inkop", name=f"=Gun{number}") for number in range(4)]
    for item, note in zip(builders.asked(engine, assessment), HOSTILE, strict=False):
        for levels in ((0, 1, 4, UNKNOWN), (2, 2, 3, NOT_APPLICABLE)):
            round_id = ada.open_vote(item.id)
            for token, level in zip(tokens, levels, strict=True):
                vote(engine, token, round_id, level)
            ada.reveal()
        ada.settle(item.id, 2, note=note)
    ada.skip("KUN-08", note=HOSTILE[0])
    second = Facilitator(engine, prepare(engine, assessment))
    second.count_hands("POL-01", (0, 3, 0, 0, 0, 1, 2))
    found = whole(engine, builders.ADA, assessment.id)
    return found.report, found.records


@pytest.fixture(scope="module")
def content(held):
    report, records = held
    return assessment_workbook(report, SV, version="1", records=records)


@pytest.fixture(scope="module")
def resaved(content, folder):
    return through_libreoffice(content, folder / "office")


@pytest.fixture(params=["content", pytest.param("resaved", marks=pytest.mark.slow)])
def book(request):
    """The file as we wrote it, and as LibreOffice saved it."""
    return request.getfixturevalue(request.param)


def counts(row, place):
    return tuple(row[f"votes:{place}:{code}"].value for code in ANSWER_CODES)


def test_every_item_of_the_record_comes_back_with_its_rounds_level_and_reason(held, book):
    _, [record, _] = held
    rows = table(book, "Workshop")[: len(record.items)]
    assert [(row["item_id"].value, row["agreed_level"].value, row["dissent"].value) for row in rows] == [
        (one.item.id, one.settled and one.settled.level, one.dissent) for one in record.items
    ]
    notes = [(one.settled or one.skipped).note for one in record.items]
    assert [row["settled_note"].value for row in rows] == notes
    for row, one in zip(rows, record.items, strict=True):
        for place, vote_ in enumerate(one.rounds, start=1):
            assert counts(row, place) == vote_.tally.counts
    assert {row["settled_by"].value for row in rows if row["agreed_level"].value is not None} == {"=cmd|'/c calc'!A1"}


def test_every_asked_question_has_a_row_for_each_workshop(held, book):
    report, _ = held
    rows = table(book, "Workshop")
    assert len(rows) == 2 * len(report.results)
    outcomes = {row["outcome"].value for row in rows}
    assert outcomes == {"Enades", "Uppskjuten", "Ingen samlad bedömning", "Inte uppe"}
    hands = rows[len(report.results)]
    assert (hands["vote:1:kind"].value, counts(hands, 1)) == ("Handuppräckning", (0, 3, 0, 0, 0, 1, 2))
    assert counts(hands, 2) == (None,) * 7  # no second round is no votes rather than none for each


def test_no_cell_is_a_formula_and_nobody_is_named(book):
    workbook = load_workbook(BytesIO(book))
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert [cell.coordinate for cell in cells if "Gun" in str(cell.value)] == []


def test_the_time_of_an_agreement_is_stockholms(held, content):
    _, [record, _] = held
    shown = table(content, "Workshop")[0]["settled_at"].value
    local = record.items[0].settled.at.astimezone(STOCKHOLM).replace(tzinfo=None)
    assert abs((shown - local).total_seconds()) < 1


def test_agreed_levels_have_the_level_colours_and_the_sheet_is_a_table(content):
    sheet = load_workbook(BytesIO(content))["Workshop"]
    assert table(content, "Workshop")[0]["agreed_level"].fill.fgColor.rgb[2:] == "A3CAE6"
    [listed] = sheet.tables.values()
    assert listed.ref.startswith("A4:")
    titles = [cell.value for cell in sheet[4]]
    assert len(set(titles)) == len(titles)
    assert titles[9:12] == ["Röst 1: hur", "Röst 1: 0", "Röst 1: 1"]
    assert sheet["A1"].value == "Gruppen har inte enats om någon nivå"  # the latest workshop


def test_the_hidden_sheet_knows_the_columns(content):
    workbook = load_workbook(BytesIO(content))
    rows = [[cell for cell in row if cell is not None] for row in workbook["_rustad"].iter_rows(values_only=True)]
    columns = {row[1]: row[2:] for row in rows if row[0] == "columns"}
    assert columns["Workshop"] == [cell.value for cell in workbook["Workshop"][3]]
    assert list(columns) == [name for name in workbook.sheetnames if name != "_rustad"]


def test_those_who_only_voted_have_no_rows_among_the_answers(held, content):
    report, _ = held
    assert len(report.participants) == 4
    assert load_workbook(BytesIO(content))["Svar"]["A5"].value == "Här finns inget att visa."


def test_without_a_workshop_there_is_no_sheet_and_in_english_it_is_english(held):
    report, records = held
    assert "Workshop" not in load_workbook(BytesIO(assessment_workbook(report, SV, version="1"))).sheetnames
    english = table(assessment_workbook(report, EN, version="1", records=records), "Workshop")
    assert english[0]["outcome"].value == "Agreed"
