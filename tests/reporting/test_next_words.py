"""Start says the next thing to decide in each step, from what is registered, and nothing when nothing waits."""

from dataclasses import replace

import pytest

from assessment.domain.errors import NotAllowed
from assessment.domain.message import MessageFacts
from assessment.reporting.next_words import next_decision
from assessment.services import demo, entries, organisations, standings
from assessment.services.messages import MESSAGES
from assessment.texts.language import language
from tests import builders
from tests.builders import ADA

SV = language("sv")
STEPS = ("analysera", "vagval", "forbered", "kommunicera")


def told(engine, assessment):
    standing = standings.of_assessment(engine, ADA, assessment.id)
    return [next_decision(step, standing, SV) for step in STEPS]


def test_before_the_steps_are_opened_nothing_is_said(engine, quick_assessment):
    assert standings.of_assessment(engine, ADA, quick_assessment.id) is None


def test_where_nothing_is_registered_it_is_said_what_to_begin_with(engine, quick_assessment):
    organisations.of_assessment(engine, ADA, quick_assessment.id)
    assert told(engine, quick_assessment) == [
        "Lista vad som måste fungera, vad som än händer",
        "",
        "Registrera styrdokumenten, inköpspolicyn först",
        "Bestäm vem som behöver veta vad",
    ]


def test_the_example_names_what_presses_most_in_each_step(engine):
    [*_, last] = demo.load(engine, ADA)
    analyse, way, document, message = told(engine, last)
    assert analyse == "Besluta vad som kommer efter avtalet om Journal- och planeringssystem"
    assert way
    assert document == "Se över Policy för krisberedskap och civilt försvar"
    assert message == "Skicka budskapet till Avtalsägare"


def test_a_step_where_nothing_waits_is_silent_and_a_step_that_is_not_ours_too(engine, quick_assessment):
    ekvik = organisations.of_assessment(engine, ADA, quick_assessment.id)
    whole = MessageFacts("C" * 200, "Gör", "Säg", sender="Chefen", channel="Möte", contact="Chefen")
    entry = entries.add(engine, ADA, MESSAGES, ekvik.id, whole)
    assert told(engine, quick_assessment)[3].startswith("Gör klart budskapet till CCC")
    assert len(told(engine, quick_assessment)[3]) < 110
    day = standings.of_assessment(engine, ADA, quick_assessment.id).today
    entries.change(engine, ADA, MESSAGES, entry.id, version=1, facts=replace(whole, planned_on=day))
    assert told(engine, quick_assessment)[3] == ""
    assert next_decision("okänt", standings.of_assessment(engine, ADA, quick_assessment.id), SV) == ""


def test_a_participant_does_not_read_it(engine, quick_assessment, ben):
    with pytest.raises(NotAllowed):
        standings.of_assessment(engine, builders.viewer_of(ben), quick_assessment.id)
