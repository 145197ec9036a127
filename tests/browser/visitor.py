"""A person at a screen: the verbs that the browser tests are written in.

Everything is found as a person would find it, by role and by label, or by the widget keys that the design promises.
"""

import re
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import expect

SETTLED = '[data-testid="stApp"][data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]'

# On any page but the first, Streamlit's own script looks for the server below the page's address before it looks above.
PROBE = re.compile(r"/\w+/_stcore/(health|host-config)$")


def key_class(key):
    """The class that Streamlit gives the element with this key."""
    return "st-key-" + re.sub(r"[^a-zA-Z0-9_-]", "-", key)


class Visitor:
    """One tab of one visitor. Remembers what it asked of other computers, and what went wrong in the page."""

    def __init__(self, context, home):
        self.context = context
        self.home = home
        self.outside = []
        self.errors = []
        context.on("request", lambda request: self._note_address(request.url))
        context.on("weberror", lambda failure: self.errors.append(str(failure.error)))
        context.on("console", self._note_console)
        self.page = self._new_page()

    def _new_page(self):
        page = self.context.new_page()
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
        self.page.goto(f"{self.home}/{path}" + (f"?{urlencode(query)}" if query else ""))
        self.settle()

    def reload(self):
        self.page.reload()
        self.settle()

    def back(self):
        self.page.go_back()
        self.settle()

    def settle(self):
        """Wait until the server has nothing more to draw."""
        self.page.locator(SETTLED).wait_for(state="attached")

    @property
    def path(self):
        return urlsplit(self.page.url).path.strip("/")

    @property
    def query(self):
        return dict(pair.split("=", 1) for pair in urlsplit(self.page.url).query.split("&") if "=" in pair)

    # Doing something

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def click(self, name, *, role="button"):
        self.page.get_by_role(role, name=name, exact=True).click()

    def write(self, label, text):
        self.page.get_by_label(label, exact=True).fill(text)

    def choose(self, label):
        """Take the radio alternative that begins so."""
        self.page.get_by_role("radio", name=re.compile("^" + re.escape(label))).check(force=True)

    def part(self, key):
        """What has this key on the page."""
        return self.page.locator("." + key_class(key))

    # Seeing something

    def sees(self, text):
        expect(self.page.get_by_text(text).first).to_be_visible()

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

    @property
    def overflow(self):
        """How many pixels the page is wider than the window."""
        return self.page.evaluate(
            "() => Math.max(0, ...[document.scrollingElement, ...document.querySelectorAll('[data-testid=stMain]')]"
            ".map(part => part.scrollWidth - part.clientWidth))"
        )
