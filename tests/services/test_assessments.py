"""Starting, renaming, setting targets, deleting; and who may do so."""

import pytest
from sqlalchemy import inspect

from assessment.domain.action import Plan
from assessment.domain.checklist import Scope
from assessment.domain.errors import (
    AssessmentUnknown,
    FieldMissing,
    ItemUnknown,
    NotAllowed,
    OrganisationTypeUnknown,
    ParticipantUnknown,
    RoleMissing,
    RoleUnknown,
    TargetOffScale,
)
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN
from assessment.domain.viewer import Viewer, ViewerKind
from assessment.services import actions, assessments, participants, reports, responses
from assessment.storage.database import reading
from tests import builders, workshop_builders
from tests.builders import ADA, BEN, CHI

MEMBER = Viewer(ViewerKind.MEMBER)


def test_a_new_assessment_asks_what_concerns_the_organisation(engine):
    municipality = builders.start(engine, scope=Scope.FULL)
    company = builders.start(engine, scope=Scope.FULL, organisation_type="offentligt_bolag")
    assert [len(builders.asked(engine, one)) for one in (municipality, company)] == [50, 49]
    assert reports.report(engine, ADA, company.id).left_out == 1


def test_nothing_is_preselected_in_a_new_assessment(engine, quick_assessment, ben):
    report = reports.report(engine, ADA, quick_assessment.id)
    assert (len(report.to_find_out), report.gaps, report.total.index.point) == (24, (), None)


def test_the_organisation_named_last_is_taken_over_but_not_from_an_example_or_from_a_blank(engine):
    builders.start(engine, organisation="Ekviks kommun")
    builders.start(engine, organisation="  ")
    assert start_without_organisation(engine).organisation == "Ekviks kommun"
    builders.start(engine, organisation="Sjöviks kommun")
    assert start_without_organisation(engine).organisation == "Sjöviks kommun"


def start_without_organisation(engine):
    return assessments.start(engine, ADA, name="Hemtjänsten", organisation_type="kommun", scope=Scope.QUICK)


def test_a_name_with_characters_that_no_file_can_carry_is_stored_without_them(engine):
    odd = builders.start(engine, name="Hem\x00tjänst\ud800en\n i  norr", organisation="Ekviks\x1b kommun")
    stored = assessments.opened(engine, ADA, odd.id).assessment
    assert (stored.name, stored.organisation) == ("Hemtjänsten i norr", "Ekviks kommun")


def test_what_can_not_be_started_leaves_nothing(engine):
    with pytest.raises(FieldMissing):
        builders.start(engine, name="  ")
    with pytest.raises(OrganisationTypeUnknown):
        builders.start(engine, organisation_type="klubb")
    assert assessments.summaries(engine, ADA) == []


def test_the_one_changed_last_comes_first(engine):
    first = builders.start(engine, name="Första")
    builders.start(engine, name="Andra")
    assert [one.assessment.name for one in assessments.summaries(engine, ADA)] == ["Andra", "Första"]
    assessments.rename(engine, ADA, first.id, name="Första igen", organisation="")
    assert [one.assessment.name for one in assessments.summaries(engine, ADA)] == ["Första igen", "Andra"]


def test_a_target_may_be_set_for_a_dimension_and_an_item_and_again(engine, quick_assessment):
    for part, level in (("POL", 4), ("POL-01", 2), ("POL-01", 1)):
        assessments.set_target(engine, ADA, quick_assessment.id, part=part, level=level)
    targets = {r.item.id: r.target for r in reports.report(engine, ADA, quick_assessment.id).results}
    assert (targets["POL-01"], targets["POL-02"], targets["TID-01"]) == (1, 4, 3)
    assert assessments.revision(engine, ADA, quick_assessment.id) == 3
    assert assessments.summaries(engine, ADA)[0].assessment.targets.dimensions == {"POL": 4}


@pytest.mark.parametrize(("part", "level", "error"), [("POL", 0, TargetOffScale), ("XXX", 3, ItemUnknown)])
def test_a_target_that_makes_no_sense_changes_nothing(engine, quick_assessment, part, level, error):
    with pytest.raises(error):
        assessments.set_target(engine, ADA, quick_assessment.id, part=part, level=level)
    assert assessments.revision(engine, ADA, quick_assessment.id) == 0


def test_deleting_removes_everything_in_it_and_nothing_else(engine, answered_assessment):
    other = builders.start(engine, name="Hemtjänsten")
    dan = builders.join(engine, other, builders.DAN)
    builders.answer_all(engine, dan)
    assessments.set_target(engine, ADA, answered_assessment.id, part="POL", level=4)
    workshop = workshop_builders.prepare(engine, answered_assessment)
    ada = workshop_builders.Facilitator(engine, workshop)
    workshop_builders.vote(engine, workshop_builders.attend(engine, workshop), ada.open_vote("POL-01"), 3)
    ada.reveal()
    ada.settle("POL-01", 3)
    workshop_builders.attend(engine, workshop_builders.prepare(engine, other))
    actions.add(engine, ADA, answered_assessment.id, Plan("Besluta en policy", aims={"POL-01": 3}))
    assessments.remove(engine, ADA, answered_assessment.id)
    assert {table: number for table, number in rows(engine).items() if number} == {
        "alembic_version": 1,
        "assessment": 1,
        "attendance": 1,
        "checklist": 1,
        "participant": 2,
        "response": 24,
        "subject": 1,
        "workshop": 1,
    }


def rows(engine):
    with reading(engine) as session:
        names = inspect(session.connection()).get_table_names()
        count = session.connection().exec_driver_sql
        return {name: count(f"SELECT count(*) FROM {name}").scalar() for name in sorted(names)}


def test_an_assessment_that_is_gone_is_told(engine, quick_assessment, ben):
    assessments.remove(engine, ADA, quick_assessment.id)
    assert assessments.revision(engine, ADA, quick_assessment.id) is None
    for use in (assessments.opened, assessments.remove, reports.report, participants.progress):
        with pytest.raises(AssessmentUnknown):
            use(engine, ADA, quick_assessment.id)
    with pytest.raises(ParticipantUnknown):
        builders.answer(engine, ben, "POL-01", 1)


def test_progress_counts_answers_of_any_kind_but_not_texts(engine, quick_assessment, ben, chi):
    builders.answer_all(engine, ben, {"POL-01": 0, "POL-02": UNKNOWN, "POL-07": NOT_APPLICABLE})
    responses.write(
        engine, ADA, participant_id=chi.id, item_id="POL-01", which=responses.ResponseText.COMMENT, text="Sedan."
    )
    found = [(one.participant.name, one.answered) for one in participants.progress(engine, ADA, quick_assessment.id)]
    assert found == [(BEN, 3), (CHI, 0)]
    assert assessments.summaries(engine, ADA)[0].answered == 3


def test_a_participant_needs_roles_that_the_checklist_has(engine, quick_assessment):
    with pytest.raises(RoleMissing):
        participants.join(engine, ADA, quick_assessment.id, roles=())
    with pytest.raises(RoleUnknown):
        builders.join(engine, quick_assessment, BEN, roles=("inkop", "chef"))
    both = builders.join(engine, quick_assessment, BEN, roles=("behovsagare", "inkop"))
    assert both.roles == ("inkop", "behovsagare")
    participants.change_roles(engine, builders.viewer_of(both), both.id, roles=("beredskap",), name=" Ben \x00 B ")
    changed = participants.progress(engine, ADA, quick_assessment.id)[0].participant
    assert (changed.roles, changed.name) == (("beredskap",), "Ben B")


# Who may do what: the service refuses, whatever the screen shows


def test_a_participant_sees_and_changes_only_the_own_answers(engine, quick_assessment, ben, chi):
    as_ben, here = builders.viewer_of(ben), quick_assessment.id
    refused = [
        lambda: assessments.summaries(engine, as_ben),
        lambda: assessments.opened(engine, as_ben, here),
        lambda: assessments.revision(engine, as_ben, here),
        lambda: reports.report(engine, as_ben, here),
        lambda: participants.progress(engine, as_ben, here),
        lambda: responses.sheet(engine, as_ben, assessment_id=here, participant_id=chi.id),
        lambda: responses.answer(engine, as_ben, participant_id=chi.id, item_id="POL-01", answer=UNKNOWN),
        lambda: responses.clear(engine, as_ben, participant_id=chi.id, item_id="POL-01"),
        lambda: responses.write(
            engine, as_ben, participant_id=chi.id, item_id="POL-01", which=responses.ResponseText.COMMENT, text="x"
        ),
        lambda: participants.change_roles(engine, as_ben, chi.id, roles=("inkop",), name=""),
        lambda: participants.join(engine, as_ben, here, roles=("inkop",)),
    ]
    for attempt in refused:
        with pytest.raises(NotAllowed):
            attempt()
    assert responses.sheet(engine, as_ben, assessment_id=here, participant_id=ben.id).participant == ben


@pytest.mark.parametrize("viewer", [MEMBER, Viewer(ViewerKind.PARTICIPANT, "somebody")])
def test_only_administrators_and_facilitators_start_change_and_delete(engine, quick_assessment, viewer):
    refused = [
        lambda: assessments.start(engine, viewer, name="x", organisation_type="kommun", scope=Scope.QUICK),
        lambda: assessments.rename(engine, viewer, quick_assessment.id, name="x", organisation=""),
        lambda: assessments.set_target(engine, viewer, quick_assessment.id, part="POL", level=2),
        lambda: assessments.remove(engine, viewer, quick_assessment.id),
    ]
    for attempt in refused:
        with pytest.raises(NotAllowed):
            attempt()
    assert assessments.revision(engine, ADA, quick_assessment.id) == 0


def test_a_member_reads_results_but_does_not_answer(engine, answered_assessment, ben):
    assert reports.report(engine, MEMBER, answered_assessment.id).total.index.coverage == 1
    with pytest.raises(NotAllowed):
        responses.answer(engine, MEMBER, participant_id=ben.id, item_id="POL-01", answer=UNKNOWN)
