"""Which assessments are about the same thing: guessed, chosen, joined, and never lost."""

import pytest
from alembic import command

from assessment.domain.errors import AssessmentUnknown, FieldMissing, NotAllowed
from assessment.domain.viewer import Viewer, ViewerKind
from assessment.services import assessments, reports, subjects
from assessment.storage import migrate
from assessment.storage.migrate import schema_change
from tests import builders
from tests.builders import ADA

MEMBER = Viewer(ViewerKind.MEMBER)


def named(engine):
    """The names of the assessments of each subject."""
    return {
        history.subject: [one.name for one in history.assessments] for history in subjects.all_histories(engine, ADA)
    }


@pytest.fixture
def three(engine):
    """Two assessments of the municipality and one of home care."""
    return [
        builders.start(engine, name=name)
        for name in ("Hela kommunen, hösten 2024", "hela kommunen 2025", "Hemtjänsten")
    ]


def test_a_new_assessment_is_about_what_its_name_says_spelt_as_before(engine, three):
    assert [one.subject for one in three] == ["Hela kommunen", "Hela kommunen", "Hemtjänsten"]
    assert named(engine) == {
        "Hela kommunen": ["Hela kommunen, hösten 2024", "hela kommunen 2025"],
        "Hemtjänsten": ["Hemtjänsten"],
    }


def test_a_subject_that_is_given_is_not_guessed(engine):
    begun = assessments.start(
        engine, ADA, name="Uppföljningen", organisation_type="kommun", scope=builders.Scope.QUICK, subject="Hemtjänsten"
    )
    assert assessments.opened(engine, ADA, begun.id).assessment.subject == "Hemtjänsten"


def test_assessments_from_before_there_were_subjects_get_them_from_their_names(engine, three):
    subjects.regroup(engine, ADA, [three[2].id], subject="Omsorgen")
    with schema_change(engine) as connection:
        config = migrate._config()
        config.attributes["connection"] = connection
        command.downgrade(config, "0004")
    migrate.migrate(engine)
    assert [one.casefold() for one in named(engine)] == ["hela kommunen", "hemtjänsten"]
    assert len(assessments.summaries(engine, ADA)) == 3


def test_a_new_name_leaves_the_subject_as_it_is(engine, three):
    assessments.rename(engine, ADA, three[0].id, name="Den första", organisation="Ekviks kommun")
    assert named(engine)["Hela kommunen"] == ["Den första", "hela kommunen 2025"]
    assessments.rename(engine, ADA, three[0].id, name="Den första", organisation="Ekviks kommun", subject="Annat")
    assert named(engine)["Annat"] == ["Den första"]


def test_two_subjects_are_joined_and_nothing_in_them_is_lost(engine, three):
    ben = builders.join(engine, three[2], builders.BEN)
    builders.answer_all(engine, ben)
    before = reports.report(engine, ADA, three[2].id)
    subjects.regroup(engine, ADA, [three[2].id], subject="hela  kommunen")
    assert list(named(engine).values()) == [["Hela kommunen, hösten 2024", "hela kommunen 2025", "Hemtjänsten"]]
    after = reports.report(engine, ADA, three[2].id)
    assert (after.results, after.assessment.name) == (before.results, "Hemtjänsten")
    subjects.regroup(engine, ADA, [three[2].id], subject="Hemtjänsten")
    assert len(named(engine)) == 2


def test_a_whole_subject_is_renamed(engine, three):
    subjects.regroup(engine, ADA, [one.id for one in three[:2]], subject="Ekvik")
    assert sorted(named(engine)) == ["Ekvik", "Hemtjänsten"]


@pytest.mark.parametrize(("extra", "subject", "error"), [([], " ", FieldMissing), (["gone"], "A", AssessmentUnknown)])
def test_what_can_not_be_done_changes_nothing(engine, three, extra, subject, error):
    before = named(engine)
    with pytest.raises(error):
        subjects.regroup(engine, ADA, [three[0].id, *extra], subject=subject)
    assert named(engine) == before


def test_a_member_may_look_but_not_regroup_and_a_participant_neither(engine, three, ben):
    assert subjects.all_histories(engine, MEMBER)
    with pytest.raises(NotAllowed):
        subjects.regroup(engine, MEMBER, [three[0].id], subject="A")
    with pytest.raises(NotAllowed):
        subjects.all_histories(engine, builders.viewer_of(ben))
