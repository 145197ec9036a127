"""A newcomer's whole way: start, choose a role, answer, see the result and the gap list, take them home."""

from io import BytesIO
from itertools import pairwise

import pytest
from docx import Document
from openpyxl import load_workbook

from tests import builders
from tests.browser.chromium import DESKTOP, PHONE

pytestmark = pytest.mark.browser
TARGET = 3


@pytest.mark.parametrize(("size", "code"), [(DESKTOP, "sv"), (PHONE, "en")], ids=["desktop-sv", "phone-en"])
def test_a_newcomer_gets_from_nothing_to_an_excel_file(own_house, arrive, size, code):
    visitor = arrive(own_house, size=size, code=code)
    start(visitor)
    items = asked(own_house)
    answers = dict(zip(items, "01234" * 5, strict=False))
    answer_one_at_a_time(visitor, items[:8], answers)
    answer_by_dimension(visitor, items[8:], answers)
    visitor.click("See the results")
    visitor.page.wait_for_url("**/resultat*")
    visitor.settle()
    assert visitor.overflow == 0
    visitor.walk_to("Actions")
    assert visitor.path == "atgarder"
    exported = columns(visitor.download_workbook())
    assert exported["answer"] == {item: int(level) for item, level in answers.items()}
    assert exported["gap"] == {item: TARGET - int(level) for item, level in answers.items() if int(level) < TARGET}
    name, paper = visitor.download_paper()
    assert name.startswith(visitor.language.text("Basis for decision") + " Hela kommunen, hösten 2026 ")
    assert Document(BytesIO(paper)).core_properties.language.startswith(code)


def start(visitor):
    """Three fields on the empty start page, then a role."""
    visitor.open()
    visitor.write("What are you assessing?", "Hela kommunen, hösten 2026")
    visitor.click("Start the assessment")
    visitor.page.wait_for_url("**/svara*")
    visitor.settle()
    visitor.choose({"sv": "Upphandlingsfunktion", "en": "Procurement function"}[visitor.language.code])
    visitor.click("Start answering")
    visitor.reaches("POL-01")


def asked(house):
    """The ids of the 24 items."""
    engine = house.open_store()
    items = builders.asked(engine, builders.assessments.summaries(engine, builders.ADA)[0].assessment)
    engine.dispose()
    return [item.id for item in items]


def answer_one_at_a_time(visitor, items, answers):
    """Every other one by click, the rest by key."""
    for place, item in enumerate(items):
        visitor.reaches(item)
        if place % 2:
            visitor.press(answers[item])
        else:
            visitor.answer(item, answers[item])
        visitor.receipt()
        visitor.settle()
        visitor.click("Next question")


def answer_by_dimension(visitor, items, answers):
    visitor.reaches(items[0])
    visitor.choose(visitor.language.text("Whole dimension"))
    visitor.part(f"row-{items[0]}").wait_for()
    visitor.settle()  # the row stands before its choices do
    for before, item in pairwise([items[0], *items]):
        if dimension(item) != dimension(before):
            visitor.click("Next dimension")
        visitor.reaches(item)
        visitor.answer(item, answers[item])
        visitor.settle()
    visitor.receipt()


def dimension(item):
    return item.split("-")[0]


def columns(workbook):
    """The columns *answer* and *gap* by item id, found by the hidden rows that name the columns."""
    found = {"answer": {}, "gap": {}}
    for sheet in load_workbook(BytesIO(workbook)).worksheets:
        if sheet.sheet_state != "visible":
            continue
        rows = list(sheet.iter_rows(values_only=True))
        head = next((place for place, row in enumerate(rows) if "item_id" in row), None)
        for name, values in found.items():
            if head is not None and name in rows[head]:
                item, wanted = rows[head].index("item_id"), rows[head].index(name)
                values.update({row[item]: row[wanted] for row in rows[head + 2 :] if row[item]})
    return found
