"""The cheapest path walked by a person: chosen, overridden, kept by the address, put into the plan and taken back."""

import re

import pytest
from playwright.sync_api import expect

from assessment.domain.response import UNKNOWN
from assessment.services import actions
from tests import builders
from tests.browser.axe import violations
from tests.browser.chromium import PHONE
from tests.builders import ADA

pytestmark = pytest.mark.browser
OUT_OF_REACH = re.compile("^Målet nås inte: .* når inte dit$")


@pytest.fixture
def answered(store, quick):
    """Ben has answered everything; one question in eight with don't know."""
    assessment, ben = quick
    builders.answer_all(store, ben, (0, 1, 2, 3, 0, 1, 2, UNKNOWN))
    return assessment


def broken(visitor, accepted, colours="light"):
    return {rule: nodes for rule, nodes in violations(visitor.page).items() if rule not in accepted[colours]}


def test_the_path_is_chosen_overridden_and_put_into_the_plan(arrive, house, store, answered, accepted):
    visitor = arrive(house)
    visitor.open("atgarder", a=answered.id)
    visitor.click("Cheapest path to the target")
    expect(visitor.heading()).to_have_text(re.compile("^Med .* poäng når alla frågor som har fått en nivå målet$"))
    first = visitor.page.get_by_role("button", name="Inte nu").first
    first.click()
    expect(visitor.heading()).to_have_text(OUT_OF_REACH)
    visitor.settle()
    asked = visitor.query
    assert asked["vy"] == "vag"
    assert asked["utan"]
    visitor.reload()
    expect(visitor.heading()).to_have_text(OUT_OF_REACH)
    visitor.back()
    expect(visitor.heading()).to_have_text(re.compile("^Med "))
    assert "utan" not in visitor.query
    visitor.part("do-adopt-stage").get_by_role("button").click()
    expect(visitor.page.get_by_role("dialog")).to_contain_text("åtgärder läggs in i planen")
    assert broken(visitor, accepted) == {}
    visitor.reload()
    assert actions.of_assessment(store, ADA, answered.id) == ()
    visitor.part("do-adopt").get_by_role("button").click()
    expect(visitor.page.get_by_role("dialog")).to_have_count(0)
    expect(visitor.part("route-undo")).to_be_visible()
    visitor.settle()
    assert actions.of_assessment(store, ADA, answered.id)
    visitor.part("route-undo").get_by_role("button").click()
    expect(visitor.part("route-undo")).to_have_count(0)
    assert actions.of_assessment(store, ADA, answered.id) == ()


def test_the_path_can_be_read_on_a_phone_in_the_dark(arrive, house, answered, accepted):
    visitor = arrive(house, size=PHONE, colours="dark", code="en")
    visitor.open("atgarder", a=answered.id, vy="vag", mal="budget", takt="12", halvar="3")
    expect(visitor.heading()).to_have_text(re.compile("^With .* points, you come .* levels closer to the targets$"))
    visitor.page.get_by_role("button", name="Points and start").click()
    expect(visitor.page.get_by_label("Large effort")).to_have_value("8")
    visitor.press("Escape")
    visitor.unfold()
    visitor.sees("Always in the path")
    expect(visitor.page.locator(".js-plotly-plot")).to_be_visible()
    assert broken(visitor, accepted, "dark") == {}
    assert visitor.overflow == 0
