"""Versions on the shelf: brought in, compared with what is there, retired and offered again, grown by an own question."""

from dataclasses import replace

import pytest

from assessment.domain.checklist import Scope
from assessment.domain.checklist_change import ItemChangeKind
from assessment.domain.checklist_version import ChecklistRetired, LastOffered
from assessment.domain.errors import ChecklistUnknown, FieldMissing
from assessment.domain.own_item import LevelMissing, LevelTwice
from assessment.domain.viewer import ViewerKind
from assessment.services import assessments, checklist_files, checklists
from assessment.services.house import open_house
from assessment.storage.errors import ChecklistFileNotYaml, ChecklistVersionTaken
from assessment.texts.language import language
from tests import builders
from tests.builders import ADA
from tests.checklist_builders import OWN, small_file, words

EVA = replace(ADA, kind=ViewerKind.ADMINISTRATOR, name="Eva")


def shelf(engine):
    """Address, who brought it in and whether it is offered, the latest first."""
    return [(one.address, one.stored_by, one.offered) for one in checklists.versions(engine, ADA)]


def look(engine, **changes):
    return checklist_files.look_through(engine, ADA, small_file(**changes), file="egen.yaml")


@pytest.fixture
def small(engine):
    """The id of version 1 of a small checklist that Eva has brought in."""
    return checklists.bring_in(engine, EVA, small_file(), file="egen.yaml")


def test_a_new_house_offers_what_came_with_rustad(engine, quick_assessment):
    [shipped] = checklists.versions(engine, ADA)
    assert (shipped.address, shipped.stored_by, shipped.offered) == ("beredskap-i-inkop@2026.1", None, True)
    assert shipped.used_by == (quick_assessment.name,)


def test_a_new_version_takes_over_from_its_own_kind_only(engine, small):
    checklists.bring_in(engine, EVA, small_file(version="2"), file="egen.yaml")
    assert shelf(engine) == [
        ("liten@2", "Eva", True),
        ("liten@1", "Eva", False),
        ("beredskap-i-inkop@2026.1", None, True),
    ]


def test_the_same_content_twice_is_there_once(engine, small):
    assert checklists.bring_in(engine, ADA, small_file(), file="annan.yaml") == small
    assert look(engine).known


def test_a_version_that_is_taken_is_refused_before_and_when_it_is_brought_in(engine, small):
    other = small_file(items__0__sv__question="Annat?")
    for ask in (checklist_files.look_through, checklists.bring_in):
        with pytest.raises(ChecklistVersionTaken):
            ask(engine, ADA, other, file="egen.yaml")


def test_looking_through_changes_nothing(engine):
    before = shelf(engine)
    found = look(engine)
    assert (found.known, found.before, found.changes) == (False, None, None)
    assert shelf(engine) == before


def test_what_differs_is_told_from_the_version_that_is_offered(engine, small):
    found = look(engine, version="2", items__0__sv__question="Nytt?", items__1__en__question="New?")
    assert found.before.id == small
    assert [(one.kind, one.item.id) for one in found.changes.items] == [
        (ItemChangeKind.MEANING, "POL-01"),
        (ItemChangeKind.WORDING, "POL-02"),
    ]


def test_yaml_that_breaks_off_is_told_by_its_line(engine):
    with pytest.raises(ChecklistFileNotYaml) as refused:
        checklist_files.look_through(engine, ADA, b"key: a\nversion: [\n", file="egen.yaml")
    assert "egen.yaml gick inte att läsa som checklista: YAML-koden blir fel på rad 3, tecken" in language(
        "sv"
    ).explain(refused.value)


def test_an_assessment_begins_with_the_version_that_is_chosen_and_not_with_a_retired_one(engine, small):
    chosen = {"organisation_type": "kommun", "scope": Scope.FULL, "checklist_id": small}
    begun = assessments.start(engine, ADA, name="Lager", **chosen)
    assert len(builders.asked(engine, begun)) == 3
    checklists.retire(engine, ADA, small)
    with pytest.raises(ChecklistRetired):
        assessments.start(engine, ADA, name="Lager igen", **chosen)
    assert len(builders.asked(engine, begun)) == 3
    checklists.offer(engine, ADA, small)
    assessments.start(engine, ADA, name="Lager igen", **chosen)


def test_the_last_version_that_is_offered_stays(engine, small):
    checklists.retire(engine, ADA, 1)
    with pytest.raises(LastOffered):
        checklists.retire(engine, ADA, small)


def test_retired_things_stay_retired_when_the_house_is_opened_again(engine, house_url, small):
    checklists.retire(engine, ADA, 1)
    engine.dispose()
    again = open_house(house_url)
    assert not checklists.versions(again, ADA)[-1].offered
    again.dispose()


@pytest.mark.parametrize("do", [checklists.retire, checklists.offer])
def test_what_is_not_there_is_told(engine, do):
    with pytest.raises(ChecklistUnknown):
        do(engine, ADA, 99)


def test_an_own_question_comes_last_in_its_dimension_in_a_version_of_its_own(engine, quick_assessment):
    checklist_files.add_own_item(engine, EVA, 1, OWN)
    grown, shipped = checklists.versions(engine, ADA)
    assert (grown.address, grown.stored_by, shipped.offered) == ("beredskap-i-inkop@2026.1-E1", "Eva", False)
    ids = [item.id for item in grown.checklist.items if item.dimension == "POL"]
    assert ids[-1] == "POL-E1"
    added = grown.checklist.item("POL-E1")
    assert (added.question, added.action) == (words(OWN.question.sv, OWN.question.sv), OWN.action)
    assert added.roles == tuple(role.id for role in grown.checklist.roles)
    assert "POL-E1" not in {item.id for item in builders.asked(engine, quick_assessment)}
    assert "POL-E1" in {item.id for item in builders.asked(engine, builders.start(engine, scope=Scope.FULL))}


def test_a_second_own_question_gets_the_next_number_even_from_the_first_version(engine):
    assert checklist_files.add_own_item(engine, EVA, 1, OWN) == "POL-E1"
    assert checklist_files.add_own_item(engine, EVA, 1, replace(OWN, core=True)) == "POL-E2"
    assert [one.checklist.version for one in checklists.versions(engine, ADA)] == ["2026.1-E2", "2026.1-E1", "2026.1"]


def test_what_was_grown_goes_out_and_comes_back_the_same(engine, small):
    checklist_files.add_own_item(engine, EVA, small, OWN)
    text = checklist_files.exported(engine, ADA, key="liten", version="1-E1")
    assert checklist_files.look_through(engine, ADA, text.encode(), file="egen.yaml").known
    with pytest.raises(ChecklistUnknown):
        checklist_files.exported(engine, ADA, version="1999")


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"question": words("  ")}, FieldMissing),
        ({"evidence": words("")}, FieldMissing),
        ({"levels": (*OWN.levels[:4], words(" "))}, LevelMissing),
        ({"levels": (*OWN.levels[:4], words("inga."))}, LevelTwice),
    ],
)
def test_a_half_written_own_question_is_refused(engine, wrong, error):
    with pytest.raises(error):
        checklist_files.add_own_item(engine, ADA, 1, replace(OWN, **wrong))
    assert len(shelf(engine)) == 1
