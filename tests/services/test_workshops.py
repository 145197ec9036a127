"""Preparing workshops and finding those of an assessment."""

import pytest

from assessment.domain.errors import AssessmentUnknown, NotAllowed
from assessment.domain.viewer import SERVER, Viewer, ViewerKind
from assessment.domain.workshop_errors import BudgetWrong, OnlyFacilitator, WorkshopUnknown
from assessment.domain.workshop_parts import Agenda, Names, Settings, Stage
from assessment.services import assessments, join_codes, workshops
from tests import builders
from tests.builders import ADA
from tests.workshop_builders import Facilitator, prepare

MEMBER = Viewer(ViewerKind.MEMBER)
PARTICIPANT = Viewer(ViewerKind.PARTICIPANT, "p")


def test_a_prepared_workshop_can_be_joined_at_once(engine, quick_assessment):
    workshop = prepare(engine, quick_assessment)
    assert (workshop.stage, workshop.version) == (Stage.LOBBY, 0)
    code = join_codes.join_code_of(engine, ADA, workshop.id).code
    assert join_codes.workshop_with(engine, code) == workshop.id


def test_what_was_chosen_is_kept(engine, quick_assessment):
    prepare(engine, quick_assessment, names=Names.OPEN, agenda=Agenda.WORTH, minutes=45, facilitator=" Ada\nB ")
    [stored] = workshops.of_assessment(engine, ADA, quick_assessment.id)
    assert stored.settings == Settings(Names.OPEN, Agenda.WORTH, 45, "Ada B")


def test_names_are_hidden_and_the_checklists_order_holds_unless_chosen_otherwise(engine, quick_assessment):
    assert prepare(engine, quick_assessment).settings == Settings(Names.HIDDEN, Agenda.CHECKLIST, 90, "")


def test_the_latest_comes_first_with_its_record(engine, quick_assessment):
    first, second = prepare(engine, quick_assessment), prepare(engine, quick_assessment)
    prepare(engine, builders.start(engine, name="Hemtjänsten"))
    taken = Facilitator(engine, first).settle("POL-01", 3)
    assert workshops.of_assessment(engine, ADA, quick_assessment.id) == (second, taken)


def test_preparing_counts_as_a_change(engine, quick_assessment):
    prepare(engine, quick_assessment)
    assert assessments.revision(engine, ADA, quick_assessment.id) == 1


def test_what_can_not_be_prepared_leaves_nothing(engine, quick_assessment):
    with pytest.raises(BudgetWrong):
        prepare(engine, quick_assessment, minutes=5)
    with pytest.raises(AssessmentUnknown):
        workshops.prepare(engine, ADA, "borta")
    assert workshops.of_assessment(engine, ADA, quick_assessment.id) == ()
    assert assessments.revision(engine, ADA, quick_assessment.id) == 0


@pytest.mark.parametrize("viewer", [MEMBER, PARTICIPANT], ids=lambda viewer: viewer.kind.value)
def test_only_who_may_facilitate_prepares(engine, quick_assessment, viewer):
    with pytest.raises(OnlyFacilitator):
        workshops.prepare(engine, viewer, quick_assessment.id)
    assert workshops.of_assessment(engine, ADA, quick_assessment.id) == ()


def test_a_participant_does_not_see_the_workshops(engine, quick_assessment):
    with pytest.raises(NotAllowed):
        workshops.of_assessment(engine, PARTICIPANT, quick_assessment.id)


# The phones' door


def test_phones_are_wanted_while_a_workshop_lets_them_in(engine, quick_assessment):
    first, second = prepare(engine, quick_assessment), prepare(engine, quick_assessment)
    assert not workshops.phones_wanted(engine, SERVER)
    for one in (first, second):
        workshops.let_phones_in(engine, ADA, one.id, allowed=True)
    workshops.let_phones_in(engine, ADA, first.id, allowed=False)
    assert workshops.phones_wanted(engine, SERVER)
    Facilitator(engine, second).close()
    assert not workshops.phones_wanted(engine, SERVER)


def test_only_who_may_facilitate_lets_phones_in(engine, quick_assessment):
    workshop = prepare(engine, quick_assessment)
    with pytest.raises(OnlyFacilitator):
        workshops.let_phones_in(engine, MEMBER, workshop.id, allowed=True)
    with pytest.raises(WorkshopUnknown):
        workshops.let_phones_in(engine, ADA, "borta", allowed=True)
    assert not workshops.phones_wanted(engine, SERVER)
