"""Analysera in Chromium: from an empty register to a gap that is seen, in both languages, and back from a question."""

import pytest
from playwright.sync_api import expect

from assessment.domain.activity import ActivityFacts
from assessment.domain.delivery import DeliveryFacts, Known, Outage
from assessment.services import entries, organisations
from assessment.services.registers import ACTIVITIES, DELIVERIES
from tests import builders
from tests.browser.axe import COLOURS, violations
from tests.browser.chromium import DESKTOP, PHONE
from tests.builders import ADA

pytestmark = pytest.mark.browser


@pytest.fixture
def registered(store, request):
    """An organisation of this test alone: two activities lean on power without a reserve plan; Ben has answered."""
    assessment = builders.start(store, organisation=request.node.name)
    builders.answer_all(store, builders.join(store, assessment, builders.BEN), (0, 1, 2, 3, 4))
    organisation = organisations.of_assessment(store, ADA, assessment.id)
    leaning = [
        entries.add(store, ADA, ACTIVITIES, organisation.id, ActivityFacts(name)).id for name in ("Vatten", "Omsorg")
    ]
    power = DeliveryFacts("El", reliance=dict.fromkeys(leaning, Outage.HOURS), reserve=Known.NO)
    entries.add(store, ADA, DELIVERIES, organisation.id, power)
    return assessment


@pytest.mark.parametrize(("size", "code"), [(DESKTOP, "sv"), (PHONE, "en")], ids=["desktop-sv", "phone-en"])
def test_an_activity_is_registered_and_met_again_beside_its_question(arrive, house, registered, accepted, size, code):
    visitor = arrive(house, size=size, code=code)
    visitor.open("analysera", a=registered.id)
    visitor.sees("No reserve plan: if it stops, all of them are hit")
    assert visitor.overflow == 0
    visitor.unfold()
    for colours in COLOURS:
        visitor.sees_in(colours)
        found = violations(visitor.page)
        assert {rule: nodes for rule, nodes in found.items() if rule not in accepted[colours]} == {}, colours
    register_heating(visitor, registered)
    visitor.open("atgarder", a=registered.id, alla="1")
    link = visitor.language.text("This lifts the question: {screen}", screen=visitor.language.text("1 Analyse"))
    visitor.page.get_by_role("link", name=link).first.click()
    visitor.settle()
    assert visitor.path == "analysera"


def register_heating(visitor, registered):
    """In the dialogue, which a reload keeps open and in which axe finds nothing."""
    visitor.open("analysera", a=registered.id, vy="verksamheter")
    visitor.part("do-add-activity").get_by_role("button").click()
    expect(visitor.page.get_by_role("dialog")).to_be_visible()
    visitor.reload()
    visitor.settle()
    assert set(violations(visitor.page)) == set()
    visitor.write("Activity", "Värme")
    visitor.write("Owns the need", "Värmechefen")
    visitor.part("do-save-entry").get_by_role("button").click()
    expect(visitor.page.get_by_role("dialog")).to_be_hidden()
    visitor.settle()
    visitor.receipt()
    expect(visitor.page.get_by_role("main")).to_contain_text("Värmechefen")
