"""The marks carry the numbers of the report, and nothing that anybody wrote gets out as HTML."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from assessment.domain.checklist import Wording
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN
from assessment.reporting import marks
from assessment.reporting.divided import by_worth
from assessment.reporting.frames import dimension_frame
from assessment.services import reports
from assessment.texts.language import language
from tests import builders

SV = language("sv")


@pytest.fixture
def report(engine, quick_assessment, ben):
    builders.answer_all(
        engine, ben, {"POL-01": 4, "POL-02": 0, "POL-07": UNKNOWN, "TID-01": NOT_APPLICABLE, "RES-01": 3}
    )
    return reports.report(engine, builders.ADA, quick_assessment.id)


def squares(html):
    """Class and sign of each square, in order."""
    return re.findall(r'class="ru-square ([a-z0-9-]+)[^"]*"[^>]*>([^<]*)<', html)


def test_the_four_kinds_of_no_level_and_level_0_look_different(report):
    html = marks.split(report.dimensions["POL"], SV, columns="1fr 1fr")
    assert squares(html) == [("ru-level-4", "4"), ("ru-level-0", "0"), ("ru-unknown", "?"), ("ru-open", "")]
    html = marks.split(report.dimensions["TID"], SV, columns="1fr 1fr")
    assert squares(html) == [("ru-open", "")] * 3 + [("ru-na", "–")]


def test_the_label_of_a_split_says_its_numbers(report):
    html = marks.split(report.dimensions["POL"], SV, columns="1fr 1fr")
    assert 'aria-label="1 av 4 når målet, 2 öppna"' in html


def test_a_track_says_index_interval_floor_and_target(report):
    html = marks.profile_track(report.dimensions["POL"], SV)
    assert 'aria-label="Index 50 av 100, mellan 25 och 75. Lägsta nivå 0. Mål 75."' in html
    assert 'class="ru-band" style="left:25.0%;width:50.0%"' in html
    assert 'class="ru-point" style="left:50.0%"' in html


def test_a_floor_that_may_be_lower_is_hollow(report):
    html = marks.profile_track(report.dimensions["RES"], SV)
    assert 'class="ru-floor open" style="left:75.0%"' in html
    assert "Lägsta nivå 3, kan vara lägre." in html


def test_a_track_without_answers_has_neither_point_nor_floor(report):
    html = marks.profile_track(report.dimensions["SAM"], SV)
    assert "ru-point" not in html
    assert "ru-floor" not in html
    assert "Inget index än, mellan 0 och 100." in html


def test_the_figure_beside_the_track_is_the_frame_s(report):
    shown = re.sub("<[^>]+>", "", marks.profile_figure(report.dimensions["POL"], SV))
    row = dimension_frame(report, SV).loc["POL"]
    assert shown == f"{row['index']:.0f} av 100 ({row['low']:.0f}–{row['high']:.0f})"


def test_the_map_holds_each_asked_item_once(report):
    assert len(squares(marks.map_table(report, SV))) == len(report.results) == 24


def test_key_figures_never_turn_nothing_into_zero(engine):
    empty = reports.report(engine, builders.ADA, builders.start(engine).id)
    shown = re.findall(r"<b>([^<]*)</b>", marks.key_figures(empty, SV))
    assert shown == ["0 av 24", "–", "–", "24"]


def test_whatever_the_checklist_says_stays_text(report):
    hostile = Wording(sv='"><script>alert(1)</script>', en="x")
    item = replace(report.results[0].item, question=hostile)
    html = marks.square(replace(report.results[0], item=item), SV)
    seen = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag, attrs):
            seen.append((tag, dict(attrs).get("title")))

    Tags().feed(html)
    assert seen == [("span", hostile.sv)]


def test_roles_with_few_answers_are_not_drawn(engine, answered_assessment):
    report = reports.report(engine, builders.ADA, answered_assessment.id)
    assert by_worth(report) == []  # two raters: no word of agreement, no dots
    assert marks.disagreement_table(report, [], SV) == ""
