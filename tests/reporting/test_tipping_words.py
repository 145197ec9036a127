"""What is said of answers that decide a lowest level: only what holds, and nothing where too little is answered."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from assessment.domain.response import NOT_APPLICABLE, UNKNOWN
from assessment.reporting.headings import titled
from assessment.reporting.marks.tipping import tipping_list
from assessment.reporting.tipping_words import down_lines, tipping, tipping_finding, tipping_frame, up_words
from assessment.reporting.workbook import assessment_workbook
from assessment.services.reports import report as stored_report
from assessment.texts.language import language
from tests import builders
from tests.domain.test_prospect import report_of

SV = language("sv")


@pytest.mark.parametrize(
    ("answers", "finding"),
    [
        ({"POL_01": 1, "POL_02": 2, "TID_01": 0, "TID_02": 3}, "två områden hålls nere av ett enda svar var"),
        ({"POL_01": 1, "POL_02": 2, "TID_01": 0, "TID_02": 0}, "Ett område hålls nere av ett enda svar"),
        ({"POL_01": 1, "POL_02": 1}, "Inget enskilt svar håller nere ett område"),
        ({"POL_01": 0, "POL_02": 0}, "Inget enskilt svar ändrar ett områdes lägsta nivå"),
        ({"POL_01": NOT_APPLICABLE}, "Inget enskilt svar ändrar ett områdes lägsta nivå"),
        ({"POL_01": 1, "POL_02": None, "TID_01": UNKNOWN}, "Inget enskilt svar ändrar ett områdes lägsta nivå"),
    ],
)
def test_the_finding_holds_at_the_extremes(answers, finding):
    assert tipping_finding(tipping(report_of(**answers)), SV) == finding


def test_each_answer_is_told_with_what_it_does_and_what_may_still_lower_it():
    report = report_of(POL_01=1, POL_02=2, TID_01=2, TID_02=2, TID_03=UNKNOWN)
    found = tipping(report)
    assert [up_words(one, report, SV) for one in found if one.up] == [
        "Ett steg högre: lägsta nivån i ord stiger från 1 till 2."
    ]
    assert down_lines(found, report, SV) == [
        "ord: ett enda svar, ett steg lägre, sänker lägsta nivån från 1 till 0.",
        "ord: vilket som helst av två svar, ett steg lägre, sänker lägsta nivån från 2 till 1.",
    ]
    half_open = report_of(POL_01=1, POL_02=UNKNOWN)
    assert up_words(tipping(half_open)[0], half_open, SV).endswith("Öppna frågor kan ännu visa sig ligga lägre.")


def test_the_table_has_a_row_for_each_answer_and_direction():
    table = titled(tipping_frame(report_of(POL_01=1, POL_02=2), SV), SV)
    assert table[
        ["Nr", "Nivå", "Ett steg bort", "Lägsta nivå i området", "Lägsta nivå efter steget"]
    ].to_numpy().tolist() == [
        ["POL-01", "1", "2", "1", "2"],
        ["POL-01", "1", "0", "1", "0"],
    ]


def test_the_workbook_has_the_same_rows_and_the_marks_name_every_answer(engine, answered_assessment):
    report = stored_report(engine, builders.ADA, answered_assessment.id)
    found = tipping(report)
    sheet = load_workbook(BytesIO(assessment_workbook(report, SV, version="1")))["Svar som avgör"]
    assert sheet.max_row - 4 == len(found) > 0
    shown = tipping_list(found, report, SV)
    assert shown.count("Ett steg högre:") == sum(one.up for one in found)
