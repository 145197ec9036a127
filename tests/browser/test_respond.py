"""Svara: what is answered is stored, and what is stored is shown."""

import pytest
from playwright.sync_api import expect

from assessment.domain.response import ANSWER_CODES
from assessment.services import responses
from tests import builders
from tests.browser.chromium import DESKTOP, PHONE

pytestmark = pytest.mark.browser


@pytest.fixture
def stored(store, quick):
    """Ben's answers on disk, as codes by item id."""
    assessment, ben = quick

    def reading():
        sheet = responses.sheet(store, builders.viewer_of(ben), assessment_id=assessment.id, participant_id=ben.id)
        return {item: one.answer.code for item, one in sheet.responses.items() if one.answer}

    return reading


@pytest.fixture
def items(store, quick):
    """The ids of the asked items, in order."""
    return [item.id for item in builders.asked(store, quick[0])]


@pytest.fixture
def at_first_item(arrive, house, quick):
    """Makes a visitor who looks at the first item."""

    def arriving(**screen):
        visitor = arrive(house, **screen)
        visitor.open("svara", a=quick[0].id)
        return visitor

    return arriving


@pytest.mark.parametrize("code", ["sv", "en"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_clicked_level_is_stored(at_first_item, items, stored, size, code):
    visitor = at_first_item(size=size, code=code)
    visitor.answer(items[0], "3")
    visitor.receipt()
    assert stored() == {items[0]: "3"}


def test_keys_answer_and_arrows_walk(at_first_item, items, stored):
    visitor = at_first_item()
    for item, key in zip(items, "01234ve", strict=False):
        visitor.reaches(item)
        visitor.press(key)
        visitor.receipt()
        visitor.press("ArrowRight")
    visitor.reaches(items[7])
    visitor.press("ArrowLeft")
    visitor.reaches(items[6])
    assert stored() == dict(zip(items, ANSWER_CODES, strict=False))


def test_nothing_is_chosen_beforehand(at_first_item, items):
    assert at_first_item().chosen(items[0]) is None


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_dimension_is_answered_row_by_row(arrive, house, quick, items, stored, size):
    visitor = arrive(house, size=size)
    visitor.open("svara", a=quick[0].id, vy="omrade")
    rows = [item for item in items if item.startswith("POL")]
    for item in rows:
        visitor.answer(item, "2")
        visitor.receipt()
    visitor.sees("{dimension}: all questions answered", dimension="Policy")
    assert stored() == dict.fromkeys(rows, "2")


def test_the_next_dimension_is_answered_like_the_first(arrive, house, quick, items, stored):
    visitor = arrive(house)
    visitor.open("svara", a=quick[0].id, vy="omrade")
    visitor.click("Next dimension")
    for name in ("0", "1", "2", "3", "4", visitor.language.text("Don't know"), visitor.language.text("Not applicable")):
        # the stylesheet writes figures into the picker above, and they would be read out with a level too
        expect(visitor.page.get_by_role("radio", name=name, exact=True)).to_have_count(4)
    rows = [item for item in items if item.startswith("TID")]
    for item in rows:
        visitor.answer(item, "3")
        visitor.settle()
    visitor.sees("{dimension}: all questions answered", dimension=visitor.language.text("Time"))
    assert stored() == dict.fromkeys(rows, "3")


def test_keys_answer_the_row_that_has_the_focus(arrive, house, quick, items, stored):
    visitor = arrive(house)
    visitor.open("svara", a=quick[0].id, vy="omrade")
    for item, key in zip(items[:3], "10v", strict=True):
        visitor.press(key)
        expect(visitor.choices(item).nth(ANSWER_CODES.index({"v": "unknown"}.get(key, key)))).to_be_checked()
        visitor.receipt()
        visitor.settle()
        visitor.press("Tab")
    assert stored() == {items[0]: "1", items[1]: "0", items[2]: "unknown"}


def test_on_a_phone_the_next_question_begins_at_its_top(at_first_item, items):
    visitor = at_first_item(size=PHONE)
    visitor.answer(items[0], "2")
    visitor.click("Next question")
    visitor.reaches(items[1])
    expect(visitor.heading()).to_be_in_viewport()


def test_a_removed_answer_is_unanswered(at_first_item, items, stored):
    visitor = at_first_item()
    visitor.answer(items[0], "0")
    visitor.receipt()
    visitor.click("Remove the answer")
    expect(visitor.page.get_by_role("radio", checked=True).and_(visitor.choices(items[0]))).to_have_count(0)
    visitor.settle()
    assert stored() == {}


def test_reload_keeps_item_and_answer(at_first_item, items):
    visitor = at_first_item()
    visitor.answer(items[0], "4")
    visitor.receipt()
    visitor.click("Next question")
    visitor.reaches(items[1])
    visitor.reload()
    visitor.reaches(items[1])
    visitor.click("Previous")
    visitor.reaches(items[0])
    assert visitor.chosen(items[0]) == "4"


def test_back_goes_to_the_item_before(at_first_item, items):
    visitor = at_first_item()
    visitor.click("Next question")
    visitor.reaches(items[1])
    visitor.back()
    visitor.reaches(items[0])


def test_two_tabs_do_not_overwrite_each_other(at_first_item, items, stored):
    visitor = at_first_item()
    other = visitor.second_tab()
    visitor.answer(items[0], "1")
    visitor.receipt()
    other.click("Next question")
    other.reaches(items[1])
    other.answer(items[1], "2")
    other.receipt()
    other.click("Previous")
    other.reaches(items[0])
    assert other.chosen(items[0]) == "1"
    assert stored() == {items[0]: "1", items[1]: "2"}


def test_switching_language_keeps_answer_and_place(at_first_item, items, stored):
    visitor = at_first_item()
    visitor.click("Next question")
    visitor.reaches(items[1])
    visitor.answer(items[1], "2")
    visitor.receipt()
    visitor.switch_language()
    visitor.reaches(items[1])
    assert visitor.chosen(items[1]) == "2"
    assert visitor.page.locator("html").get_attribute("lang") == "en"
    assert stored() == {items[1]: "2"}


def test_a_comment_is_saved_when_the_field_is_left(at_first_item):
    visitor = at_first_item()
    visitor.page.get_by_text(visitor.language.text("Evidence and comment")).click()
    visitor.write("Comment", "Beslutet är från 2024.")
    visitor.press("Tab")
    visitor.receipt()
    visitor.reload()
    visitor.page.get_by_text(visitor.language.text("Evidence and comment")).click()
    comment = visitor.page.get_by_label(visitor.language.text("Comment"), exact=True)
    expect(comment).to_have_value("Beslutet är från 2024.")


def test_a_comment_is_saved_when_the_next_question_is_asked_for(at_first_item, items, store, quick):
    assessment, ben = quick
    visitor = at_first_item()
    visitor.page.get_by_text(visitor.language.text("Evidence and comment")).click()
    visitor.write("Comment", "Frågan är oklar för oss.")
    visitor.click("Next question")
    visitor.reaches(items[1])
    sheet = responses.sheet(store, builders.viewer_of(ben), assessment_id=assessment.id, participant_id=ben.id)
    assert sheet.responses[items[0]].comment == "Frågan är oklar för oss."


def test_keys_do_nothing_while_somebody_writes(at_first_item, stored):
    visitor = at_first_item()
    visitor.page.get_by_text(visitor.language.text("Evidence and comment")).click()
    visitor.page.get_by_label(visitor.language.text("Comment"), exact=True).focus()
    visitor.page.keyboard.type("v 3")
    visitor.press("Tab")
    visitor.receipt()
    assert stored() == {}
