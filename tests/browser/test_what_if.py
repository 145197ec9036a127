"""What if and moving rows in Chromium: a person ticks, reloads, looks from the phone, and moves a row by keyboard."""

import pytest
from playwright.sync_api import expect

from assessment.domain.action import ActionStatus, Plan
from assessment.services import actions, reports
from tests import builders
from tests.browser.axe import COLOURS, violations
from tests.browser.chromium import NARROW, PHONE

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def planned(store):
    """All 50 questions, three actions for the first gaps, the last of them done."""
    assessment = builders.start(store, scope=builders.Scope.FULL)
    builders.answer_all(store, builders.join(store, assessment, builders.BEN), (0, 1, 2, 3, 4))
    gaps = reports.report(store, builders.ADA, assessment.id).gaps[:3]
    for gap, status in zip(gaps, (ActionStatus.NOT_STARTED, ActionStatus.NOT_STARTED, ActionStatus.DONE), strict=True):
        aims = {gap.result.item.id: gap.result.target}
        actions.add(store, builders.ADA, assessment.id, Plan(gap.result.item.action.sv, status=status, aims=aims))
    return assessment.id


def test_ticks_move_the_profile_and_are_kept(arrive, house, planned, accepted):
    visitor = arrive(house)
    visitor.open("atgarder", a=planned, lista="plan")
    visitor.click("What if: see where the plan takes you")
    boxes = visitor.page.get_by_role("checkbox")
    expect(visitor.heading()).to_have_text("I dag når 20 av 50 frågor målet")
    for place in (0, 1):  # the second while the first is on its way
        boxes.nth(place).locator("xpath=ancestor::label").click()
    expect(visitor.heading()).to_have_text("Med två åtgärder når 22 av 50 frågor målet, i dag 20")
    visitor.settle()
    visitor.reload()
    expect(visitor.heading()).to_have_text("Med två åtgärder når 22 av 50 frågor målet, i dag 20")
    assert [box.is_checked() for box in boxes.all()] == [True, True, False]

    visitor.unfold()
    rows = visitor.page.get_by_role("table").last.get_by_role("row")
    expect(rows).to_have_count(3)  # the heads, and two questions that are lifted
    boxes.nth(1).locator("xpath=ancestor::label").click()
    expect(rows).to_have_count(2)
    for colours in COLOURS:
        visitor.sees_in(colours)
        found = violations(visitor.page)
        assert {rule: nodes for rule, nodes in found.items() if rule not in accepted[colours]} == {}, colours
    for size in (PHONE, NARROW):
        visitor.resize(size)
        assert visitor.overflow == 0, size


def test_a_row_is_moved_by_keyboard_alone(arrive, house, planned, accepted):
    visitor = arrive(house)
    visitor.open("atgarder", a=planned)
    title = visitor.page.locator("[class*=st-key-row-gap-] h2")
    first, second = title.nth(0).inner_text(), title.nth(1).inner_text()
    visitor.page.get_by_role("button", name="Flytta rad 1").focus()
    visitor.press("Enter")
    expect(visitor.page.get_by_role("menuitem").first).to_be_visible()
    found = violations(visitor.page)
    assert {rule: nodes for rule, nodes in found.items() if rule not in accepted["light"]} == {}
    visitor.page.get_by_role("menuitem", name="Ett steg ned").focus()
    visitor.press("Enter")
    expect(title.nth(1)).to_have_text(first)
    expect(title.nth(0)).to_have_text(second)
    visitor.sees("One row is moved by hand.")
    visitor.click("Put it back")
    expect(title.nth(0)).to_have_text(first)
