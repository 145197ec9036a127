"""A form is brought in whole or not at all, and the same form twice makes one participant."""

from dataclasses import replace

import pytest

from assessment.domain.errors import (
    AssessmentUnknown,
    ItemNotAsked,
    NotAllowed,
    ParticipantUnknown,
    RoleMissing,
    RoleUnknown,
)
from assessment.domain.form import ChangeKind, FilledForm, FormOfOtherVersion
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN, Response, rated
from assessment.services import forms, participants
from assessment.services.assessments import revision
from assessment.services.reports import report
from tests import builders
from tests.builders import ADA


@pytest.fixture
def begun(engine):
    return builders.start(engine)


@pytest.fixture
def ben(engine, begun):
    return builders.join(engine, begun, builders.BEN)


def filled(begun, *responses, **fields):
    """A form from somebody in procurement."""
    form = FilledForm(
        form_id="form-1",
        assessment_id=begun.id,
        checklist_key="beredskap-i-inkop",
        checklist_version="2026.1",
        participant_id="",
        roles=("inkop",),
        name="Eva",
        responses={response.item_id: response for response in responses},
    )
    return replace(form, **fields)


def stored(engine, begun):
    """What the assessment holds, without times."""
    found = report(engine, ADA, begun.id)
    return {
        person.name: {
            one.item_id: (one.answer, one.reason, one.comment, one.evidence)
            for one in found.responses.get(person.id, ())
        }
        for person in found.participants
    }


def test_a_form_makes_a_participant_with_its_answers(engine, begun):
    form = filled(
        begun,
        Response("POL-01", rated(0), comment="Ja"),
        Response("POL-02", UNKNOWN),
        Response("POL-07", NOT_APPLICABLE),
    )

    proposal = forms.apply(engine, ADA, form)

    assert (proposal.newcomer, [change.kind for change in proposal.changes]) == (True, [ChangeKind.ADDED] * 3)
    assert stored(engine, begun) == {
        "Eva": {
            "POL-01": (rated(0), "", "Ja", ""),
            "POL-02": (UNKNOWN, "", "", ""),
            "POL-07": (NOT_APPLICABLE, "", "", ""),
        }
    }


def test_looking_changes_nothing(engine, begun):
    before = revision(engine, ADA, begun.id)

    proposal = forms.proposed(engine, ADA, filled(begun, Response("POL-01", rated(1))))

    assert len(proposal.changes) == 1
    assert (stored(engine, begun), revision(engine, ADA, begun.id)) == ({}, before)


def test_the_same_form_twice_changes_the_same_participant(engine, begun):
    forms.apply(engine, ADA, filled(begun, Response("POL-01", rated(1)), Response("POL-02", rated(2))))

    proposal = forms.apply(engine, ADA, filled(begun, Response("POL-01", rated(3)), Response("POL-02", rated(2))))

    [change] = proposal.changes
    assert (change.kind, change.before.answer, change.after.answer) == (ChangeKind.CHANGED, rated(1), rated(3))
    assert (proposal.newcomer, proposal.unchanged) == (False, 1)
    assert [answer for answer, *_ in stored(engine, begun)["Eva"].values()] == [rated(3), rated(2)]


def test_an_unchanged_form_writes_nothing(engine, begun):
    form = filled(begun, Response("POL-01", rated(1), evidence="Beslut"))
    forms.apply(engine, ADA, form)
    before = revision(engine, ADA, begun.id)

    assert forms.apply(engine, ADA, form).empty
    assert revision(engine, ADA, begun.id) == before


def test_two_forms_make_two_participants(engine, begun):
    forms.apply(engine, ADA, filled(begun, Response("POL-01", rated(1))))
    forms.apply(engine, ADA, filled(begun, Response("POL-01", rated(2)), form_id="form-2", name="Per"))

    assert {name: answers["POL-01"][0] for name, answers in stored(engine, begun).items()} == {
        "Eva": rated(1),
        "Per": rated(2),
    }


def test_a_participants_form_changes_that_participant(engine, begun, ben):
    builders.answer(engine, ben, "POL-01", 1)

    form = filled(
        begun, Response("POL-01", rated(4)), participant_id=ben.id, name="Ben B", roles=("inkop", "beredskap")
    )
    proposal = forms.apply(engine, ADA, form)

    assert (proposal.newcomer, proposal.person_changed) == (False, True)
    [one] = participants.progress(engine, ADA, begun.id)
    assert (one.participant.id, one.participant.name, one.participant.roles) == (
        ben.id,
        "Ben B",
        ("inkop", "beredskap"),
    )


def test_an_empty_cell_changes_nothing(engine, begun, ben):
    builders.answer(engine, ben, "POL-01", 1)
    before = stored(engine, begun)

    forms.apply(engine, ADA, filled(begun, Response("POL-01"), participant_id=ben.id, name="", roles=ben.roles))

    assert stored(engine, begun) == before


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"checklist_version": "1999.1"}, FormOfOtherVersion),
        ({"assessment_id": "gone"}, AssessmentUnknown),
        ({"participant_id": "nobody"}, ParticipantUnknown),
        ({"roles": ()}, RoleMissing),
        ({"roles": ("borgmastare",)}, RoleUnknown),
        ({"responses": {"POL-01": Response("POL-01", rated(1)), "XXX-01": Response("XXX-01", rated(1))}}, ItemNotAsked),
    ],
)
def test_a_form_that_does_not_fit_changes_nothing(engine, begun, fields, expected):
    form = filled(begun, Response("POL-01", rated(1)), **fields)

    for use in (forms.proposed, forms.apply):
        with pytest.raises(expected):
            use(engine, ADA, form)
    assert stored(engine, begun) == {}


def test_a_participant_of_another_assessment_is_refused(engine, begun):
    dan = builders.join(engine, builders.start(engine, name="Annan"), builders.DAN)

    with pytest.raises(ParticipantUnknown):
        forms.apply(engine, ADA, filled(begun, Response("POL-01", rated(1)), participant_id=dan.id))
    with pytest.raises(ParticipantUnknown):
        forms.basis(engine, ADA, begun.id, participant_id=dan.id)


def test_a_participant_may_bring_in_an_own_form_only(engine, begun, ben):
    chi = builders.join(engine, begun, builders.CHI)
    form = filled(begun, Response("POL-01", rated(1)), participant_id=ben.id)

    for wrong in (form, replace(form, participant_id="")):
        with pytest.raises(NotAllowed):
            forms.apply(engine, builders.viewer_of(chi), wrong)
    assert len(forms.apply(engine, builders.viewer_of(ben), form).changes) == 1


def test_each_form_has_an_id_of_its_own_and_holds_nobody_elses_answers(engine, begun, ben):
    chi = builders.join(engine, begun, builders.CHI)
    builders.answer_all(engine, chi, (3,))

    first, second = (forms.basis(engine, ADA, begun.id, participant_id=ben.id) for _ in range(2))

    assert first.form_id != second.form_id
    assert (list(first.report.responses), first.report.participants) == ([ben.id], (ben,))
