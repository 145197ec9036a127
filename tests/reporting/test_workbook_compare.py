"""Comparisons as workbooks: the figures of the screen, no name where names are hidden, and never read back in."""

from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from assessment.domain.action import ActionStatus, Plan
from assessment.domain.hidden_names import digest, letters
from assessment.reporting import compare_words, unit_frames
from assessment.reporting.form_errors import FileIsComparison
from assessment.reporting.form_file import open_form
from assessment.reporting.plan_file import open_plan
from assessment.reporting.workbook_compare import comparison_name, over_time_workbook, units_workbook
from assessment.services import actions, comparisons, subjects
from assessment.texts.language import language
from tests import builders
from tests.builders import ADA

NOW = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)
SV = language("sv")
NAMES = ("=cmd|'/c calc'!A1", "Fråga", "Hemtjänsten Ärtan", "Måltider")


@pytest.fixture
def units(engine):
    """Four units with names that are hard to carry; every level and a don't know."""
    found = []
    for place, name in enumerate(NAMES):
        begun = builders.start(engine, name=name)
        builders.answer_all(engine, builders.join(engine, begun, builders.BEN), ((place + 1) % 5, 2, 3))
        found.append(begun)
    return found


@pytest.fixture
def made(engine, units):
    def workbook(*, hidden):
        comparison = comparisons.side_by_side(engine, ADA, [one.id for one in units])
        histories = subjects.all_histories(engine, ADA)
        called = compare_words.unit_names(histories, SV, hidden=hidden)
        names = {history.latest.id: called[history.id] for history in histories}
        content = units_workbook(comparison, list(names), names, SV, at=NOW, version="1", hidden=hidden)
        return content, comparison, names

    return workbook


def everything(content):
    """All text of all parts of the file."""
    with ZipFile(BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_with_hidden_names_nothing_in_the_file_tells_them(made, units):
    content, _, names = made(hidden=True)
    written = everything(content)
    assert sorted(names.values()) == ["Enhet A", "Enhet B", "Enhet C", "Enhet D"]
    assert [one.id for one in units if one.id in written] == []
    assert [name for name in NAMES[2:] if name in written] == []
    assert "Enhet A" in written


def test_the_figures_are_those_of_the_frames_and_names_stay_text(made):
    content, comparison, names = made(hidden=False)
    sheets = load_workbook(BytesIO(content))
    assert sheets.sheetnames == ["Enheter", "Frågor", "Jämförs inte", "Om", "_rustad"]
    frame = unit_frames.unit_frame(comparison, list(names), names, SV)
    rows = [[cell.value for cell in row] for row in sheets["Enheter"].iter_rows(min_row=5, max_row=8)]
    assert [row[0] for row in rows] == list(frame["unit"])
    assert [row[1] for row in rows] == [round(index) for index in frame["index"]]
    assert {cell.data_type for cell in sheets["Enheter"]["A"][4:]} == {"s"}
    titles = [cell.value for cell in sheets["Frågor"][4]]
    assert len({title.casefold() for title in titles}) == len(titles)


def test_a_comparison_over_time_has_what_moved_and_what_was_planned(engine):
    ids = []
    for year, level in (("2025", 1), ("2026", 3)):
        begun = builders.start(engine, name=f"Hela kommunen {year}")
        builders.answer_all(engine, builders.join(engine, begun, builders.BEN), (level,))
        ids.append(begun.id)
    plan = Plan("Besluta", due=date(2026, 3, 1), status=ActionStatus.DONE, aims={"POL-01": 3})
    actions.add(engine, ADA, ids[0], plan)
    over = comparisons.over_time(engine, ADA, ids, today=NOW.date())
    names = compare_words.moment_names(over.assessments, SV)
    sheets = load_workbook(BytesIO(over_time_workbook(over, names, SV, at=NOW, version="1")))
    assert sheets.sheetnames == ["Då och nu", "Frågor", "Plan och utfall", "Jämförs inte", "Om", "_rustad"]
    assert sheets["Frågor"]["A1"].value == "24 frågor har stigit sedan 2025"
    assert [cell.value for cell in sheets["Plan och utfall"][5]][:6] == [
        *("2025", "Besluta", None),
        datetime(2026, 3, 1, tzinfo=UTC).replace(tzinfo=None),
        *("Klar", "POL-01"),
    ]
    assert sheets["Jämförs inte"]["A5"].value == "Här finns inget att visa."


@pytest.mark.parametrize("read", [open_form, open_plan])
def test_a_comparison_is_not_read_back(made, read):
    with pytest.raises(FileIsComparison):
        read(made(hidden=False)[0])


def test_the_file_is_named_for_what_it_compares():
    assert comparison_name("Vård: a/b", SV, at=NOW) == "Rustad jämförelse Vård a b 2026-11-22.xlsx"


def test_the_letters_are_the_same_every_time_and_do_not_follow_the_order_of_the_names():
    ids = [f"id-{number}" for number in range(30)]
    assert letters(ids) == letters(ids[::-1])
    assert list(letters(ids).values())[-1] == "AD"
    assert [letters(ids)[id_] for id_ in ids] != sorted(letters(ids).values(), key=lambda one: (len(one), one))
    assert "id-1" not in digest("id-1")
