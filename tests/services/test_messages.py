"""Messages in the database: kept whole, never overwritten silently, and built on what is the organisation's own."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.domain.action import Plan
from assessment.domain.activity import ActivityFacts
from assessment.domain.entry_errors import EntryChanged
from assessment.domain.errors import NotAllowed
from assessment.domain.kind import Kind
from assessment.domain.message import BasisUnknown, Landed, MessageFacts, MessageUnknown, NotSentYet
from assessment.domain.message_measures import MEASURES
from assessment.domain.message_overview import Basis
from assessment.domain.place import Share
from assessment.reporting.message_words import basis_names
from assessment.services import actions, demo, entries, messages, organisations, step_evidence, ways
from assessment.services.messages import MESSAGES
from assessment.services.registers import ACTIVITIES
from assessment.services.ways import RECORDS
from assessment.texts.language import language
from tests import builders
from tests.builders import ADA
from tests.domain.way_facts import COMPLETE


@pytest.fixture
def organisation(engine, quick_assessment):
    return organisations.of_assessment(engine, ADA, quick_assessment.id)


@pytest.fixture
def water(engine, organisation):
    """A registered activity."""
    return entries.add(engine, ADA, ACTIVITIES, organisation.id, ActivityFacts("Dricksvatten"))


@pytest.fixture
def message(engine, organisation, water):
    """Registered by Ada, with every field filled."""
    facts = MessageFacts(
        group="Beställare",
        change="Frågar först",
        text="Två rader\noch en till",
        applies_on=date(2026, 1, 1),
        sender="Kommundirektören",
        channel="Möte",
        contact="Inköpschefen",
        planned_on=date(2025, 12, 1),
        sent_on=date(2025, 12, 2),
        landed=Landed.PARTLY,
        seen_on=date(2026, 2, 2),
        seen_how="Stickprov",
        restricted_where="Dnr KS 2025/1",
        restricted_who="Säkerhetschefen",
        basis=frozenset({water.id}),
    )
    return entries.add(engine, ADA, MESSAGES, organisation.id, facts)


def test_a_message_is_kept_whole(engine, organisation, water, message):
    found = messages.overview(engine, ADA, organisation.id)
    assert found.messages == (message,)
    assert found.bases == {water.id: Basis(Kind.ACTIVITY, "Dricksvatten")}


def test_the_second_writer_is_told_and_nothing_is_overwritten(engine, message):
    first = replace(message.facts, sender="Ekonomichefen")
    entries.change(engine, ADA, MESSAGES, message.id, version=1, facts=first)
    with pytest.raises(EntryChanged):
        entries.change(engine, ADA, MESSAGES, message.id, version=1, facts=replace(first, sender="Inköpschefen"))
    assert entries.entry(engine, ADA, MESSAGES, message.id).facts == first
    last = entries.history(engine, ADA, message.id)[-1]
    assert (last.field, last.before, last.after) == ("sender", "Kommundirektören", "Ekonomichefen")


def test_a_contradiction_is_refused_and_leaves_everything_as_it_was(engine, message):
    with pytest.raises(NotSentYet):
        entries.change(engine, ADA, MESSAGES, message.id, version=1, facts=replace(message.facts, sent_on=None))
    assert entries.entry(engine, ADA, MESSAGES, message.id) == message


def test_an_activity_that_is_archived_stays_what_the_message_builds_on(engine, organisation, water, message):
    entries.archive(engine, ADA, ACTIVITIES, water.id, version=1)
    assert messages.bases(engine, ADA, organisation.id) == {}
    assert set(messages.overview(engine, ADA, organisation.id).bases) == {water.id}
    changed = replace(message.facts, contact="Upphandlaren")
    assert entries.change(engine, ADA, MESSAGES, message.id, version=1, facts=changed).facts.basis == {water.id}


def test_a_message_can_build_on_a_decision_in_force_and_on_an_action(engine, organisation, quick_assessment, water):
    plan = Plan("Besluta en policy", aims={"POL-01": 3})
    action = actions.add(engine, ADA, quick_assessment.id, plan)
    draft = ways.begin(engine, ADA, water.id)
    assert set(messages.bases(engine, ADA, organisation.id)) == {water.id, action.id}
    facts = replace(COMPLETE, activity_id=water.id)
    kept = entries.change(engine, ADA, RECORDS, draft.id, version=1, facts=facts)
    ways.sign(engine, ADA, kept.id, version=2, name="Eva", role="ordf", on=date(2026, 9, 2))
    assert messages.bases(engine, ADA, organisation.id) == {
        water.id: Basis(Kind.ACTIVITY, "Dricksvatten"),
        draft.id: Basis(Kind.RECORD, "Dricksvatten"),
        action.id: Basis(Kind.ACTION, "Besluta en policy"),
    }
    told = MessageFacts("Chefer", basis=frozenset({draft.id, action.id}))
    entries.add(engine, ADA, MESSAGES, organisation.id, told)
    found = messages.overview(engine, ADA, organisation.id)
    assert basis_names(told, found, language("sv")) == ["beslutet om Dricksvatten", "åtgärden Besluta en policy"]
    actions.remove(engine, ADA, action.id, version=1)
    gone = messages.overview(engine, ADA, organisation.id)
    assert basis_names(told, gone, language("sv")) == ["beslutet om Dricksvatten"]


def test_a_message_does_not_build_on_what_is_another_organisations(engine, message):
    other = organisations.of_assessment(engine, ADA, builders.start(engine, organisation="Lindvåga kommun").id)
    with pytest.raises(BasisUnknown):
        entries.add(engine, ADA, MESSAGES, other.id, message.facts)
    assert messages.overview(engine, ADA, other.id).entries == ()


def test_an_archived_message_comes_back_as_it_was(engine, organisation, message):
    entries.archive(engine, ADA, MESSAGES, message.id, version=1)
    assert messages.overview(engine, ADA, organisation.id).messages == ()
    assert entries.restore(engine, ADA, MESSAGES, message.id, version=2).facts == message.facts


def test_a_participant_neither_reads_nor_writes(engine, organisation, message, ben):
    viewer = builders.viewer_of(ben)
    with pytest.raises(NotAllowed):
        messages.overview(engine, viewer, organisation.id)
    with pytest.raises(NotAllowed):
        entries.add(engine, viewer, MESSAGES, organisation.id, message.facts)


def test_an_unknown_message_is_a_sentence(engine):
    with pytest.raises(MessageUnknown):
        entries.entry(engine, ADA, MESSAGES, "finns-inte")


@pytest.mark.slow
def test_the_example_is_stored_once_and_shows_what_can_be_missing(engine):
    for _ in range(2):
        demo.load(engine, ADA)
    found = messages.overview(engine, ADA, demo.EXAMPLE_ID)
    assert len(found.entries) == len(found.by_group) == 6
    assert [len(part) for part in (found.late, found.missed, found.unchecked, found.reached)] == [1, 1, 1, 1]
    assert all(one.facts.basis <= set(found.bases) for one in found.messages)


def test_the_messages_are_offered_as_evidence(engine, quick_assessment, message):
    shares = {
        item: [one.share for one in step_evidence.of_item(engine, ADA, quick_assessment.id, item)]
        for item in ("KUN-08", "RES-08")
    }
    assert Share(0, 1) in shares["KUN-08"]
    assert shares["RES-08"] == [Share(1, 1)]


def test_every_measure_of_the_messages_is_asked_for_by_a_question():
    places = [one for one in step_evidence.places() if one.step == "kommunicera"]
    assert {one.measure for one in places} - {""} == set(MEASURES)
