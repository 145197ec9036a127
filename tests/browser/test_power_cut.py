"""An answer whose receipt could be read is on disk, whatever happens to the server afterwards."""

import random
import sqlite3
from threading import Timer

import pytest
from playwright.sync_api import expect

from assessment.domain.response import ANSWER_CODES
from tests import builders

pytestmark = pytest.mark.browser
ROUNDS = 2  # `tests.faults` kills more often, with more people writing
# What the page says about an item: saved, or that the server is gone. Read in one go, so that the two belong together.
OUTCOME = """(itemClass) => {
  const shown = document.querySelector("." + itemClass);
  const receipt = shown && document.querySelector(".ru-receipt")?.textContent.trim();
  if (receipt) return "saved";
  const app = document.querySelector('[data-testid="stApp"]');
  return app.dataset.testConnectionState === "CONNECTED" ? null : "gone";
}"""


def stored(database):
    """Item and level, from the file itself, after everything in the log has been taken in."""
    with sqlite3.connect(database) as connection:
        return dict(connection.execute("select item_id, coalesce(level, kind) from response where kind is not null"))


def test_no_acknowledged_answer_is_lost_when_the_server_is_killed(own_house, arrive):
    engine = own_house.open_store()
    assessment = builders.start(engine, scope=builders.Scope.FULL)
    ben = builders.join(engine, assessment, builders.BEN)
    items = [item.id for item in builders.asked(engine, assessment)]
    engine.dispose()
    visitor = arrive(own_house)
    chance = random.Random(2026)
    acknowledged = {}
    for _ in range(ROUNDS):
        visitor.open("svara", a=assessment.id, p=ben.id, q=items[len(acknowledged)])
        cut = Timer(chance.uniform(0.05, 1), own_house.process.kill)
        answer_until_cut(visitor, items, acknowledged, chance, cut)
        cut.join()
        own_house.kill()
        assert stored(own_house.database).items() >= acknowledged.items()
        own_house.start()
    assert len(acknowledged) >= ROUNDS


def answer_until_cut(visitor, items, acknowledged, chance, cut):
    """Answer one item after the other and note each that the screen calls saved. The first starts the clock."""
    for item in items[len(acknowledged) :]:
        code = chance.choice(ANSWER_CODES[:5])
        visitor.page.keyboard.press(code)
        if visitor.page.wait_for_function(OUTCOME, arg=visitor.level_class(item)).json_value() == "gone":
            return
        acknowledged[item] = int(code)
        if cut.ident is None:
            cut.start()
        visitor.page.keyboard.press("ArrowRight")
        if not visitor.reaches_or_loses(items[len(acknowledged)]):
            return


def test_nothing_can_be_chosen_while_the_server_is_away(own_house, arrive):
    visitor = at_second_item(own_house, arrive)
    own_house.kill()
    expect(visitor.choices("POL-02").first).to_be_disabled()
    visitor.press("4")
    dialogue = visitor.page.get_by_role("dialog", name=visitor.language.text("Rustad cannot be reached"))
    expect(dialogue).to_be_visible()  # what to do, in place of how a developer starts Streamlit
    expect(dialogue.get_by_text("streamlit run")).to_be_hidden()
    own_house.start()
    visitor.sees_the_server_again()
    expect(dialogue).to_have_count(0)
    assert visitor.chosen("POL-02") is None
    visitor.answer("POL-02", "2")
    visitor.receipt()
    assert stored(own_house.database) == {"POL-01": 1, "POL-02": 2}


def test_a_choice_made_before_the_server_listens_again_is_saved_on_the_way_to_the_next(own_house, arrive):
    visitor = at_second_item(own_house, arrive)
    own_house.kill()
    expect(visitor.choices("POL-02").first).to_be_disabled()
    own_house.start()
    visitor.answer("POL-02", "4")
    visitor.sees_the_server_again()
    visitor.click("Next question")
    visitor.reaches("POL-07")
    assert stored(own_house.database) == {"POL-01": 1, "POL-02": 4}


def at_second_item(house, arrive):
    """Ben, who has answered the first item of a quick check with 1."""
    engine = house.open_store()
    assessment = builders.start(engine)
    builders.join(engine, assessment, builders.BEN)
    engine.dispose()
    visitor = arrive(house)
    visitor.open("svara", a=assessment.id)
    visitor.answer("POL-01", "1")
    visitor.receipt()
    visitor.click("Next question")
    visitor.reaches("POL-02")
    return visitor
