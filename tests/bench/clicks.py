"""From a click until the answer has been stored and the page repainted, measured inside the page."""

from tests.bench.rivals import levels, turns
from tests.browser.chromium import chromium, screen
from tests.browser.visitor import Visitor

WARMING = 3
# After the echo has changed, the next frame; a message posted from there arrives when that frame has been painted.
CLICK = """([choices, number, echo]) => new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error(`no change in ${echo} after a click on ${choices}`)), 15_000);
  const text = () => document.querySelector(echo)?.textContent.trim();
  const before = text();
  const observer = new MutationObserver(() => {
    if (!text() || text() === before) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => resolve((performance.now() - begun) / 1000);
      painted.port2.postMessage(null);
    });
  });
  observer.observe(document.body, {subtree: true, childList: true, characterData: true});
  const choice = document.querySelectorAll(choices)[number];
  const begun = performance.now();
  choice.click();
})"""


class Clicker:
    """One visitor at one rival, who answers question after question."""

    def __init__(self, browser, rival):
        self.rival = rival
        self.visitor = Visitor(screen(browser), rival.server)
        self.visitor.page.goto(rival.address)
        self.visitor.page.locator(rival.selector(rival.keys[0])).first.wait_for(state="attached")
        self.questions = iter(rival.keys * (1 if len(rival.keys) > 1 else 1000))
        self.levels = levels()
        self.samples = []

    def answer(self):
        choices = self.rival.selector(next(self.questions))
        self._reach(choices)
        self.visitor.settle()
        click = [choices, next(self.levels), self.rival.echo]
        self.samples.append(self.visitor.page.evaluate(CLICK, click))
        self.visitor.settle()  # nothing is left to do while the next rival is measured

    def _reach(self, choices):
        """Go on to the question, unless it is in view."""
        question = self.visitor.page.locator(choices).first
        if not question.count():
            self.visitor.click("Next question" if self.rival.walks else "Next dimension")
        question.wait_for(state="attached")


def click_times(rivals, *, answers):
    """Seconds per click by rival name."""
    with chromium() as browser:
        clickers = {rival.name: Clicker(browser, rival) for rival in rivals}
        for rival, _ in turns(rivals, answers):
            clickers[rival.name].answer()
        return {name: clicker.samples[WARMING:] for name, clicker in clickers.items()}
