"""A person at a screen: the verbs that the browser tests are written in.

Everything is found as a person would find it, by role and by label, or by the widget keys that the design promises.
"""

import re
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from playwright.sync_api import expect

from assessment.domain.response import ANSWER_CODES
from assessment.texts.language import language
from tests.browser.settling import BACK, SETTLED, WATCHED

# On any page but the first, Streamlit's own script looks for the server below the page's address before it looks above.
PROBE = re.compile(r"/\w+/_stcore/(health|host-config)$")

ROW = "xpath=ancestor-or-self::*[self::label or self::button][1]"  # what a finger meets of a choice
RECEIPT = re.compile(r"\d\d[.:]\d\d$")  # Sparat 10.42, Saved 10:42


def key_class(key):
    """The class that Streamlit gives the element with this key."""
    return "st-key-" + re.sub(r"[^a-zA-Z0-9_-]", "-", key)


class Visitor:
    """One tab of one visitor. Remembers what it asked of other computers, and what went wrong in the page."""

    def __init__(self, context, server, *, code="sv"):
        self.context = context
        self.server = server
        self.home = server.url
        self.language = language(code)
        self.outside = []
        self.errors = []
        self._listens = {
            "request": lambda request: self._note_address(request.url),
            "weberror": lambda failure: self.errors.append(str(failure.error)),
            "console": self._note_console,
        }
        for event, note in self._listens.items():
            context.on(event, note)
        self._not_ours = context.pages
        self.page = self._new_page()

    def _new_page(self):
        page = self.context.new_page()
        page.add_init_script(WATCHED)
        page.on("websocket", lambda socket: self._note_address(socket.url))
        return page

    def second_tab(self):
        """The same browser, the same place, another tab."""
        twin = object.__new__(Visitor)
        twin.__dict__.update(self.__dict__)
        twin.page = self._new_page()
        twin.page.goto(self.page.url)
        twin.settle()
        return twin

    def leave(self):
        """Close every tab of ours, and leave nothing behind that the next visitor in this window could meet."""
        stored = {"origin": self.home, "storageTypes": "all"}
        self.context.new_cdp_session(self.page).send("Storage.clearDataForOrigin", stored)
        for page in self.context.pages:
            if page not in self._not_ours:
                page.close()
        self.context.clear_cookies()
        for event, note in self._listens.items():
            self.context.remove_listener(event, note)

    def _note_address(self, url):
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != urlsplit(self.home).netloc:
            self.outside.append(url)

    def _note_console(self, message):
        address = message.location.get("url", "")
        if message.type == "error" and not PROBE.search(address):
            self.errors.append(f"{message.text} {address}")

    # Going somewhere

    def open(self, path="", **query):
        if self.language.code != "sv":
            query = {"lang": self.language.code, **query}
        self.page.goto(f"{self.home}/{path}" + (f"?{urlencode(query)}" if query else ""))
        self.settle()

    def reload(self):
        self.page.reload()
        self.settle()

    def back(self):
        self.page.go_back()
        self.settle()

    def settle(self):
        """Wait until all is drawn."""
        self.page.wait_for_function(SETTLED)

    @property
    def address(self):
        return urlsplit(self.page.evaluate("location.href"))

    @property
    def path(self):
        return self.address.path.strip("/")

    @property
    def query(self):
        return dict(parse_qsl(self.address.query))

    # Doing something

    def press(self, *keys):
        expect(self.page.locator("html[data-keyboard]")).to_be_attached()  # its script is there to listen
        for key in keys:
            self.page.keyboard.press(key)

    def click(self, sentence, *, role="button"):
        """Click what is labelled with this sentence in the visitor's language; an icon may stand beside it."""
        self.page.get_by_role(role, name=self.language.text(sentence)).click()

    def write(self, sentence, text):
        self.page.get_by_label(self.language.text(sentence), exact=True).fill(text)

    def choose(self, label):
        """Take the radio or pill whose label begins so."""
        name = re.compile("^" + re.escape(label))
        self.page.get_by_role("radio", name=name).or_(self.page.get_by_role("button", name=name)).click(force=True)

    def walk_to(self, screen):
        """Choose a screen in the menu, opening it first where it is folded away."""
        opener = self.page.get_by_test_id("stExpandSidebarButton")
        if opener.is_visible():
            opener.click()
        self.page.get_by_role("link", name=self.language.text(screen), exact=True).click()
        expect(self.page).to_have_title(re.compile(self.language.text(screen)))
        self.settle()

    def download_workbook(self):
        self.page.get_by_role("button", name=self.language.text("Take along")).click()
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name=self.language.text("Download Excel")).click()
        return Path(download.value.path()).read_bytes()

    def download_paper(self):
        """Its name and what it holds; the ways to take something along are open."""
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name=self.language.text("Basis for decision in Word")).click()
        return download.value.suggested_filename, Path(download.value.path()).read_bytes()

    def switch_language(self):
        """Follow the link to the other language."""
        self.language = language({"sv": "en", "en": "sv"}[self.language.code])
        label = {"en": "In English", "sv": "På svenska"}[self.language.code]
        self.page.get_by_role("button", name=label).or_(self.page.get_by_role("link", name=label)).click()
        expect(self.page.locator(f'html[lang="{self.language.code}"]')).to_be_attached()
        self.settle()

    def unfold(self):
        """Open every expander, so that what is inside can be looked at."""
        closed = self.page.locator("details:not([open]) > summary")
        for _ in range(4):  # a fold may hold another, or be drawn anew just as it is clicked, and stay closed
            closed.evaluate_all("all => all.forEach((one) => one.click())")
            self.settle()
            if not closed.count():
                break
        expect(closed).to_have_count(0)

    def part(self, key):
        """What has this key on the page."""
        return self.page.locator("." + key_class(key))

    # Answering

    def choices(self, item_id):
        """The seven choices of an item: the levels from 0, don't know, not applicable."""
        return self.page.locator("." + self.level_class(item_id)).get_by_role("radio")

    def answer(self, item_id, code):
        """Click the choice that is stored as this code."""
        choice = self.choices(item_id).nth(ANSWER_CODES.index(code))
        expect(choice).to_be_enabled()
        choice.locator(ROW).click()
        expect(choice).to_be_checked()

    def chosen(self, item_id):
        """The code of the checked choice; None when there is none."""
        checked = [choice.is_checked() for choice in self.choices(item_id).all()]
        return ANSWER_CODES[checked.index(True)] if True in checked else None

    def receipt(self):
        """Wait until the screen says that the answer is saved, and at what time."""
        expect(self.page.get_by_role("status").first).to_have_text(RECEIPT)
        return self.page.get_by_role("status").first.inner_text()

    def reaches(self, item_id):
        """Wait until this item is in view."""
        expect(self.choices(item_id).first).to_be_attached()
        self.settle()

    def level_class(self, item_id):
        return key_class(f"level:{item_id}:{self.language.code}")

    def reaches_or_loses(self, item_id):
        """Whether the item came into view, rather than the server going away."""
        arrived = """(itemClass) => {
          const app = document.querySelector('[data-testid="stApp"]');
          if (app.dataset.testConnectionState !== "CONNECTED") return "gone";
          return app.dataset.testScriptState === "notRunning" && document.querySelector("." + itemClass) && "here";
        }"""
        return self.page.wait_for_function(arrived, arg=self.level_class(item_id)).json_value() == "here"

    def sees_the_server_again(self):
        """Wait until a server that was started again has drawn the whole page."""
        self.page.wait_for_function(BACK)
        self.settle()

    # Seeing something

    def sees(self, sentence, **parameters):
        """Wait until the sentence can be read, in the visitor's language."""
        expect(self.page.get_by_text(self.language.text(sentence, **parameters)).first).to_be_visible()

    def heading(self, level=1):
        return self.page.get_by_role("heading", level=level).first

    @property
    def text(self):
        """All that can be read in the main part."""
        return self.page.get_by_role("main").inner_text()

    def grow(self):
        """Make the window as high as the page, which Streamlit scrolls inside."""
        height = self.page.get_by_role("main").evaluate(
            "main => main.closest('section')?.scrollHeight ?? main.scrollHeight"
        )
        self.page.set_viewport_size({"width": self.page.viewport_size["width"], "height": max(height, 400)})
        self.settle()

    def sees_in(self, colours):
        """The computer is set to light or dark while the page is open."""
        self.page.emulate_media(color_scheme=colours)
        expect(self.page.get_by_test_id("stApp")).to_have_css("color-scheme", colours)
        self.settle()

    def resize(self, size):
        width, height = size
        self.page.set_viewport_size({"width": width, "height": height})
        self.settle()

    @property
    def overflow(self):
        """How many pixels the page is wider than the window."""
        return self.page.evaluate(
            "() => Math.max(0, ...[document.scrollingElement, ...document.querySelectorAll('[data-testid=stMain]')]"
            ".map(part => part.scrollWidth - part.clientWidth))"
        )
