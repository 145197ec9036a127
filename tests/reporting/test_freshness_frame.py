"""The dates of levels and evidence on file and paper are those of the screen."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from assessment.reporting.freshness_frame import freshness_frame
from assessment.reporting.freshness_words import aged_in
from assessment.reporting.workbook import assessment_workbook
from assessment.services.reports import report
from assessment.texts.language import STOCKHOLM, language
from tests import builders
from tests.aging import YEAR, let_time_pass
from tests.reporting.reports import table

SV = language("sv")


@pytest.fixture
def aged(engine, quick_assessment, ben):
    """Ben answered 0 on everything; POL-01 and TID-01 have aged, KUN-08 will within two months."""
    builders.answer_all(engine, ben, (0,))
    let_time_pass(engine, quick_assessment, items=["POL-01", "TID-01"])
    let_time_pass(engine, quick_assessment, YEAR * 11 / 12, items=["KUN-08"])
    return report(engine, builders.ADA, quick_assessment.id)


def test_the_table_holds_what_has_aged_and_what_soon_will(aged):
    frame = freshness_frame(aged, SV)

    assert list(frame["item_id"]) == ["TID-01", "POL-01", "KUN-08"]
    assert list(frame["freshness"]) == ["Pröva igen", "Pröva igen", "Åldras snart"]
    assert [age.item.id for age in aged_in(aged)] == ["TID-01", "POL-01"]


def test_the_workbook_has_a_sheet_of_them_and_the_day_of_each_gap(aged):
    content = assessment_workbook(aged, SV, version="1")
    day = datetime.combine((datetime.now(UTC) - 2 * YEAR).astimezone(STOCKHOLM).date(), datetime.min.time())

    sheet = load_workbook(BytesIO(content))["Åldrade svar"]
    rows = table(content, "Åldrade svar")
    assert sheet["A1"].value == "Två frågor bör prövas igen"
    assert [[row[key].value for key in ("item_id", "level", "level_day", "evidence_day")] for row in rows[:2]] == [
        ["TID-01", 0, day, None],
        ["POL-01", 0, day, None],
    ]
    assert {row["item_id"].value: row["level_day"].value for row in table(content, "Gap")}["POL-01"] == day


def test_there_is_no_such_sheet_while_everything_is_fresh(engine, answered_assessment):
    content = assessment_workbook(report(engine, builders.ADA, answered_assessment.id), SV, version="1")

    assert "Åldrade svar" not in load_workbook(BytesIO(content)).sheetnames
