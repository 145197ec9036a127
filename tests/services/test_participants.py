"""Who answers for oneself and who enters what others answer, among those who have signed in."""

import pytest

from assessment.domain.errors import NotAllowed
from assessment.domain.response import rated
from assessment.domain.viewer import Viewer, ViewerKind
from assessment.services import participants, responses
from tests.builders import ADA

FIA = Viewer(ViewerKind.FACILITATOR, name="Fia", person="fia's digest")
EVA = Viewer(ViewerKind.ADMINISTRATOR, name="Eva", person="eva's digest")


def entering(engine, viewer, participant):
    """Whether the viewer answers in somebody else's place."""
    asked = {"assessment_id": participant.assessment_id, "participant_id": participant.id}
    return responses.sheet(engine, viewer, **asked).for_another


def test_a_facilitator_who_answers_for_herself_is_one_participant_whom_nobody_else_answers_for(
    engine, quick_assessment
):
    fia = participants.join(engine, FIA, quick_assessment.id, roles=["inkop"], myself=True)
    again = participants.join(engine, FIA, quick_assessment.id, roles=["beredskap"], myself=True)
    assert (again.id, entering(engine, FIA, fia)) == (fia.id, False)
    assert [one.own for one in participants.progress(engine, FIA, quick_assessment.id)] == [True]
    for other in (EVA, ADA):
        assert participants.progress(engine, other, quick_assessment.id) == []
    with pytest.raises(NotAllowed):
        responses.answer(engine, EVA, participant_id=fia.id, item_id="POL-01", answer=rated(4))


def test_who_enters_what_somebody_else_answers_is_noted_as_having_added_that_person(engine, quick_assessment, ben):
    dan = participants.join(engine, FIA, quick_assessment.id, roles=["inkop"], name="Dan")
    known = participants.progress(engine, EVA, quick_assessment.id)
    assert [(one.participant.name, one.own, one.added_by) for one in known] == [
        ("Ben", False, ""),
        ("Dan", False, "Fia"),
    ]
    responses.answer(engine, EVA, participant_id=dan.id, item_id="POL-01", answer=rated(4))
    assert entering(engine, EVA, dan)
    assert not entering(engine, ADA, dan)  # at the computer itself nobody is known
