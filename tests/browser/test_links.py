"""Links that lead nowhere say so, and only this computer is asked for anything."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
SCREENS = ["svara", "resultat", "atgarder"]


@pytest.mark.parametrize("path", SCREENS)
def test_an_unknown_assessment_is_told_with_a_way_back(arrive, house, path):
    visitor = arrive(house)
    visitor.open(path, a="finns-inte")
    expect(visitor.page.get_by_role("alert")).to_have_count(1)
    visitor.click("To the start page", role="link")
    visitor.page.wait_for_url(lambda address: urlsplit(address).path == "/")


def test_an_unknown_participant_is_told(arrive, house, quick):
    visitor = arrive(house)
    visitor.open("svara", a=quick[0].id, p="finns-inte")
    expect(visitor.page.get_by_role("alert")).to_have_count(1)


def test_an_unknown_item_leads_to_the_first_open_one(arrive, house, quick):
    visitor = arrive(house)
    visitor.open("svara", a=quick[0].id, q="XYZ-99")
    visitor.reaches("POL-01")


@pytest.mark.parametrize("path", ["", *SCREENS])
def test_an_unknown_language_is_swedish(arrive, house, quick, path):
    visitor = arrive(house)
    visitor.open(path, a=quick[0].id, lang="xx")
    assert visitor.page.locator("html").get_attribute("lang") == "sv"
    visitor.sees("Results")


@pytest.mark.parametrize("path", SCREENS)
def test_a_screen_without_an_assessment_says_what_to_do(arrive, house, path):
    visitor = arrive(house)
    visitor.open(path)
    expect(visitor.page.get_by_role("main").get_by_role("link").first).to_be_visible()
