"""An answer whose receipt could be read is on disk, whatever happens to the server afterwards."""

import random
import sqlite3
from threading import Timer

import pytest

from assessment.domain.response import ANSWER_CODES
from tests import builders

pytestmark = pytest.mark.browser
ROUNDS = 4
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


def test_no_acknowledged_answer_is_lost_when_the_server_is_killed(own_house, arrive, tmp_path):
    engine = builders.house(tmp_path)
    assessment = builders.start(engine, scope=builders.Scope.FULL)
    ben = builders.join(engine, assessment, builders.BEN)
    items = [item.id for item in builders.asked(engine, assessment)]
    engine.dispose()
    visitor = arrive(own_house)
    chance = random.Random(2026)
    acknowledged = {}
    for _ in range(ROUNDS):
        visitor.open("svara", a=assessment.id, p=ben.id, q=items[len(acknowledged)])
        cut = Timer(chance.uniform(0.1, 1.5), own_house.process.kill)
        cut.start()
        answer_until_cut(visitor, items, acknowledged, chance)
        cut.join()
        own_house.kill()
        assert stored(own_house.database).items() >= acknowledged.items()
        own_house.start()
    visitor.forgive_lost_connections()
    assert len(acknowledged) >= ROUNDS


def answer_until_cut(visitor, items, acknowledged, chance):
    """Answer one item after the other and note each that the screen calls saved."""
    for item in items[len(acknowledged) :]:
        code = chance.choice(ANSWER_CODES[:5])
        visitor.page.keyboard.press(code)
        if visitor.page.wait_for_function(OUTCOME, arg=visitor.level_class(item)).json_value() == "gone":
            return
        acknowledged[item] = int(code)
        visitor.page.keyboard.press("ArrowRight")
        if not visitor.reaches_or_loses(items[len(acknowledged)]):
            return


def test_an_answer_given_while_the_server_was_away_is_saved_when_it_is_back(own_house, arrive, tmp_path):
    engine = builders.house(tmp_path)
    assessment = builders.start(engine)
    builders.join(engine, assessment, builders.BEN)
    engine.dispose()
    visitor = arrive(own_house)
    visitor.open("svara", a=assessment.id)
    visitor.press("1")
    visitor.receipt()
    visitor.settle()
    visitor.click("Next question")
    visitor.reaches("POL-02")
    own_house.kill()
    own_house.start()
    visitor.settle()
    visitor.answer("POL-02", "4")
    visitor.receipt()
    visitor.forgive_lost_connections()
    assert stored(own_house.database) == {"POL-01": 1, "POL-02": 4}
