"""Inställningar in Chromium: a copy is made, is there after a reload, and is what one gets. Both languages."""

import sqlite3

import pytest
from playwright.sync_api import expect

from tests.browser.axe import COLOURS, violations
from tests.browser.chromium import DESKTOP, PHONE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("size", "code"), [(DESKTOP, "sv"), (PHONE, "en")], ids=["desktop-sv", "phone-en"])
def test_a_copy_is_made_and_handed_out(arrive, house, store, accepted, tmp_path, size, code):
    visitor = arrive(house, size=size, code=code)
    visitor.open("installningar")
    visitor.part("do-copy").get_by_role("button").click()
    visitor.receipt()
    visitor.reload()
    download = visitor.page.get_by_role("button", name=visitor.language.text("Download")).first
    expect(download).to_be_visible()
    with visitor.page.expect_download() as got:
        download.click()
    got.value.save_as(tmp_path / "copy.db")
    copy = sqlite3.connect(tmp_path / "copy.db")
    assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert copy.execute("SELECT count(*) FROM checklist").fetchone() == (1,)
    copy.close()
    assert visitor.overflow == 0
    visitor.unfold()
    for colours in COLOURS:
        visitor.sees_in(colours)
        found = violations(visitor.page)
        assert {rule: nodes for rule, nodes in found.items() if rule not in accepted[colours]} == {}, colours
