"""The browser: which program it is, how it is started, and the screens it pretends to have."""

import shutil
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
# Nothing of its own over the network: the tests talk to this computer only.
SWITCHES = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--process-per-site",  # a page finds the scripts compiled that another of the same window has run, see `window`
)
PATIENCE = 60_000  # milliseconds that a visitor waits for anything, on a computer that does much else
DESKTOP = (1440, 900)
PHONE = (390, 844)
NARROW = (320, 640)
PROJECTOR = (1920, 1080)


@contextmanager
def chromium():
    """An installed Chromium, or the one that Playwright brought if there is none."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(SWITCHES))
        yield browser
        browser.close()


def window(browser, server, **pretended):
    """A screen in which one page, that nobody looks at, keeps what has been compiled from one visitor to the next."""
    context = screen(browser, **pretended)
    context.new_page().goto(f"{server.url}/_stcore/health")
    return context


def screen(browser, *, size=DESKTOP, colours="light", locale="sv-SE"):
    """A new visitor's browser window: nothing cached, no cookies. Phones have a finger instead of a mouse."""
    width, height = size
    return browser.new_context(
        viewport={"width": width, "height": height},
        locale=locale,
        timezone_id="Europe/Stockholm",
        color_scheme=colours,
        reduced_motion="reduce",
        has_touch=size in {PHONE, NARROW},
        is_mobile=size in {PHONE, NARROW},
        accept_downloads=True,
    )
