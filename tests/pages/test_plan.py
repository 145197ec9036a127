"""Planning on the screen: a gap gets an action, two people never overwrite each other, the board tells what is late."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from assessment.domain.action import ActionStatus, Plan
from assessment.domain.viewer import Viewer, ViewerKind
from assessment.services import actions
from assessment.services.reports import report
from assessment.ui.making import Making
from tests import builders
from tests.builders import ADA

EVA = Viewer(ViewerKind.FACILITATOR, name="Eva Berg")


@pytest.fixture
def answered(app_engine):
    """A quick check with gaps."""
    assessment = builders.start(app_engine)
    builders.answer_all(app_engine, builders.join(app_engine, assessment, builders.BEN), (0, 1, 2, 3, 4))
    return report(app_engine, ADA, assessment.id)


@pytest.fixture
def planned(app_engine, answered):
    """The first gap has an action."""
    first = answered.gaps[0].result.item.id
    return actions.add(app_engine, EVA, answered.assessment.id, Plan("Besluta", owner="Anna Ek", aims={first: 3}))


def text_of(app):
    return " ".join(re.sub(r"<[^>]+>", " ", block.proto.body) for block in app.get("html"))


def test_planning_a_gap_takes_the_recommended_action_and_the_target_along(visit, app_engine, answered):
    gap = answered.gaps[0].result
    app = visit("actions.py", a=answered.assessment.id)
    app.button(key=f"plan-{gap.item.id}").click().run()
    app.text_input(key=f"plan-owner:ny-{gap.item.id}").set_value("Anna Ek").run()
    app.button(key="do-save-plan").click().run()
    (made,) = actions.of_assessment(app_engine, ADA, answered.assessment.id)
    assert made.plan == Plan(
        title=gap.item.action.sv, owner="Anna Ek", effort=gap.item.effort, aims={gap.item.id: gap.target}
    )


def test_a_planned_gap_shows_who_and_when_instead_of_the_button(visit, app_engine, answered, planned):
    actions.change(app_engine, EVA, planned.id, version=1, plan=replace(planned.plan, due=date(2037, 3, 31)))
    app = visit("actions.py", a=answered.assessment.id)
    shown = text_of(app)
    assert "Anna Ek, klar 31 mars 2037" in shown
    assert not [one for one in app.button if one.key == f"plan-{answered.gaps[0].result.item.id}"]


def test_an_empty_title_is_told_and_nothing_is_saved(visit, app_engine, answered):
    app = visit("actions.py", a=answered.assessment.id)
    item_id = answered.gaps[0].result.item.id
    app.button(key=f"plan-{item_id}").click().run()
    app.text_area(key=f"plan-title:ny-{item_id}").set_value("  ").run()
    app.button(key="do-save-plan").click().run()
    assert [one.value for one in app.error] == ["Skriv vad som ska göras."]
    assert actions.of_assessment(app_engine, ADA, answered.assessment.id) == ()


def open_to_edit(visit, answered, planned):
    app = visit("actions.py", a=answered.assessment.id, lista="plan")
    app.button(key=f"change-{planned.id}").click().run()
    return app


def test_the_second_writer_sees_both_values_and_chooses(visit, app_engine, answered, planned):
    app = open_to_edit(visit, answered, planned)
    app.text_input(key=f"plan-owner:{planned.id}").set_value("Min")
    actions.change(app_engine, EVA, planned.id, version=1, plan=replace(planned.plan, owner="Hennes"))
    app.button(key="do-save-plan").click().run()
    assert "Eva Berg ändrade åtgärden" in app.warning[0].value
    assert "Min" in text_of(app) and "Hennes" in text_of(app)
    assert actions.action(app_engine, ADA, planned.id).plan.owner == "Hennes"
    app.button(key="save-mine").click().run()
    assert actions.action(app_engine, ADA, planned.id).plan.owner == "Min"


def test_a_second_click_on_save_meets_no_conflict_with_the_first(visit, app_engine, answered, planned):
    app = open_to_edit(visit, answered, planned)
    app.text_input(key=f"plan-owner:{planned.id}").set_value("Min")
    written = replace(planned.plan, owner="Min")  # by the first click, whose run was stopped just after
    first = actions.change(app_engine, ADA, planned.id, version=1, plan=written)
    app.button(key="do-save-plan").click().run()
    assert not app.warning and "atgard" not in app.query_params
    assert actions.action(app_engine, ADA, planned.id) == first


def test_a_second_click_on_save_plans_no_second_action(visit, app_engine, answered):
    app = visit("actions.py", a=answered.assessment.id)
    app.button(key=f"plan-{answered.gaps[0].result.item.id}").click().run()
    app.session_state["making-plan"] = Making(added=True)  # by the first click, whose run was stopped just after
    app.button(key="do-save-plan").click().run()
    assert actions.of_assessment(app_engine, ADA, answered.assessment.id) == ()
    assert "atgard" not in app.query_params


def test_keeping_the_other_value_changes_nothing(visit, app_engine, answered, planned):
    app = open_to_edit(visit, answered, planned)
    app.text_input(key=f"plan-owner:{planned.id}").set_value("Min")
    theirs = actions.change(app_engine, EVA, planned.id, version=1, plan=replace(planned.plan, owner="Hennes"))
    app.button(key="do-save-plan").click().run()
    app.button(key="do-keep-theirs").click().run()
    assert actions.action(app_engine, ADA, planned.id) == theirs


def test_the_board_tells_what_is_late_and_what_nobody_owns(visit, app_engine, answered, planned):
    yesterday = datetime.now(UTC).date() - timedelta(days=2)
    late = replace(planned.plan, owner="", due=yesterday, status=ActionStatus.IN_PROGRESS)
    actions.change(app_engine, EVA, planned.id, version=1, plan=late)
    shown = text_of(visit("actions.py", a=answered.assessment.id, lista="plan"))
    assert "En åtgärd är försenad" in shown
    assert "Ingen är ansvarig" in shown


def test_an_empty_plan_says_how_to_begin(visit, answered):
    shown = text_of(visit("actions.py", a=answered.assessment.id, lista="plan"))
    assert "Inget är planerat än." in shown


def test_a_removed_action_leaves_the_plan(visit, app_engine, answered, planned):
    app = open_to_edit(visit, answered, planned)
    app.button(key="remove-action").click().run()
    assert actions.of_assessment(app_engine, ADA, answered.assessment.id) == ()
