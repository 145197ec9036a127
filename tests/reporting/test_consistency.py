"""The questions that answers raise, with the shipped checklist: on screen, on paper and in the workbook."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from assessment.domain.checklist import Scope
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN
from assessment.reporting.consistency_words import raised, raised_finding, raised_frame
from assessment.reporting.workbook import assessment_workbook
from assessment.services.reports import report
from assessment.texts.language import language
from tests import builders

SV, EN = language("sv"), language("en")
SHEET = "Frågor att ställa er"


@pytest.fixture
def report_of(engine):
    """What a lone participant's answers come to."""

    def answered(levels):
        begun = builders.start(engine, scope=Scope.FULL)
        builders.answer_all(engine, builders.join(engine, begun, builders.BEN), levels)
        return report(engine, builders.ADA, begun.id)

    return answered


@pytest.mark.parametrize("extreme", [(0,), (4,), (UNKNOWN,), (NOT_APPLICABLE,), {}])
def test_answers_that_are_all_alike_raise_nothing(report_of, extreme):
    found = report_of(extreme)
    assert raised(found) == ()
    assert SHEET not in load_workbook(BytesIO(assessment_workbook(found, SV, version="1"))).sheetnames


def test_a_raised_question_stands_in_the_workbook_with_both_answers(report_of):
    found = report_of({"POL-02": 3, "RUT-01": 0})
    rows = list(load_workbook(BytesIO(assessment_workbook(found, SV, version="1")))[SHEET].values)
    assert rows[0][0] == "Svaren väcker en fråga"
    assert rows[4][0] == raised(found)[0].asked.question.sv
    first, second = rows[4][1].split("\n")
    assert first.startswith("POL-02 Nivå 3: ")
    assert second.startswith("RUT-01 Nivå 0: ")


def test_dont_know_is_told_as_such(report_of):
    frame = raised_frame(report_of({"KUN-08": 4, "POL-02": UNKNOWN}), EN)
    assert "POL-02 Don't know: " in frame["because"][0]


def test_the_finding_counts(report_of):
    found = raised(report_of({"POL-02": 3, "RUT-01": 0, "RES-04": 1}))
    assert raised_finding(len(found), SV) == "Svaren väcker två frågor"
    assert raised_finding(len(found), EN) == "The answers raise two questions"
