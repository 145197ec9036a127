"""Checklistor in Chromium: a question is half written and refused, the checklist is read, searched and fetched."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import COLOURS, violations
from tests.browser.chromium import PHONE

pytestmark = pytest.mark.browser

QUESTION = "Har ni egna lager?"


def test_a_checklist_is_read_by_keyboard_on_a_phone_and_in_both_languages(arrive, house, accepted):
    visitor = arrive(house)
    visitor.open()
    visitor.walk_to("Checklists")
    visitor.part("do-own-question").get_by_role("button").press("Enter")
    written = visitor.part("own-question-sv").get_by_role("textbox")
    written.fill(QUESTION)
    visitor.part("do-add-own").get_by_role("button").press("Enter")
    visitor.sees("Describe level {level} too. All five levels need words, so that people choose alike.", level=0)
    expect(written).to_have_value(QUESTION)
    looks_right(visitor, accepted, "light")
    visitor.page.once("dialog", lambda asked: asked.accept())  # what is written is thrown away
    written.press("Escape")
    expect(visitor.page.get_by_role("dialog")).to_have_count(0)

    visitor.part("open-1").get_by_role("button").press("Enter")
    visitor.part("sok-fraga").get_by_role("searchbox").fill("pol-01")
    expect(visitor.page.get_by_role("article")).to_have_count(1)
    visitor.switch_language()
    visitor.resize(PHONE)
    visitor.reload()
    expect(visitor.page.get_by_role("article")).to_contain_text("Has management decided")
    assert visitor.overflow == 0
    for colours in COLOURS:
        looks_right(visitor, accepted, colours)
    with visitor.page.expect_download() as download:
        visitor.part("export-1").get_by_role("button").click()
    assert download.value.suggested_filename == "beredskap-i-inkop-2026.1.yaml"


def looks_right(visitor, accepted, colours):
    visitor.sees_in(colours)
    found = violations(visitor.page)
    assert {rule: nodes for rule, nodes in found.items() if rule not in accepted[colours]} == {}
