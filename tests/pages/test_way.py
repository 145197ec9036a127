"""Vägval: saved as it is written, told when somebody else was first, and nothing lost."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.domain.activity import ActivityFacts
from assessment.domain.delivery import Known
from assessment.services import entries, organisations, ways
from assessment.services.registers import ACTIVITIES
from assessment.services.ways import RECORDS
from tests import builders
from tests.builders import ADA
from tests.domain.way_facts import OWN


@pytest.fixture
def organisation(app_engine):
    return organisations.of_assessment(app_engine, ADA, builders.start(app_engine).id)


@pytest.fixture
def begun(app_engine, organisation):
    """A record for an activity with letters that mean something in HTML and Markdown."""
    water = entries.add(app_engine, ADA, ACTIVITIES, organisation.id, ActivityFacts("Vatten <b>*och* [avlopp]"))
    return ways.begin(app_engine, ADA, water.id)


def field(app, kind, name):
    return next(one for one in app.get(kind) if one.key and one.key.startswith(f"way-{name}:"))


def stored(engine, record):
    return entries.entry(engine, ADA, RECORDS, record.id)


def said(app):
    return " ".join(block.proto.body for block in app.get("html"))


def test_what_is_written_is_stored_at_once_and_the_name_is_shown_letter_by_letter(visit, app_engine, begun):
    app = visit("way.py", o=begun.organisation_id, b=begun.id, g="behov")
    field(app, "text_area", "why").set_value("Alla behöver det.").run()
    assert stored(app_engine, begun).facts.why == "Alla behöver det."
    assert "Vatten &lt;b&gt;*och* [avlopp]" in said(app)
    assert "Sparat" in said(app)


def test_a_text_that_is_too_long_stays_in_its_field_until_it_is_shortened(visit, app_engine, begun):
    app = visit("way.py", o=begun.organisation_id, b=begun.id, g="overlamna")
    field(app, "text_area", "ground").set_value("x" * 100_000).run()
    assert "men plats för" in app.error[0].value
    assert app.button(key="do-next-gate").disabled
    assert len(field(app, "text_area", "ground").value) == 100_000
    assert stored(app_engine, begun) == begun


def test_two_writers_see_both_versions_and_choose(visit, app_engine, begun):
    app = visit("way.py", o=begun.organisation_id, b=begun.id, g="overlamna")
    theirs = replace(begun.facts, ground="Deras")
    entries.change(app_engine, ADA, RECORDS, begun.id, version=1, facts=theirs)
    field(app, "text_area", "ground").set_value("Mitt").run()
    assert "Mitt" in said(app)
    assert "Deras" in said(app)
    assert stored(app_engine, begun).facts.ground == "Deras"
    app.button(key="save-mine").click().run()
    assert stored(app_engine, begun).facts.ground == "Mitt"


def test_what_somebody_else_wrote_meanwhile_is_adopted_where_nothing_was_changed_here(visit, app_engine, begun):
    app = visit("way.py", o=begun.organisation_id, b=begun.id, g="overlamna")
    entries.change(app_engine, ADA, RECORDS, begun.id, version=1, facts=replace(begun.facts, ground="Deras"))
    app.run()
    assert field(app, "text_area", "ground").value == "Deras"
    assert not app.warning


def test_a_gate_that_stops_says_why_and_closes_those_after_it(visit, app_engine, begun):
    facts = replace(begun.facts, handover=Known.UNKNOWN)
    entries.change(app_engine, ADA, RECORDS, begun.id, version=1, facts=facts)
    app = visit("way.py", o=begun.organisation_id, b=begun.id, g="beslut")
    assert "Får någon annan utföra" in said(app)
    assert "Fråga en jurist" in app.warning[0].value
    assert app.button(key="way-gate-form").disabled
    assert not app.button(key="way-gate-behov").disabled


def test_a_signed_record_is_read_and_not_written(visit, app_engine, begun):
    facts = replace(OWN, activity_id=begun.facts.activity_id)
    entries.change(app_engine, ADA, RECORDS, begun.id, version=1, facts=facts)
    ways.sign(app_engine, ADA, begun.id, version=2, name="Eva", role="Ordförande", on=date(2026, 11, 1))
    app = visit("way.py", o=begun.organisation_id, b=begun.id)
    assert "Beslutat: egen regi" in said(app)
    assert not app.get("text_area")
    app.button(key="supersede").click().run()
    assert app.query_params["b"] != [begun.id]
    assert field(app, "text_area", "motive").value == OWN.motive


def test_no_activity_leads_to_the_register(visit, organisation):
    app = visit("way.py", o=organisation.id)
    assert "ingen verksamhet att besluta om" in said(app)


def test_what_is_written_last_is_saved_before_one_leaves_or_changes_the_language(visit, app_engine, begun):
    app = visit("way.py", o=begun.organisation_id, b=begun.id, g="overlamna")
    field(app, "text_area", "ground").set_value("Mitt")
    app.button(key="to-ways").click().run()
    assert stored(app_engine, begun).facts.ground == "Mitt"
    assert "b" not in app.query_params
    app = visit("way.py", o=begun.organisation_id, b=begun.id, g="overlamna")
    field(app, "text_area", "ground").set_value("Mitt igen")
    app.query_params["lang"] = "en"
    app.run()
    assert stored(app_engine, begun).facts.ground == "Mitt igen"


def test_nothing_is_signed_that_somebody_else_has_just_changed(visit, app_engine, begun):
    app = visit("way.py", o=begun.organisation_id, b=begun.id, g="beslut")
    for key, said in (("sign-name", "Eva"), ("sign-role", "Ordförande")):
        app.text_input(key=f"{key}:{begun.id}").set_value(said)
    app.text_area(key=f"sign-despite:{begun.id}").set_value("Bråttom")
    app.run()
    entries.change(app_engine, ADA, RECORDS, begun.id, version=1, facts=replace(begun.facts, conditions="Deras"))
    app.button(key="do-sign").click().run()
    assert not stored(app_engine, begun).facts.signed
    assert "sedan du såg det" in app.error[0].value
    app.button(key="do-sign").click().run()
    assert stored(app_engine, begun).facts.signed


@pytest.mark.slow
def test_a_draft_is_archived_on_the_screen_and_taken_back(visit, app_engine, begun):
    app = visit("way.py", o=begun.organisation_id, b=begun.id, g="overlamna")
    field(app, "text_area", "ground").set_value("Kommunallagen").run()
    app.button(key="archive-draft").click().run()
    assert "b" not in app.query_params
    aside = stored(app_engine, begun)
    assert (aside.archived, aside.facts.ground) == (True, "Kommunallagen")
    app.expander(key="archived-drafts")
    app.button(key=f"open-draft-{begun.id}").click().run()
    app.button(key="do-restore-draft").click().run()
    assert not stored(app_engine, begun).archived
    assert field(app, "text_area", "why") is not None


def test_a_decision_of_long_ago_can_be_signed(visit, begun):
    app = visit("way.py", o=begun.organisation_id, b=begun.id, g="beslut")
    field = app.date_input(key=f"sign-on:{begun.id}")
    assert field.min <= date(2012, 2, 29) <= field.max
