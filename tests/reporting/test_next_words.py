"""Start says the next thing to decide in each step, from what is registered, and nothing when nothing waits."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.domain.activity import ActivityFacts
from assessment.domain.errors import NotAllowed
from assessment.domain.kind import Kind
from assessment.domain.message import MessageFacts
from assessment.reporting.next_words import NextDecision, next_decision
from assessment.services import demo, entries, organisations, standings, ways
from assessment.services.messages import MESSAGES
from assessment.services.registers import ACTIVITIES
from assessment.services.ways import RECORDS
from assessment.texts.language import language
from tests import builders
from tests.builders import ADA
from tests.domain.way_facts import COMPLETE

SV = language("sv")
STEPS = ("analysera", "vagval", "forbered", "kommunicera")


def told(engine, assessment):
    standing = standings.of_assessment(engine, ADA, assessment.id)
    found = [next_decision(step, standing, SV) for step in STEPS]
    return [one.text if one else "" for one in found]


def test_before_the_steps_are_opened_nothing_is_said(engine, quick_assessment):
    assert standings.of_assessment(engine, ADA, quick_assessment.id) is None


def test_where_nothing_is_registered_it_is_said_what_to_begin_with(engine, quick_assessment):
    organisations.of_assessment(engine, ADA, quick_assessment.id)
    assert told(engine, quick_assessment) == [
        "Lista det som måste fungera, vad som än händer",
        "",
        "Registrera styrdokumenten, inköpspolicyn först",
        "Bestäm vem som behöver veta vad",
    ]


def test_the_example_names_what_presses_most_in_each_step(engine):
    [*_, last] = demo.load(engine, ADA)
    analyse, way, document, message = told(engine, last)
    assert analyse == "Besluta vad som kommer efter avtalet om Journal- och planeringssystem"
    assert way == "Gör klart beslutet om Hemtjänst"
    assert document == "Se över Policy för krisberedskap och civilt försvar"
    assert message == "Skicka budskapet till Avtalsägare"


def test_a_decision_record_that_is_begun_comes_before_those_that_are_not_and_is_opened(engine, quick_assessment):
    ekvik = organisations.of_assessment(engine, ADA, quick_assessment.id)
    first, second = (entries.add(engine, ADA, ACTIVITIES, ekvik.id, ActivityFacts(name)) for name in ("El", "Vatten"))
    assert way(engine, quick_assessment) == NextDecision("Besluta vem som ska utföra El", Kind.RECORD)
    begun = ways.begin(engine, ADA, second.id)
    assert way(engine, quick_assessment) == NextDecision("Gör klart beslutet om Vatten", Kind.RECORD, begun.id)
    for activity in (first, second):
        sign(engine, ways.begin(engine, ADA, activity.id))
    assert way(engine, quick_assessment) is None


def way(engine, assessment):
    return next_decision("vagval", standings.of_assessment(engine, ADA, assessment.id), SV)


def sign(engine, record):
    facts = replace(COMPLETE, activity_id=record.facts.activity_id)
    kept = entries.change(engine, ADA, RECORDS, record.id, version=record.version, facts=facts)
    ways.sign(engine, ADA, kept.id, version=kept.version, name="Eva", role="ordf", on=date(2026, 9, 2))


def test_a_step_where_nothing_waits_is_silent_and_a_step_that_is_not_ours_too(engine, quick_assessment):
    ekvik = organisations.of_assessment(engine, ADA, quick_assessment.id)
    whole = MessageFacts("C" * 200, "Gör", "Säg", sender="Chefen", channel="Möte", contact="Chefen")
    entry = entries.add(engine, ADA, MESSAGES, ekvik.id, whole)
    assert told(engine, quick_assessment)[3].startswith("Gör klart budskapet till CCC")
    assert len(told(engine, quick_assessment)[3]) < 110
    day = standings.of_assessment(engine, ADA, quick_assessment.id).today
    entries.change(engine, ADA, MESSAGES, entry.id, version=1, facts=replace(whole, planned_on=day))
    assert told(engine, quick_assessment)[3] == ""
    assert next_decision("okänt", standings.of_assessment(engine, ADA, quick_assessment.id), SV) is None


def test_a_participant_does_not_read_it(engine, quick_assessment, ben):
    with pytest.raises(NotAllowed):
        standings.of_assessment(engine, builders.viewer_of(ben), quick_assessment.id)
