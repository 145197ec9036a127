"""axe-core on a page, and what bare Streamlit owes it already."""

from axe_playwright_python.sync_playwright import Axe

from tests.bare import bare_app
from tests.browser.chromium import screen
from tests.browser.visitor import Visitor
from tests.serving import Server

# Only what is broken is told: describing all that is well takes as long again.
WCAG = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]},
    "resultTypes": ["violations"],
}
COLOURS = ("light", "dark")


# Colours on their way from one to another are nobody's.
STILL = """() => document.getAnimations().every(
  (one) => one.playState !== "running" || one.effect.getComputedTiming().endTime === Infinity
)"""


def violations(page):
    """Each broken rule with the elements that break it."""
    page.wait_for_function(STILL)
    found = Axe().run(page, options=WCAG).response["violations"]
    return {rule["id"]: [node["html"][:200] for node in rule["nodes"]] for rule in found}


def broken_by_bare_streamlit(browser, folder):
    """Rule names by colour scheme."""
    server = Server(folder, script=bare_app(folder, ours=True), home=folder).start()
    broken = {}
    for colours in COLOURS:
        context = screen(browser, colours=colours)
        visitor = Visitor(context, server)
        visitor.open()
        visitor.page.get_by_role("radio").first.wait_for()
        broken[colours] = set(violations(visitor.page))
        context.close()
    server.stop()
    return broken
