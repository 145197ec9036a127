"""Kommunicera: a message that is there is changed, two writers lose nothing."""

from dataclasses import replace

import pytest

from assessment.domain.message import MessageFacts
from assessment.services import entries, organisations
from assessment.services.messages import MESSAGES
from tests import builders
from tests.builders import ADA

pytestmark = pytest.mark.slow


@pytest.fixture
def message(app_engine):
    organisation = organisations.of_assessment(app_engine, ADA, builders.start(app_engine).id)
    facts = MessageFacts("Enhetschefer", "Larmar inom en timme", sender="Säkerhetschefen", channel="Chefsmöte")
    return entries.add(app_engine, ADA, MESSAGES, organisation.id, facts)


@pytest.fixture
def opened(visit, message):
    """The dialogue of the message."""
    return visit("communicate.py", o=message.organisation_id, post=f"budskap.{message.id}")


def stored(engine, message):
    return entries.entry(engine, ADA, MESSAGES, message.id)


def field(app, name):
    return next(one for one in [*app.text_input, *app.text_area] if one.key and one.key.startswith(f"entry-{name}:"))


def test_a_message_that_is_there_is_changed(opened, app_engine, message):
    field(opened, "channel").set_value("Intranätet").run()
    opened.button(key="do-save-entry").click().run()
    assert stored(app_engine, message).facts == replace(message.facts, channel="Intranätet")
    assert "post" not in opened.query_params
