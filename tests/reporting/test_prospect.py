"""What is said of ticked actions: true when nothing, everything, or only what does not apply is ticked."""

import re

import pytest

from assessment.domain.prospect import prospect
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN
from assessment.reporting.headings import titled
from assessment.reporting.marks.shift import shift_figure
from assessment.reporting.prospect_frames import lift_frame, shift_frame
from assessment.reporting.prospect_words import prospect_finding, prospect_lede
from assessment.texts.language import language
from tests.domain.test_prospect import planned, report_of

SV, EN = language("sv"), language("en")
ALL_OUT = {"POL_01": NOT_APPLICABLE, "POL_02": NOT_APPLICABLE}


@pytest.mark.parametrize(
    ("answers", "aims", "finding", "lede"),
    [
        ({"POL_01": 1, "POL_02": 3}, [], "I dag når 1 av 2 frågor målet", "Kryssa för åtgärder"),
        (ALL_OUT, [{"POL-01": 3}], "Ingen fråga är tillämplig", "Frågorna står redan"),
        ({"POL_01": 3}, [{"POL-01": 3}], "Den förkryssade åtgärden ändrar inte profilen", "Frågorna står redan"),
        ({"POL_01": 1}, [{"POL-77": 3}] * 2, "De två förkryssade åtgärderna ändrar inte profilen", "Frågorna"),
        ({"POL_01": 0, "POL_02": 3}, [{"POL-01": 2}], "Med en åtgärd når fortfarande 1 av 2", "En fråga lyfts"),
        ({"POL_01": 0, "POL_02": 0}, [{"POL-01": 3}, {"POL-02": 4}], "Med två åtgärder når 2 av 2 frågor målet, i dag 0", "Två"),
        ({"POL_01": None, "POL_02": UNKNOWN}, [{"POL-01": 3, "POL-02": 1}], "Med en åtgärd når 1 av 2", "Två frågor"),
    ],
)  # fmt: skip
def test_the_finding_holds_at_the_extremes(answers, aims, finding, lede):
    found = prospect(report_of(**answers), [planned(one) for one in aims])
    assert prospect_finding(found, SV).startswith(finding)
    assert prospect_lede(found, SV).startswith(lede)
    assert "{" not in prospect_finding(found, EN) + prospect_lede(found, EN)


def test_what_is_guessed_is_said_and_that_it_can_lower_a_figure():
    falling = prospect(report_of(POL_01=4, POL_02=UNKNOWN), [planned({"POL-02": 2})])
    assert "En av dem har ingen nivå i dag" in prospect_lede(falling, SV)
    assert "Det kan sänka ett index" in prospect_lede(falling, SV)
    rising = prospect(report_of(POL_01=1, POL_02=UNKNOWN), [planned({"POL-02": 2})])
    assert "sänka" not in prospect_lede(rising, SV)


def test_the_figure_the_table_and_the_words_say_the_same():
    report = report_of(POL_01=0, POL_02=2, TID_01=1, TID_02=None)
    found = prospect(report, [planned({"POL-01": 3})])
    figure = shift_figure(report, found, report.dimensions, SV)
    labels = re.findall(r'role="img" aria-label="([^"]+)"', figure)
    assert labels == [
        "Index i dag 25, väntat 62 av 100. Lägsta nivå i dag 0, väntad 2. Mål 75.",
        "Index 25 av 100, mellan 12 och 62. Lägsta nivå 1, kan vara lägre. Mål 75.",
    ]
    table = titled(shift_frame(report, found.dimensions, SV), SV)
    assert table.iloc[0].tolist()[1:] == ["0", "1", "25", "62", "0", "2", "75"]
    assert table.iloc[1].tolist()[1:] == ["0", "0", "25", "25", "1", "1", "75"]
    assert "ru-was" in figure and "ru-floor was" in figure


def test_a_figure_in_which_nothing_moves_shows_nothing_of_yesterday():
    report = report_of(POL_01=1, TID_01=NOT_APPLICABLE)
    figure = shift_figure(report, prospect(report, []), report.dimensions, SV)
    assert "ru-was" not in figure and "i dag" not in figure
    assert "ingen fråga är tillämplig" in figure


def test_the_table_of_lifted_questions_tells_what_has_no_level_today():
    report = report_of(POL_01=1, POL_02=UNKNOWN)
    both = titled(lift_frame(report, prospect(report, [planned({"POL-01": 2, "POL-02": 3})]), SV), SV)
    assert both[["Nivå i dag", "Nivå, väntad", "Läge i dag"]].to_numpy().tolist() == [
        ["1", "2", ""],
        ["–", "3", "Vet inte"],
    ]
    one = lift_frame(report, prospect(report, [planned({"POL-01": 2})]), SV)
    assert "state" not in one.columns
