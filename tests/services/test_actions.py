"""Actions on disk: who changed what, and that nobody overwrites anybody."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.domain.action import ActionStatus, Plan
from assessment.domain.action_errors import (
    ActionChanged,
    ActionUnknown,
    AimMissing,
    DueUnlikely,
    NothingToSplit,
    TitleMissing,
)
from assessment.domain.checklist import Effort
from assessment.domain.errors import ItemNotAsked, LevelOffScale, NotAllowed, RoleUnknown
from assessment.domain.viewer import Viewer, ViewerKind
from assessment.services import actions, assessments
from tests import builders

EVA = Viewer(ViewerKind.FACILITATOR, name="Eva Ödén")
PLAN = Plan(
    title="Besluta en policy",
    owner="Kommundirektören",
    owner_role="beslutsfattare",
    due=date(2027, 3, 31),
    effort=Effort.SMALL,
    note="Ta med i budgeten.",
    aims={"POL-01": 3, "TID-01": 2},
)


@pytest.fixture
def planned(engine, full_assessment):
    return actions.add(engine, EVA, full_assessment.id, PLAN)


def test_a_planned_action_is_read_back_as_it_was_written(engine, full_assessment, planned):
    assert actions.of_assessment(engine, EVA, full_assessment.id) == (planned,)
    assert planned.plan == PLAN
    assert (planned.version, planned.changed_by) == (1, "Eva Ödén")


def test_every_change_is_kept_with_who_and_what(engine, planned):
    plan = replace(PLAN, status=ActionStatus.DONE, due=None, aims={"POL-01": 4})
    actions.change(engine, EVA, planned.id, version=1, plan=plan)
    lines = [
        (one.field, one.before, one.after, one.by)
        for one in actions.history(engine, EVA, planned.id)
        if one.version == 2
    ]
    assert lines == [
        ("aims", "POL-01 3, TID-01 2", "POL-01 4", "Eva Ödén"),
        ("due", "2027-03-31", "", "Eva Ödén"),
        ("status", "not_started", "done", "Eva Ödén"),
    ]


def test_the_second_writer_is_told_and_changes_nothing(engine, planned):
    first = actions.change(engine, EVA, planned.id, version=1, plan=replace(PLAN, owner="Upphandlingschefen"))
    with pytest.raises(ActionChanged) as refused:
        actions.change(engine, EVA, planned.id, version=1, plan=replace(PLAN, owner="Någon annan"))
    assert refused.value.parameters == {"who": "Eva Ödén"}
    assert actions.action(engine, EVA, planned.id) == first


def test_saving_without_a_change_leaves_no_trace(engine, full_assessment, planned):
    revision = assessments.revision(engine, EVA, full_assessment.id)
    assert actions.change(engine, EVA, planned.id, version=1, plan=PLAN) == planned
    assert assessments.revision(engine, EVA, full_assessment.id) == revision


def test_splitting_moves_some_questions_to_a_new_action(engine, full_assessment, planned):
    new = actions.split(engine, EVA, planned.id, version=1, item_ids=["TID-01"])
    assert new.plan == replace(PLAN, aims={"TID-01": 2})
    old, found = actions.of_assessment(engine, EVA, full_assessment.id)
    assert old.plan.aims == {"POL-01": 3}
    assert found == new


@pytest.mark.parametrize("items", [[], ["POL-01", "TID-01"], ["KUN-01"]])
def test_splitting_needs_some_but_not_all(engine, planned, items):
    with pytest.raises(NothingToSplit):
        actions.split(engine, EVA, planned.id, version=1, item_ids=items)
    assert actions.action(engine, EVA, planned.id) == planned


def test_a_removed_action_can_be_put_back(engine, full_assessment, planned):
    removed = actions.remove(engine, EVA, planned.id, version=1)
    assert actions.of_assessment(engine, EVA, full_assessment.id) == ()
    with pytest.raises(ActionChanged):
        actions.change(engine, EVA, planned.id, version=removed.version, plan=PLAN)
    restored = actions.restore(engine, EVA, planned.id, version=removed.version)
    assert actions.of_assessment(engine, EVA, full_assessment.id) == (restored,)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"title": "  "}, TitleMissing),
        ({"aims": {}}, AimMissing),
        ({"aims": {"POL-01": 5}}, LevelOffScale),
        ({"aims": {"XXX-01": 3}}, ItemNotAsked),
        ({"owner_role": "kung"}, RoleUnknown),
        ({"due": date(1026, 11, 22)}, DueUnlikely),
    ],
)
def test_what_cannot_be_planned_is_refused_and_nothing_is_stored(engine, full_assessment, wrong, error):
    with pytest.raises(error):
        actions.add(engine, EVA, full_assessment.id, replace(PLAN, **wrong))
    assert actions.of_assessment(engine, EVA, full_assessment.id) == ()


def test_an_action_that_is_gone_is_told(engine):
    with pytest.raises(ActionUnknown):
        actions.action(engine, EVA, "finns-inte")


def test_a_participant_plans_nothing(engine, full_assessment):
    with pytest.raises(NotAllowed):
        actions.add(engine, Viewer(ViewerKind.PARTICIPANT, "x"), full_assessment.id, PLAN)


def test_late_and_unowned_are_seen(planned):
    assert planned.late(date(2027, 4, 1))
    assert not planned.late(date(2027, 3, 31))
    done = replace(planned, plan=replace(PLAN, status=ActionStatus.DONE, owner="", owner_role=""))
    assert not done.late(date(2030, 1, 1))
    assert not done.unowned
    assert replace(planned, plan=replace(PLAN, owner="", owner_role="")).unowned


def test_deleting_an_assessment_deletes_its_actions(engine, full_assessment, planned):
    other = builders.start(engine)
    kept = actions.add(engine, EVA, other.id, replace(PLAN, aims={"POL-01": 2}))
    assessments.remove(engine, EVA, full_assessment.id)
    assert actions.of_assessment(engine, EVA, other.id) == (kept,)
    with pytest.raises(ActionUnknown):
        actions.action(engine, EVA, planned.id)
