"""From questions to the steps that lift them: the data fits the checklist, and what is counted never changes a level."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.domain.activity import ActivityFacts
from assessment.domain.errors import NotAllowed
from assessment.domain.message_measures import MEASURES as MESSAGE_MEASURES
from assessment.domain.place import Evidence, Share
from assessment.domain.register_measures import MEASURES
from assessment.domain.way import Office, Security
from assessment.domain.way_board import WayBoard
from assessment.domain.way_measures import MEASURES as WAY_MEASURES
from assessment.reporting.evidence_words import evidence_words
from assessment.services import demo, entries, organisations, registers, reports, step_evidence, ways
from assessment.services.checklists import newest
from assessment.services.registers import ACTIVITIES
from assessment.services.ways import RECORDS
from assessment.storage import steps_file
from assessment.texts.language import CODES, language
from assessment.ui.register_screen import ACTIVITIES as ACTIVITY_PART
from assessment.ui.register_screen import ARCHIVE, DELIVERIES, OVERVIEW
from tests import builders
from tests.builders import ADA
from tests.domain.register_entries import activity, entry, register
from tests.domain.way_facts import COMPLETE


def test_every_place_belongs_to_a_question_and_a_step_of_the_checklist(engine):
    checklist = newest(engine, ADA)
    steps = {one.id for one in checklist.steps}
    for place in step_evidence.places():
        assert checklist.item(place.item) and place.step in steps


def test_every_place_of_the_register_opens_a_part_and_counts_something_that_is_known():
    places = [one for one in step_evidence.places() if one.step == "analysera"]
    assert {one.part for one in places} <= {OVERVIEW, ACTIVITY_PART, DELIVERIES, ARCHIVE}
    assert {one.measure for one in places} - {""} == set(MEASURES)


def test_what_to_read_for_the_step_is_a_source_with_an_address(engine):
    found = step_evidence.sources(engine, ADA, "analysera")
    assert [one.key for one in found] == list(steps_file.sources("analysera"))
    assert all(one.url.startswith("https://") for one in found) and len(found) >= 3
    assert step_evidence.sources(engine, ADA, "okänt") == ()


def test_there_are_examples_for_every_type_of_organisation(engine):
    kinds = {one.id for one in newest(engine, ADA).organisation_types}
    assert kinds == set(steps_file.examples().activities)
    for kind in kinds:
        ids = [one.id for one in step_evidence.examples().for_kind(kind)]
        assert len(ids) == len(set(ids)) >= 5
    assert step_evidence.examples().for_kind("okänd") == ()


def in_register(engine, assessment):
    """What the register says about who is responsible for what."""
    found = step_evidence.of_item(engine, ADA, assessment.id, "SAM-01")
    return next(one for one in found if one.place.step == "analysera")


def test_before_there_is_a_register_nothing_is_counted(engine, quick_assessment):
    found = in_register(engine, quick_assessment)
    assert found.share is None
    organisations.of_assessment(engine, ADA, quick_assessment.id)
    found = in_register(engine, quick_assessment)
    assert found.share is None


def test_what_is_registered_is_offered_as_evidence_and_changes_no_level(engine, answered_assessment):
    before = reports.report(engine, ADA, answered_assessment.id)
    ekvik = organisations.of_assessment(engine, ADA, answered_assessment.id)
    named = ActivityFacts("Vatten", need_owner="a", risk_owner="b", procurement="c", preparedness="d")
    for facts in (named, ActivityFacts("Omsorg")):
        entries.add(engine, ADA, ACTIVITIES, ekvik.id, facts)
    found = in_register(engine, answered_assessment)
    assert found.share == Share(1, 2)
    after = reports.report(engine, ADA, answered_assessment.id)
    assert [one.level for one in after.results] == [one.level for one in before.results]


def test_a_question_that_no_step_lifts_has_no_place(engine, quick_assessment):
    assert step_evidence.of_item(engine, ADA, quick_assessment.id, "TID-02") == ()


def test_the_example_register_is_stored_once(engine):
    demo.load(engine, ADA)
    first = registers.register(engine, ADA, ekvik_id(engine))
    demo.load(engine, ADA)
    assert registers.register(engine, ADA, ekvik_id(engine)) == first
    assert first.organisation.example
    assert len(first.active) == 6 and first.meetings and first.concentrations and first.contract_ends


def ekvik_id(engine):
    return next(one.id for one in organisations.known(engine, ADA) if one.name == "Ekviks kommun")


@pytest.mark.slow
def test_a_renamed_example_is_not_loaded_over(engine):
    demo.load(engine, ADA)
    organisations.rename(engine, ADA, ekvik_id(engine), name="Vår kommun")
    before = registers.register(engine, ADA, organisations.known(engine, ADA)[0].id)
    demo.load(engine, ADA)
    assert registers.register(engine, ADA, before.organisation.id) == before


def test_a_participant_gets_no_count(engine, quick_assessment, ben):
    with pytest.raises(NotAllowed):
        step_evidence.of_item(engine, builders.viewer_of(ben), quick_assessment.id, "SAM-01")


def test_every_measure_of_a_step_stands_beside_a_question_and_has_a_sentence_in_both_languages():
    for step, measures in (("vagval", WAY_MEASURES), ("kommunicera", MESSAGE_MEASURES), ("analysera", MEASURES)):
        assert {one.measure for one in step_evidence.places() if one.step == step} - {""} == set(measures)
    for place in step_evidence.places():
        for code in CODES:
            assert bool(evidence_words(Evidence(place, Share(1, 2)), language(code))) == bool(place.measure)


@pytest.fixture
def decided(engine, answered_assessment):
    """Two activities, one of them with a complete signed record; the other has a draft."""
    ekvik = organisations.of_assessment(engine, ADA, answered_assessment.id)
    for name in ("Vatten", "Omsorg"):
        kept = entries.add(engine, ADA, ACTIVITIES, ekvik.id, ActivityFacts(name))
        begun = ways.begin(engine, ADA, kept.id)
    facts = replace(COMPLETE, activity_id=kept.id)
    kept = entries.change(engine, ADA, RECORDS, begun.id, version=begun.version, facts=facts)
    ways.sign(engine, ADA, kept.id, version=kept.version, name="Eva", role="ordf", on=date(2026, 9, 2))


@pytest.mark.usefixtures("decided")
def test_only_signed_records_are_counted_beside_the_answers_and_they_change_no_level(engine, answered_assessment):
    before = [one.level for one in reports.report(engine, ADA, answered_assessment.id).results]
    counted = {
        place.measure: next(one.share for one in found if one.place == place)
        for place in step_evidence.places()
        if place.step == "vagval"
        for found in [step_evidence.of_item(engine, ADA, answered_assessment.id, place.item)]
    }
    assert counted.pop("signed") == Share(1, 2)
    assert set(counted.values()) == {Share(1, 1)}
    assert [one.level for one in reports.report(engine, ADA, answered_assessment.id).results] == before


@pytest.mark.parametrize(
    ("measure", "change"),
    [
        ("effects", {"effects": {}}),
        ("transition", {"transition": ""}),
        ("exit_plan", {"exit_plan": ""}),
        ("security", {"security_on": None}),
        ("security", {"security": Security.UNKNOWN}),
        ("prepared_by", {"offices": frozenset({Office.LEGAL, Office.PROCUREMENT, Office.NEED_OWNER})}),
        ("responsibility", {"responsibility": ""}),
    ],
)
def test_what_a_signed_record_lacks_is_not_counted(measure, change):
    facts = replace(COMPLETE, activity_id="vatten", signed_on=date(2026, 9, 2))
    for told, share in ((facts, Share(1, 1)), (replace(facts, **change), Share(0, 1))):
        assert WAY_MEASURES[measure](board_of(told)) == share


def board_of(facts):
    """The one activity of the register with this one record."""
    return WayBoard(register([activity("vatten")]), (entry("beslut", facts),))
