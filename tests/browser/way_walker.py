"""Somebody who fills in a decision record and has the facts, counting what it takes."""

import re

from playwright.sync_api import expect


class Walker:
    def __init__(self, visitor):
        self.visitor = visitor
        self.clicks = 0
        self.written = 0

    def field(self, name):
        self.visitor.settle()
        return self.visitor.page.locator(f"[class*='st-key-way-{name}-']").first

    def pick(self, name, label):
        said = re.compile(f"^{re.escape(self.visitor.language.text(label))}$")
        self.field(name).get_by_text(said).click()
        self.clicks += 1

    def write(self, name, text):
        self.type(self.field(name).get_by_role("textbox").first, text)

    def type(self, box, text):
        box.fill(text)
        self.written += len(text)

    def press(self, key):
        self.visitor.settle()
        self.visitor.part(key).get_by_role("button").click()
        self.clicks += 1

    def next(self, gate):
        self.press("do-next-gate")
        expect(self.visitor.part(f"way-gate-here-{gate}")).to_be_visible()
        assert self.visitor.overflow == 0

    def day(self, name, text):
        """Year, month and day are typed one after the other."""
        self.field(name).get_by_role("spinbutton").first.focus()
        self.clicks += 1
        self.visitor.page.keyboard.type(text.replace("-", ""))
        self.visitor.page.keyboard.press("Escape")
        self.visitor.settle()
