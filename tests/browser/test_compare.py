"""Jämför as a person walks it, in Chromium: both views, nothing that axe finds, nothing wider than a phone."""

import pytest
from playwright.sync_api import expect

from assessment.services import demo
from tests.browser.axe import violations
from tests.browser.chromium import PHONE
from tests.builders import ADA
from tests.serving import Server

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """The example municipality in a house of its own: one subject three times, and three units. Only to be looked at."""
    server = Server(tmp_path_factory.mktemp("example")).start()
    store = server.open_store()
    demo.load(store, ADA)
    store.dispose()
    yield server
    server.kill()


def heading(visitor, text):
    expect(visitor.page.get_by_role("heading", level=1, name=text)).to_be_visible()


def axe_finds_nothing(visitor, accepted):
    visitor.unfold()
    found = violations(visitor.page)
    assert {rule: nodes for rule, nodes in found.items() if rule not in accepted["light"]} == {}


def test_two_times_are_chosen_and_stay_after_a_reload_and_units_are_hidden(arrive, example, accepted):
    visitor = arrive(example)
    visitor.open("jamfor", a="ekvik-2026")
    heading(visitor, "13 frågor har stigit och tre har sjunkit sedan hösten 2024")
    axe_finds_nothing(visitor, accepted)
    visitor.page.get_by_role("button", name="hösten 2024").click()
    heading(visitor, "Nio frågor har stigit")
    visitor.page.reload()
    visitor.settle()
    heading(visitor, "Nio frågor har stigit")
    visitor.page.go_back()
    visitor.settle()
    visitor.page.get_by_role("radio", name="Mellan enheter").click()
    heading(visitor, "Hittills ligger Tid lägst i tre av fyra enheter")
    visitor.page.get_by_text("Dölj namn").click()
    expect(visitor.page.get_by_role("rowheader", name="Enhet A").first).to_be_attached()
    visitor.settle()  # what is drawn last may still show the names
    assert "Vatten och avlopp" not in visitor.page.content()
    axe_finds_nothing(visitor, accepted)


def test_both_views_on_a_phone_in_english(arrive, example, accepted):
    visitor = arrive(example, size=PHONE, code="en")
    visitor.open("jamfor")
    heading(visitor, "13 questions have risen and three have fallen since hösten 2024")
    assert visitor.overflow == 0
    axe_finds_nothing(visitor, accepted)
    visitor.open("jamfor", vy="enheter")
    heading(visitor, "So far, Time is lowest in three of four units")
    assert visitor.overflow == 0
    axe_finds_nothing(visitor, accepted)
