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


def test_what_only_the_other_writer_changed_is_kept(opened, app_engine, message):
    theirs = replace(message.facts, channel="Deras kanal", contact="Deras kontakt")
    entries.change(app_engine, ADA, MESSAGES, message.id, version=1, facts=theirs)
    field(opened, "sender").set_value("Min avsändare").run()
    field(opened, "contact").set_value("Min kontakt").run()
    opened.button(key="do-save-entry").click().run()
    [shown] = [block.proto.body for block in opened.get("html") if "Min avsändare" in block.proto.body]
    assert all(text in shown for text in ("Säkerhetschefen", "Min kontakt", "Deras kontakt"))
    assert "Deras kanal" not in shown  # nothing to choose there
    assert stored(app_engine, message).facts == theirs
    opened.button(key="save-mine").click().run()
    assert stored(app_engine, message).facts == replace(theirs, sender="Min avsändare", contact="Min kontakt")
