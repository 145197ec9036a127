"""Returned plans on disk: brought in as one change with its history, refused when the plan moved, taken back."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.domain.action import PLANNED, ActionStatus, Plan, written
from assessment.domain.errors import ItemNotAsked, NotAllowed
from assessment.domain.plan_batch import BatchUndone, BatchUnknown, NothingChosen, PlanMoved, Stayed
from assessment.domain.plan_proposal import RowKind
from assessment.domain.returned_plan import (
    Baseline,
    KnownRow,
    NewRow,
    Place,
    PlanOfDeletedAssessment,
    PlanOfOtherAssessment,
    ReturnedPlan,
)
from assessment.domain.viewer import Viewer, ViewerKind
from assessment.services import actions, assessments, plan_files
from tests import builders
from tests.builders import ADA

EVA = Viewer(ViewerKind.FACILITATOR, name="Eva Ödén")
POLICY = Plan("Besluta en policy", owner="Anna", due=date(2027, 3, 31), aims={"POL-01": 3})
TIME = Plan("Avsätt tid", aims={"TID-01": 2})


@pytest.fixture
def planned(engine, full_assessment):
    """Two actions."""
    return [actions.add(engine, ADA, full_assessment.id, plan) for plan in (POLICY, TIME)]


def fields(plan):
    return {name: written(plan, name) for name in PLANNED}


def exported(assessment, planned):
    """A file made now and not edited."""
    return ReturnedPlan(
        assessment.id,
        "2026-11-22",
        {one.id: Baseline(one.version, fields(one.plan)) for one in planned},
        tuple(KnownRow(one.id, Place("Plan", 5 + n), fields(one.plan)) for n, one in enumerate(planned)),
        (),
    )


def edited(file, *edits, new=()):
    """The file with other values in its first rows."""
    rows = [replace(row, fields={**row.fields, **edit}) for row, edit in zip(file.known, edits, strict=False)]
    added = [
        NewRow(Place("Plan", 9 + n), Plan(p.title, aims=p.aims), {"owner": p.owner}, (p.title,))
        for n, p in enumerate(new)
    ]
    return replace(file, known=(*rows, *file.known[len(rows) :]), new=tuple(added))


def plans(engine, assessment):
    return [one.plan for one in actions.of_assessment(engine, ADA, assessment.id)]


def bring_in(engine, assessment, file, *, viewer=EVA):
    proposal = plan_files.propose(engine, viewer, assessment.id, file)
    return plan_files.apply(engine, viewer, proposal, proposal.ready)


NEW = Plan("Utse en ansvarig", owner="Bo", aims={"POL-02": 3})


def test_what_is_approved_is_written_with_who_and_batch(engine, full_assessment, planned):
    file = edited(exported(full_assessment, planned), {"owner": "Bo", "status": "done"}, new=[NEW])

    batch = bring_in(engine, full_assessment, file)

    assert plans(engine, full_assessment) == [replace(POLICY, owner="Bo", status=ActionStatus.DONE), TIME, NEW]
    lines = [one for one in actions.history(engine, ADA, planned[0].id) if one.version == 2]
    assert [(one.field, one.after, one.by, one.batch) for one in lines] == [
        ("owner", "Bo", "Eva Ödén", batch),
        ("status", "done", "Eva Ödén", batch),
    ]


def test_only_the_chosen_rows_are_written(engine, full_assessment, planned):
    file = edited(exported(full_assessment, planned), {"owner": "Bo", "note": "Ring"}, new=[NEW])
    proposal = plan_files.propose(engine, EVA, full_assessment.id, file)

    plan_files.apply(engine, EVA, proposal, {f"{planned[0].id}:note": "Ring"})

    assert plans(engine, full_assessment) == [replace(POLICY, note="Ring"), TIME]


def test_bringing_a_file_in_again_changes_nothing(engine, full_assessment, planned):
    file = edited(exported(full_assessment, planned), {"owner": "Bo"}, new=[NEW])
    bring_in(engine, full_assessment, file)

    again = plan_files.propose(engine, EVA, full_assessment.id, file)

    assert (again.empty, again.unchanged) == (True, 3)
    with pytest.raises(NothingChosen):
        plan_files.apply(engine, EVA, again, again.ready)


def test_files_of_two_units_merge(engine, full_assessment, planned):
    file = exported(full_assessment, planned)
    bring_in(engine, full_assessment, edited(file, {"owner": "Bo"}))
    bring_in(engine, full_assessment, edited(file, {"due": "2028-01-01"}, {"status": "done"}, new=[NEW]))

    assert plans(engine, full_assessment) == [
        replace(POLICY, owner="Bo", due=date(2028, 1, 1)),
        replace(TIME, status=ActionStatus.DONE),
        NEW,
    ]


def test_a_conflict_is_written_only_as_chosen(engine, full_assessment, planned):
    file = exported(full_assessment, planned)
    bring_in(engine, full_assessment, edited(file, {"owner": "Bo"}))
    proposal = plan_files.propose(engine, EVA, full_assessment.id, edited(file, {"owner": "Cia"}))

    [row] = proposal.of(RowKind.CONFLICTING)
    assert proposal.ready == {}
    plan_files.apply(engine, EVA, proposal, {row.key: "Cia"})
    assert plans(engine, full_assessment)[0].owner == "Cia"


def test_nothing_is_written_when_the_action_moved_meanwhile(engine, full_assessment, planned):
    file = edited(exported(full_assessment, planned), {"owner": "Bo"}, {"owner": "Cia"})
    proposal = plan_files.propose(engine, EVA, full_assessment.id, file)
    actions.change(engine, ADA, planned[1].id, version=1, plan=replace(TIME, note="Nytt"))

    with pytest.raises(PlanMoved):
        plan_files.apply(engine, EVA, proposal, proposal.ready)

    assert plans(engine, full_assessment) == [POLICY, replace(TIME, note="Nytt")]


def test_nothing_is_written_when_the_action_was_removed_meanwhile(engine, full_assessment, planned):
    file = edited(exported(full_assessment, planned), {"owner": "Bo"}, {"owner": "Cia"})
    proposal = plan_files.propose(engine, EVA, full_assessment.id, file)
    actions.remove(engine, ADA, planned[1].id, version=1)

    with pytest.raises(PlanMoved):
        plan_files.apply(engine, EVA, proposal, proposal.ready)

    assert plans(engine, full_assessment) == [POLICY]


def test_approving_twice_adds_once(engine, full_assessment, planned):
    proposal = plan_files.propose(
        engine, EVA, full_assessment.id, edited(exported(full_assessment, planned), new=[NEW])
    )
    plan_files.apply(engine, EVA, proposal, proposal.ready)

    with pytest.raises(PlanMoved):
        plan_files.apply(engine, EVA, proposal, proposal.ready)

    assert plans(engine, full_assessment) == [POLICY, TIME, NEW]


def test_one_row_that_cannot_be_written_leaves_everything_as_it_was(engine, full_assessment, planned):
    file = edited(exported(full_assessment, planned), {"owner": "Bo"}, new=[replace(NEW, aims={"XXX-99": 3})])

    with pytest.raises(ItemNotAsked):
        bring_in(engine, full_assessment, file)

    assert plans(engine, full_assessment) == [POLICY, TIME]
    assert plan_files.batches(engine, ADA, full_assessment.id) == ()


def test_undo_takes_everything_back(engine, full_assessment, planned):
    batch = bring_in(
        engine, full_assessment, edited(exported(full_assessment, planned), {"owner": "Bo", "due": ""}, new=[NEW])
    )

    undone = plan_files.undo(engine, ADA, batch)

    assert (undone.restored, undone.stayed) == (3, ())
    assert plans(engine, full_assessment) == [POLICY, TIME]
    with pytest.raises(BatchUndone):
        plan_files.undo(engine, ADA, batch)


def test_undo_leaves_what_somebody_changed_since(engine, full_assessment, planned):
    file = edited(exported(full_assessment, planned), {"owner": "Bo", "note": "Ring"}, new=[NEW])
    batch = bring_in(engine, full_assessment, file)
    first, _, added = actions.of_assessment(engine, ADA, full_assessment.id)
    actions.change(engine, ADA, first.id, version=2, plan=replace(first.plan, owner="Cia"))
    actions.change(engine, ADA, added.id, version=1, plan=replace(NEW, owner="Cia"))

    undone = plan_files.undo(engine, ADA, batch)

    assert (undone.restored, undone.stayed) == (
        1,
        (Stayed("Besluta en policy", "owner"), Stayed("Utse en ansvarig", "")),
    )
    assert plans(engine, full_assessment) == [replace(POLICY, owner="Cia"), TIME, replace(NEW, owner="Cia")]


def test_batches_tell_what_was_brought_in_and_what_was_taken_back(engine, full_assessment, planned):
    file = exported(full_assessment, planned)
    first = bring_in(engine, full_assessment, edited(file, {"owner": "Bo", "note": "Ring"}, new=[NEW]))
    second = bring_in(engine, full_assessment, edited(file, {"due": ""}))
    plan_files.undo(engine, ADA, first)

    found = plan_files.batches(engine, ADA, full_assessment.id)

    assert [(one.id, one.by, one.changes, one.undone) for one in found] == [
        (second, "Eva Ödén", 1, False),
        (first, "Eva Ödén", 3, True),
    ]


def test_what_was_taken_back_can_be_brought_in_again(engine, full_assessment, planned):
    file = edited(exported(full_assessment, planned), {"owner": "Bo"}, new=[NEW])
    plan_files.undo(engine, ADA, bring_in(engine, full_assessment, file))

    bring_in(engine, full_assessment, file)

    assert plans(engine, full_assessment) == [replace(POLICY, owner="Bo"), TIME, NEW]


def test_a_batch_that_does_not_exist_is_not_taken_back(engine):
    for batch in ("", "nothing"):
        with pytest.raises(BatchUnknown):
            plan_files.undo(engine, ADA, batch)


def test_a_file_of_another_or_deleted_assessment_is_refused(engine, full_assessment, planned):
    other = builders.start(engine, name="Dricksvatten")
    file = exported(full_assessment, planned)

    with pytest.raises(PlanOfOtherAssessment):
        plan_files.propose(engine, ADA, other.id, file)
    assessments.remove(engine, ADA, full_assessment.id)
    for expected in (None, other.id):
        with pytest.raises(PlanOfDeletedAssessment):
            plan_files.propose(engine, ADA, expected, file)


def test_participants_neither_see_nor_bring_in_files(engine, full_assessment, planned):
    someone = Viewer(ViewerKind.PARTICIPANT, "x")
    file = edited(exported(full_assessment, planned), {"owner": "Bo"})
    proposal = plan_files.propose(engine, ADA, None, file)

    with pytest.raises(NotAllowed):
        plan_files.propose(engine, someone, None, file)
    with pytest.raises(NotAllowed):
        plan_files.apply(engine, someone, proposal, proposal.ready)
    with pytest.raises(NotAllowed):
        plan_files.undo(engine, someone, "x")
    with pytest.raises(NotAllowed):
        plan_files.batches(engine, someone, full_assessment.id)
