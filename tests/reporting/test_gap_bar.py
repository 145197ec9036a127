"""The gap bar shows what is reached, what is missing and what lies beyond the target."""

import re
from dataclasses import replace

import pytest

from assessment.domain.scoring import ItemState
from assessment.reporting.gap_bar import gap_bar
from assessment.services.reports import report
from assessment.texts.language import language
from tests import builders


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    engine = builders.house(tmp_path_factory.mktemp("bar"))
    return report(engine, builders.ADA, builders.start(engine).id).results[0]


@pytest.mark.parametrize(
    ("level", "target", "parts"),
    [
        (0, 3, ["missing", "missing", "missing", ""]),
        (1, 3, ["reached", "missing", "missing", ""]),
        (2, 4, ["reached", "reached", "missing", "missing"]),
        (4, 3, ["reached", "reached", "reached", "reached"]),
        (0, 1, ["missing", "", "", ""]),
    ],
)
def test_four_parts_stand_for_the_levels_one_to_four(result, level, target, parts):
    drawn = gap_bar(replace(result, state=ItemState.RATED, level=level, target=target), language("sv"))
    assert re.findall(r'<i(?: class="(\w+)")?>', drawn) == parts


@pytest.mark.parametrize(("code", "said"), [("sv", "Nivå 0, mål 3"), ("en", "Level 0, target 3")])
def test_the_bar_says_its_numbers_in_words(result, code, said):
    drawn = gap_bar(replace(result, state=ItemState.RATED, level=0, target=3), language(code))
    assert f'role="img" aria-label="{said}"' in drawn
    assert said in re.sub(r"<[^>]+>", "", drawn)
