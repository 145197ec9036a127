"""Moving a row on the screen: it lands, says who moved it, goes back, and the second writer is told."""

import re

import pytest

from assessment.domain.viewer import Viewer, ViewerKind
from assessment.services import row_orders
from assessment.services.reports import report
from tests import builders
from tests.builders import ADA

EVA = Viewer(ViewerKind.FACILITATOR, name="Eva Berg")


@pytest.fixture
def answered(app_engine):
    """A quick check with gaps."""
    assessment = builders.start(app_engine)
    builders.answer_all(app_engine, builders.join(app_engine, assessment, builders.BEN), (0, 1, 2, 3, 4))
    return report(app_engine, ADA, assessment.id)


def text_of(app):
    return " ".join(re.sub(r"<[^>]+>", " ", block.proto.body) for block in app.get("html"))


def listed(engine, answered):
    return [gap.result.item.id for gap in report(engine, ADA, answered.assessment.id).gaps]


def test_a_row_is_moved_to_a_place_and_all_rows_are_put_back(visit, app_engine, answered):
    suggested = [gap.result.item.id for gap in answered.gaps]
    app = visit("actions.py", a=answered.assessment.id, flytta=suggested[4])
    app.selectbox(key=f"place:{suggested[4]}:sv").select(2).run()
    app.button(key="do-move").click().run()
    assert listed(app_engine, answered)[:3] == [suggested[0], suggested[4], suggested[1]]
    assert "Raden står nu på plats 2. En rad är flyttad för hand." in text_of(app)
    assert "föreslagen plats 5. Ingår i snabbkollen" in text_of(app)
    app.button(key="put-all-back").click().run()
    assert listed(app_engine, answered) == suggested
    assert "Listan är åter som föreslagen." in text_of(app)


def test_who_moves_a_row_after_somebody_else_is_told_and_sees_the_new_order(visit, app_engine, answered):
    first, second = (gap.result.item.id for gap in answered.gaps[:2])
    app = visit("actions.py", a=answered.assessment.id, flytta=second)
    app.selectbox(key=f"place:{second}:sv").select(1)
    moved = answered.gaps[-1].result.item.id
    row_orders.move(app_engine, EVA, answered.assessment.id, moved, below=None, version=0)
    app.button(key="do-move").click().run()
    assert listed(app_engine, answered)[:3] == [moved, first, second]
    assert [one.value[:8] for one in app.error] == ["Eva Berg"]
    assert "Flyttad hit av Eva Berg" in text_of(app)


def test_the_menu_of_a_row_takes_it_down_and_back_again(visit, app_engine, answered):
    suggested = [gap.result.item.id for gap in answered.gaps]
    app = visit("actions.py", a=answered.assessment.id)
    app.menu_button(key=f"move:{suggested[0]}").click("down").run()
    assert listed(app_engine, answered)[:2] == [suggested[1], suggested[0]]
    app.menu_button(key=f"move:{suggested[0]}").click("back").run()
    assert listed(app_engine, answered) == suggested
