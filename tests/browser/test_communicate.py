"""Kommunicera in Chromium: add a message, be told of a contradiction without losing a word, and see it. Both languages."""

from datetime import date

import pytest
from playwright.sync_api import expect

from assessment.domain.message import Landed, MessageFacts
from assessment.services import entries, organisations
from assessment.services.messages import MESSAGES
from tests import builders
from tests.browser.axe import COLOURS, violations
from tests.browser.chromium import DESKTOP, PHONE
from tests.builders import ADA

pytestmark = pytest.mark.browser
LANDED = MessageFacts("Enhetschefer", "Larmar", "Så här", sent_on=date(2025, 1, 9), landed=Landed.YES)
LATE = MessageFacts("Bolagen", planned_on=date(2025, 1, 9))


@pytest.fixture
def told(store, request):
    """An organisation of this test alone, with one message that has landed and one that is late."""
    assessment = builders.start(store, organisation=request.node.name)
    organisation = organisations.of_assessment(store, ADA, assessment.id)
    for facts in (LANDED, LATE):
        entries.add(store, ADA, MESSAGES, organisation.id, facts)
    return assessment


@pytest.mark.parametrize(("size", "code"), [(DESKTOP, "sv"), (PHONE, "en")], ids=["desktop-sv", "phone-en"])
def test_a_message_is_added_and_a_contradiction_loses_nothing(arrive, house, told, accepted, size, code):
    visitor = arrive(house, size=size, code=code)
    visitor.open("kommunicera", a=told.id)
    visitor.sees("What is said to whom")
    visitor.part("group:ekonomi").get_by_role("button").click()
    dialog = visitor.page.get_by_role("dialog")
    expect(visitor.page.get_by_label(visitor.language.text("How it was seen"), exact=True)).to_be_visible()
    visitor.settle()
    visitor.write("What the group does differently", "Betalar inom en vecka")
    dialog.get_by_text(visitor.language.text("It has not landed"), exact=True).click()
    visitor.settle()
    asks_before_it_closes(visitor)
    visitor.part("do-save-entry").get_by_role("button").click()
    expect(dialog.get_by_role("alert")).to_be_visible()
    group = visitor.page.get_by_label(visitor.language.text("Target group"), exact=True)
    expect(group).to_have_value(visitor.language.text("Finance"))
    dialog.get_by_text(visitor.language.text("Not looked into yet"), exact=True).click()
    visitor.settle()
    visitor.part("do-save-entry").get_by_role("button").click()
    expect(dialog).to_be_hidden()
    visitor.settle()
    visitor.receipt()
    expect(visitor.page.get_by_role("main")).to_contain_text("Betalar inom en vecka")
    assert visitor.overflow == 0
    visitor.unfold()
    for colours in COLOURS:
        visitor.sees_in(colours)
        found = violations(visitor.page)
        assert {rule: nodes for rule, nodes in found.items() if rule not in accepted[colours]} == {}, colours


def asks_before_it_closes(visitor):
    """By Esc, the cross and a click beside the dialogue. Playwright answers no."""
    asked = []
    visitor.page.on("dialog", lambda one: (asked.append(one.message), one.dismiss()))
    visitor.page.get_by_label(visitor.language.text("Channel"), exact=True).press("Escape")
    visitor.page.get_by_role("dialog").get_by_role("button", name="Close").click()
    visitor.page.mouse.click(5, 400)
    expect(visitor.page.get_by_role("dialog")).to_be_visible()
    assert asked == [visitor.language.text("What you have written is not saved. Close anyway?")] * 3
