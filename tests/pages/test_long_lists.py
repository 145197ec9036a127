"""Registers with more rows than one takes in at a glance: found by words, shown a few at a time."""

import re

import pytest

from assessment.domain.activity import ActivityFacts
from assessment.domain.document import DocumentFacts, DocumentLevel
from assessment.services import entries, organisations
from assessment.services.documents import DOCUMENTS
from assessment.services.registers import ACTIVITIES
from tests import builders
from tests.builders import ADA

MISSING = "ru-document none"  # the row of a kind of document that has none


@pytest.fixture
def ekvik(app_engine):
    return organisations.of_assessment(app_engine, ADA, builders.start(app_engine).id)


@pytest.fixture
def thirty_activities(app_engine, ekvik):
    return [
        entries.add(app_engine, ADA, ACTIVITIES, ekvik.id, ActivityFacts(f"{name} {number:02}"))
        for name in ("Skola", "Vatten")
        for number in range(15)
    ]


@pytest.fixture
def thirteen_plans(app_engine, ekvik):
    facts = [DocumentFacts(f"Plan {number:02}", level=DocumentLevel.PLAN) for number in range(13)]
    return [entries.add(app_engine, ADA, DOCUMENTS, ekvik.id, one) for one in facts]


def html_of(app):
    return " ".join(block.proto.body for block in app.get("html"))


def titles(app):
    return re.findall(r"<h2 class=\"ru-title\">([^<]+)</h2>", html_of(app))


def told(app):
    return re.findall(r'<p role="status">([^<]+)</p>', html_of(app))


def test_a_long_register_begins_with_twelve_rows_and_shows_more_when_asked(visit, ekvik, thirty_activities):
    app = visit("analyse.py", o=ekvik.id)
    assert (len(titles(app)), told(app)) == (12, ["Tolv av 30 visas."])
    app.button(key="show-more").click().run()
    assert (len(titles(app)), told(app)) == (30, ["30 av 30 visas."])
    assert "show-more" not in [one.key for one in app.button]


def test_a_search_in_the_address_is_kept_and_can_be_cleared_when_it_has_no_hit(visit, ekvik, thirty_activities):
    app = visit("way.py", o=ekvik.id, **{"sok-vagval": "vatten 14"})
    assert (titles(app), told(app)) == (["Vatten 14"], ["En träff bland 30."])
    app.text_input(key="sok-vagval").set_value("skola").run()
    assert told(app) == ["15 träffar bland 30. Tolv visas."]
    app.text_input(key="sok-vagval").set_value("hamnen").run()
    assert (titles(app), told(app)) == ([], ["Ingen träff bland 30."])
    app.button(key="clear-search").click().run()
    assert (len(titles(app)), app.text_input(key="sok-vagval").value) == (12, "")


def test_a_short_register_has_no_search(visit, app_engine, ekvik):
    entries.add(app_engine, ADA, ACTIVITIES, ekvik.id, ActivityFacts("Skola"))
    assert "sok-verksamheter" not in [one.key for one in visit("analyse.py", o=ekvik.id).text_input]


def test_documents_say_how_many_more_there_are_of_a_kind_and_a_search_hides_the_kinds_without(
    visit, ekvik, thirteen_plans
):
    whole = html_of(visit("prepare.py", o=ekvik.id))
    assert "… och 1 till" in whole and MISSING in whole
    sought = html_of(visit("prepare.py", o=ekvik.id, **{"sok-dokument": "plan 12"}))
    assert "Plan 12" in sought and MISSING not in sought
