"""No page can be had without the shell round it, not even by the first visitor after a start."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("stem", ["start", "results", "finns-inte"])
def test_the_first_visitor_to_a_page_file_is_led_to_the_start_page(own_house, arrive, stem):
    visitor = arrive(own_house)
    visitor.page.goto(f"{own_house.url}/{stem}?lang=en")
    expect(visitor.page.get_by_role("link", name="Results")).to_be_visible()
    assert visitor.page.url == f"{own_house.url}/?lang=en"
