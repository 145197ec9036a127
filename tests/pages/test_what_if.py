"""What if on the screen: ticks move the profile, stand in the address, and follow the plan when it changes."""

import pytest

from assessment.domain.action import ActionStatus, Plan
from assessment.services import actions
from assessment.services.reports import report
from tests import builders
from tests.builders import ADA
from tests.pages.test_moving_rows import EVA, text_of


@pytest.fixture
def planned(app_engine):
    """A quick check in which the first two gaps have an action each, and the third one that is done."""
    assessment = builders.start(app_engine)
    builders.answer_all(app_engine, builders.join(app_engine, assessment, builders.BEN), (0, 1, 2, 3, 4))
    gaps = report(app_engine, ADA, assessment.id).gaps[:3]
    return [
        actions.add(
            app_engine,
            EVA,
            assessment.id,
            Plan(
                f"Åtgärd *{place}*",
                aims={gap.result.item.id: 3},
                status=ActionStatus.DONE if place == 3 else ActionStatus.NOT_STARTED,
            ),
        )
        for place, gap in enumerate(gaps, start=1)
    ]


def opened(visit, planned, **query):
    return visit("actions.py", a=planned[0].assessment_id, vy="tank-om", **query)


def test_a_tick_moves_the_profile_and_stands_in_the_address(visit, planned):
    app = opened(visit, planned)
    assert "I dag når 9 av 24 frågor målet" in text_of(app)
    app.checkbox(key=f"what-if:{planned[0].id}").check().run()
    assert "Med en åtgärd når 10 av 24 frågor målet, i dag 9" in text_of(app)
    assert app.query_params["om"] == planned[0].id


def test_a_link_or_a_reload_keeps_the_ticks_and_forgets_actions_that_are_gone(visit, planned):
    app = opened(visit, planned, om=f"{planned[1].id}.gone")
    assert "Med en åtgärd når 10 av 24" in text_of(app)
    assert [box.value for box in app.checkbox] == [False, True, False]


def test_all_that_is_not_done_is_ticked_at_once_and_unticked(visit, planned):
    app = opened(visit, planned)
    app.button(key="tick-all").click().run()
    assert [box.value for box in app.checkbox] == [True, True, False]
    assert "Med två åtgärder når 11 av 24" in text_of(app)
    assert "Inte visat än" in app.checkbox[2].label
    app.button(key="tick-none").click().run()
    assert "I dag når 9 av 24" in text_of(app)
    assert "om" not in app.query_params


def test_a_tick_after_somebody_changed_the_plan_sees_the_plan_as_it_is(visit, app_engine, planned):
    app = opened(visit, planned)
    actions.remove(app_engine, EVA, planned[1].id, version=1)
    app.checkbox(key=f"what-if:{planned[0].id}").check().run()
    assert [box.value for box in app.checkbox] == [True, False]
    assert "Med en åtgärd når 10 av 24" in text_of(app)


def test_without_a_plan_it_says_how_to_begin(visit, app_engine, planned):
    for action in planned:
        actions.remove(app_engine, EVA, action.id, version=1)
    app = opened(visit, planned)
    assert "Planera först åtgärder vid gapen." in text_of(app)
    assert not app.checkbox
