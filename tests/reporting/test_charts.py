"""The charts show the frames' numbers, and nothing where nothing is known."""

import pytest

from assessment.domain.response import NOT_APPLICABLE, UNKNOWN
from assessment.reporting import charts
from assessment.reporting.frames import dimension_frame, titled
from assessment.reporting.missing_levels import missing_frame, missing_table
from assessment.services import assessments, reports
from assessment.texts.language import language
from tests import builders

SV, EN = language("sv"), language("en")


@pytest.fixture
def report_of(engine, quick_assessment, ben):
    def report(answers):
        builders.answer_all(engine, ben, answers)
        return reports.report(engine, builders.ADA, quick_assessment.id)

    return report


def radar_of(report, spoken=SV):
    figure = charts.radar(dimension_frame(report, spoken), spoken, scheme="light")
    return {trace.name: trace for trace in figure.data}


def test_the_radar_shows_index_target_and_lowest_level_of_the_frame(report_of):
    report = report_of((0, 1, 2, 3, 4))
    frame = dimension_frame(report, SV)
    shown = radar_of(report)
    assert list(shown["Index"].r) == [*frame["index"], frame["index"].iloc[0]]
    assert set(shown["Mål"].r) == {75}
    assert list(shown["Lägsta nivå"].r) == [25 * level for level in frame["floor"]]
    assert shown["Mål"].line.dash == "dot"


def test_the_radar_leaves_a_hole_where_nothing_has_a_level(report_of):
    report = report_of({"POL-01": 3, "TID-01": UNKNOWN})
    shown = radar_of(report)["Index"]
    assert list(shown.r) == [75, None, None, None, None, None, 75]
    assert shown.connectgaps is False


def test_the_radar_stands_everything_not_applicable(report_of):
    assert set(radar_of(report_of((NOT_APPLICABLE,)))["Index"].r) == {None}


def test_the_bars_are_the_levels_missing_to_the_targets(report_of):
    report = report_of((0, 1, 2, 3, 4))
    figure = charts.gap_chart(missing_frame(report, SV), SV, scheme="dark")
    assert [len(bars.x) for bars in figure.data] == [6] * 4
    assert sum(sum(bars.x) for bars in figure.data) == sum(gap.size for gap in report.gaps)


def test_the_hover_names_each_question_below_its_target_once(report_of):
    report = report_of((0, 1, 2, 3, 4))
    figure = charts.gap_chart(missing_frame(report, EN), EN, scheme="light")
    hover = "".join(text for bars in figure.data for text in bars.hovertext)
    assert all(hover.count(gap.result.item.id) == 1 for gap in report.gaps)
    assert sum(hover.count(result.item.id) for result in report.results) == len(report.gaps)


def test_the_table_behind_the_bars_has_the_same_numbers(report_of):
    report = report_of((0, 1, 2, 3, 4))
    cells = titled(missing_table(report, SV), SV).iloc[:, 1:]
    assert sum(int(cell) for cell in cells.to_numpy().flat) == sum(gap.size for gap in report.gaps)


def test_a_lower_target_shortens_the_bars(engine, quick_assessment, report_of):
    before = missing_frame(report_of((0,)), SV).groupby("dimension_id")["gap"].sum()
    assessments.set_target(engine, builders.ADA, quick_assessment.id, part="TID", level=1)
    after = missing_frame(reports.report(engine, builders.ADA, quick_assessment.id), SV)
    after = after.groupby("dimension_id")["gap"].sum()
    assert (before["TID"], after["TID"]) == (12, 4)
    assert before["POL"] == after["POL"] == 12


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_picture_taken_along_has_paper_under_its_ink(report_of, scheme):
    for figure in (
        charts.radar(dimension_frame(report_of((1,)), SV), SV, scheme=scheme),
        charts.gap_chart(missing_frame(report_of((1,)), SV), SV, scheme=scheme),
    ):
        assert figure.layout.paper_bgcolor == charts.SCHEMES[scheme]["paper"]
        assert figure.layout.font.color == charts.SCHEMES[scheme]["ink"]
