"""The same copy read in again, on disk: nothing is doubled, and no conflict is told that is none."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.domain.action import PLANNED, Plan, written
from assessment.domain.copy_choice import OTHER_COPY
from assessment.domain.errors import NotAllowed
from assessment.domain.returned_plan import Baseline, KnownRow, NewRow, Place, ReturnedPlan
from assessment.domain.viewer import Viewer, ViewerKind
from assessment.services import actions, assessments, plan_copies, plan_files
from tests.builders import ADA

POLICY = Plan("Besluta en policy", owner="Anna", due=date(2027, 3, 31), aims={"POL-01": 3})


def fields(plan):
    return {name: written(plan, name) for name in PLANNED}


@pytest.fixture
def planned(engine, full_assessment):
    return actions.add(engine, ADA, full_assessment.id, POLICY)


@pytest.fixture
def file(full_assessment, planned):
    """An export with one action, in the sheets of the gaps and of the plan."""
    rows = [KnownRow(planned.id, Place(sheet, 5), fields(POLICY)) for sheet in ("Gap", "Plan")]
    return ReturnedPlan(full_assessment.id, "2026-11-22", {planned.id: Baseline(1, fields(POLICY))}, tuple(rows), ())


def saying(file, *sheets, **said):
    """The file with other values in the rows of these sheets, all when none is named."""
    rows = [
        replace(row, fields={**row.fields, **said}) if not sheets or row.place.sheet in sheets else row
        for row in file.known
    ]
    return replace(file, known=tuple(rows))


def with_new(file, title, *, row=9, **said):
    plan = Plan(title, aims={"POL-02": 3})
    return replace(file, new=(*file.new, NewRow(Place("Plan", row), plan, said, (title,))))


def read_in(engine, file, copy=None, name="plan.xlsx"):
    proposal = plan_files.propose(engine, ADA, file.assessment_id, file, copy=copy)
    return plan_files.apply(engine, ADA, proposal, proposal.ready, file_name=name)


def told(engine, file, copy=None):
    proposal = plan_files.propose(engine, ADA, file.assessment_id, file, copy=copy)
    return [(row.kind.value, row.field or row.title, *row.in_file) for row in proposal.rows]


def asked(engine, file):
    return [one.file_name for one in plan_copies.unclear_copies(engine, ADA, file)]


def the_copy(engine, file):
    return plan_copies.unclear_copies(engine, ADA, file)[0].id


def test_the_same_field_changed_again_is_a_change_in_the_same_copy_and_a_conflict_in_another(engine, file):
    read_in(engine, saying(file, owner="Bo"))
    again = saying(file, owner="Cia")

    assert asked(engine, again) == ["plan.xlsx"]
    assert told(engine, again, the_copy(engine, again)) == [("changed", "owner", "Cia")]
    assert told(engine, again, OTHER_COPY) == [("conflicting", "owner", "Cia")]
    assert told(engine, again) == [("conflicting", "owner", "Cia")]


def test_a_value_put_back_as_it_was_is_a_change_in_the_same_copy_and_nothing_in_another(engine, file):
    read_in(engine, saying(file, owner="Bo"))

    assert told(engine, file, the_copy(engine, file)) == [("changed", "owner", "Anna")]
    assert told(engine, file, OTHER_COPY) == []


def test_a_new_row_that_got_another_title_is_not_added_again(engine, file, full_assessment):
    read_in(engine, with_new(file, "Utse en ansvarig", owner="Bo"))
    again = with_new(file, "Utse två ansvariga", row=12, owner="Bo")

    copy = the_copy(engine, again)
    assert told(engine, again, copy) == [("changed", "title", "Utse två ansvariga")]
    read_in(engine, again, copy)
    assert [one.plan.title for one in actions.of_assessment(engine, ADA, full_assessment.id)] == [
        "Besluta en policy",
        "Utse två ansvariga",
    ]


def test_a_new_row_is_not_added_again_when_its_title_changed_in_rustad(engine, file, full_assessment):
    read_in(engine, with_new(file, "Utse en ansvarig", owner="Bo"))
    added = actions.of_assessment(engine, ADA, full_assessment.id)[1]
    actions.change(engine, ADA, added.id, version=1, plan=replace(added.plan, title="Annat"))

    again = with_new(file, "Utse en ansvarig", owner="Bo")
    assert (asked(engine, again), told(engine, again)) == ([], [])


def test_a_second_row_for_the_same_question_is_new(engine, file):
    read_in(engine, with_new(file, "Utse en ansvarig"))
    more = with_new(with_new(file, "Utse en ansvarig"), "Utbilda", row=10)

    assert told(engine, more) == [("added", "Utbilda")]


def test_one_sheet_changed_and_the_other_left_says_nothing_more_the_second_time(engine, file):
    half = saying(file, "Gap", owner="Bo")
    read_in(engine, half)

    assert (asked(engine, half), told(engine, half)) == ([], [])
    copy = the_copy(engine, file)
    assert told(engine, saying(half, "Plan", owner="Cia"), copy) == [("changed", "owner", "Cia")]
    assert told(engine, file, copy) == [("changed", "owner", "Anna")]
    without_gap = replace(half, known=half.known[1:])
    assert told(engine, without_gap, copy) == []


def test_more_work_in_the_same_copy_is_brought_in_without_a_question(engine, file):
    read_in(engine, saying(file, owner="Bo"))
    more = saying(file, owner="Bo", note="Ring")

    assert (asked(engine, more), told(engine, more)) == ([], [("changed", "note", "Ring")])


def test_a_change_in_rustad_meanwhile_is_a_conflict_in_every_copy(engine, file, planned):
    read_in(engine, saying(file, owner="Bo"))
    now = actions.action(engine, ADA, planned.id)
    actions.change(engine, ADA, planned.id, version=2, plan=replace(now.plan, owner="Eva"))
    again = saying(file, owner="Cia")

    assert told(engine, again, OTHER_COPY) == [("conflicting", "owner", "Cia")]
    assert told(engine, again) == [("conflicting", "owner", "Cia")]
    assert asked(engine, again) == []


def test_the_copies_of_two_units_each_go_on_from_their_own(engine, file, planned):
    read_in(engine, saying(file, owner="Bo"), name="inkop.xlsx")
    other = saying(file, note="Ring")
    assert asked(engine, other) == ["inkop.xlsx"]
    read_in(engine, other, OTHER_COPY, name="beredskap.xlsx")

    first, second = saying(file, owner="Cia"), saying(file, note="Mejla")
    names = {one.file_name: one.id for one in plan_copies.unclear_copies(engine, ADA, first)}
    assert sorted(names) == ["beredskap.xlsx", "inkop.xlsx"]
    read_in(engine, first, names["inkop.xlsx"])
    read_in(engine, second, names["beredskap.xlsx"])

    plan = actions.action(engine, ADA, planned.id).plan
    assert (plan.owner, plan.note) == ("Cia", "Mejla")


def test_what_was_taken_back_can_be_brought_in_again(engine, file, planned):
    read = with_new(saying(file, owner="Bo"), "Utse en ansvarig")
    plan_files.undo(engine, ADA, read_in(engine, read))

    assert asked(engine, read) == []
    assert told(engine, read) == [("changed", "owner", "Bo"), ("added", "Utse en ansvarig")]


def test_what_stayed_when_the_rest_was_taken_back_is_still_known(engine, file, full_assessment):
    read = with_new(saying(file, owner="Bo"), "Utse en ansvarig")
    batch = read_in(engine, read)
    added = actions.of_assessment(engine, ADA, full_assessment.id)[1]
    actions.change(engine, ADA, added.id, version=1, plan=replace(added.plan, title="Annat"))
    plan_files.undo(engine, ADA, batch)

    assert told(engine, read) == [("changed", "owner", "Bo")]


def test_readings_go_with_their_assessment(engine, file):
    read_in(engine, saying(file, owner="Bo"))

    assessments.remove(engine, ADA, file.assessment_id)

    assert plan_copies.unclear_copies(engine, ADA, saying(file, owner="Cia")) == ()


def test_participants_do_not_see_what_was_read_in(engine, file):
    with pytest.raises(NotAllowed):
        plan_copies.unclear_copies(engine, Viewer(ViewerKind.PARTICIPANT, "x"), file)
