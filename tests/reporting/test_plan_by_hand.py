"""The round trip with a workbook that is really opened, edited and saved in LibreOffice, several times over."""

from datetime import date

import pytest

from assessment.domain.action import ActionStatus, Plan
from assessment.domain.copy_choice import OTHER_COPY
from assessment.services import actions, plan_copies, plan_files
from tests.builders import ADA
from tests.reporting.libreoffice import as_text, by_hand, hidden, renamed, sorted_by, typed
from tests.reporting.returned import exported, told, understood, with_cells

pytestmark = pytest.mark.slow


@pytest.fixture
def planned(engine, answered_assessment):
    """Two actions."""
    for title, item in (("Besluta", "POL-01"), ("Avsätt tid", "TID-01")):
        actions.add(engine, ADA, answered_assessment.id, Plan(title, owner="Anna", aims={item: 3}))
    return answered_assessment


def read_in(engine, assessment, content, copy=None):
    file = understood(engine, assessment, content)
    proposal = plan_files.propose(engine, ADA, assessment.id, file, copy=copy)
    plan_files.apply(engine, ADA, proposal, proposal.ready, file_name="plan.xlsx")


def plans(engine, assessment):
    return {one.plan.title: one.plan for one in actions.of_assessment(engine, ADA, assessment.id)}


def test_a_file_is_worked_in_twice_and_another_units_copy_merges(engine, planned, tmp_path):
    given = exported(engine, planned)
    # Plan: A what, B which questions, D who, F by when, G status, I note; the actions in rows 5 and 6
    first = by_hand(
        given,
        tmp_path,
        typed("Plan", "D5", "Bo Berg"),
        as_text("Plan", "F5", "31 mars 2027"),
        typed("Plan", "F6", "2027-09-30"),
        typed("Plan", "G6", "Pågår"),
        as_text("Plan", "A7", "Utse en ansvarig"),
        as_text("Plan", "B7", "POL-02"),
        sorted_by("Plan", "A5:K7", 0),
        hidden("Plan", "C"),
        renamed("Plan", "Vår plan"),
    )
    read_in(engine, planned, first)
    now = plans(engine, planned)
    assert (now["Besluta"].owner, now["Besluta"].due) == ("Bo Berg", date(2027, 3, 31))
    assert (now["Avsätt tid"].due, now["Avsätt tid"].status) == (date(2027, 9, 30), ActionStatus.IN_PROGRESS)
    assert list(now["Utse en ansvarig"].aims) == ["POL-02"]

    # sorted from Z to A: the new row stands first, Besluta below it
    again = by_hand(
        first,
        tmp_path,
        as_text("Vår plan", "A5", "Utse två ansvariga"),
        typed("Vår plan", "D6", "Cia Dahl"),
    )
    file = understood(engine, planned, again)
    [known] = plan_copies.unclear_copies(engine, ADA, file)
    proposal = plan_files.propose(engine, ADA, planned.id, file, copy=known.id)
    assert sorted(told(proposal)) == [("changed", "owner", "Cia Dahl"), ("changed", "title", "Utse två ansvariga")]
    read_in(engine, planned, again, known.id)

    other = with_cells(given, ("Plan", "Besluta", "note", "Ring länsstyrelsen"))
    read_in(engine, planned, other, OTHER_COPY)
    now = plans(engine, planned)
    assert sorted(now) == ["Avsätt tid", "Besluta", "Utse två ansvariga"]
    assert (now["Besluta"].owner, now["Besluta"].note) == ("Cia Dahl", "Ring länsstyrelsen")
