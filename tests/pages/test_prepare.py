"""Förbered: documents by kind, the answers beside, and a dialogue that loses nothing."""

import re
from dataclasses import replace
from datetime import date

import pytest

from assessment.domain.checklist import Scope
from assessment.domain.document import DocumentFacts, DocumentLevel
from assessment.services import documents, entries, organisations, participants
from assessment.services.documents import DOCUMENTS
from tests import builders
from tests.builders import ADA

POLICY = DocumentFacts(
    "Inköps<b>policy", DocumentLevel.POLICY, adopted_on=date(2024, 1, 15), items=frozenset({"POL-02"})
)


@pytest.fixture
def assessment(app_engine):
    """Ben has answered: the purchasing policy 0, the screening routine 3."""
    begun = builders.start(app_engine, scope=Scope.FULL)
    builders.answer_all(app_engine, builders.join(app_engine, begun, builders.BEN), {"POL-02": 0, "RUT-01": 3})
    return begun


@pytest.fixture
def organisation(app_engine, assessment):
    return organisations.of_assessment(app_engine, ADA, assessment.id)


@pytest.fixture
def policy(app_engine, organisation):
    """A policy in force."""
    return entries.add(app_engine, ADA, DOCUMENTS, organisation.id, POLICY)


def text_of(app):
    return " ".join(re.sub(r"<[^>]+>", " ", block.proto.body) for block in app.get("html"))


def registered(engine, assessment):
    return [one.facts for one in documents.of_assessment(engine, ADA, assessment.id).documents]


def test_nothing_registered_says_what_to_begin_with(visit, assessment):
    app = visit("prepare.py", a=assessment.id)
    assert "Inga styrdokument är registrerade än" in text_of(app)
    assert "Börja med inköpspolicyn" in text_of(app)
    assert [one.label for one in app.main.button].count("Registrera") == len(DocumentLevel)


def test_documents_stand_beside_the_answers_and_raise_questions(visit, assessment, policy):
    shown = text_of(visit("prepare.py", a=assessment.id))
    assert "Inköps&lt;b&gt;policy" in shown
    assert "Frågan har nivå 0, men täcks av ”Inköps&lt;b&gt;policy”." in shown
    assert "ingen gällande rutin som täcker den är registrerad" in shown


def test_a_document_is_registered_from_the_kind_that_lacks_one(visit, app_engine, assessment):
    app = visit("prepare.py", a=assessment.id)
    app.button(key="add-strategy").click().run()
    app.text_input(key="doc-title:ny").set_value("Försörjningsstrategi").run()
    app.button(key="do-save-entry").click().run()
    assert registered(app_engine, assessment) == [DocumentFacts("Försörjningsstrategi", DocumentLevel.STRATEGY)]
    assert "post" not in app.query_params


def test_what_is_refused_stays_in_the_fields(visit, app_engine, assessment):
    app = visit("prepare.py", a=assessment.id, post="dokument.ny.policy")
    app.text_input(key="doc-title:ny").set_value("Policy").run()
    app.text_input(key="doc-link:ny").set_value("javascript:alert(1)").run()
    app.button(key="do-save-entry").click().run()
    assert "Inget är sparat" in app.error[0].value
    assert app.text_input(key="doc-link:ny").value == "javascript:alert(1)"
    assert documents.of_assessment(app_engine, ADA, assessment.id).documents == ()


def test_the_second_writer_sees_both_values(visit, app_engine, assessment, policy):
    app = visit("prepare.py", a=assessment.id, post=f"dokument.{policy.id}")
    theirs = replace(POLICY, owner="Ekonomichefen")
    entries.change(app_engine, ADA, DOCUMENTS, policy.id, version=1, facts=theirs)
    app.text_input(key=f"doc-owner:{policy.id}").set_value("Säkerhetschefen").run()
    app.button(key="do-save-entry").click().run()
    assert "Säkerhetschefen" in text_of(app)
    assert "Ekonomichefen" in text_of(app)
    assert registered(app_engine, assessment) == [theirs]


def test_an_archived_document_is_found_again(visit, app_engine, assessment, policy):
    entries.archive(app_engine, ADA, DOCUMENTS, policy.id, version=1)
    app = visit("prepare.py", a=assessment.id)
    app.button(key=f"open-{policy.id}").click().run()
    app.button(key="do-restore-entry").click().run()
    assert len(registered(app_engine, assessment)) == 1


def test_an_organisation_without_answers_has_its_documents_too(visit, app_engine):
    begun = organisations.start(app_engine, ADA, name="Lindvåga kommun", kind="kommun")
    entries.add(app_engine, ADA, DOCUMENTS, begun.id, POLICY)
    app = visit("prepare.py", o=begun.id)
    assert "Inköps&lt;b&gt;policy" in text_of(app)


@pytest.mark.parametrize("script", ["respond.py", "actions.py"])
def test_a_question_shows_its_documents_beside_the_answer(visit, app_engine, assessment, policy, script):
    [ben] = participants.progress(app_engine, ADA, assessment.id)
    shown = text_of(visit(script, a=assessment.id, p=ben.participant.id, q="POL-02"))
    assert "Registrerade styrdokument:" in shown
    assert "”Inköps&lt;b&gt;policy”. Beslutat 15 januari 2024." in shown


def test_the_answers_of_another_assessment_can_be_laid_beside(visit, app_engine, assessment, policy):
    later = builders.start(app_engine, name="Ett år senare")
    app = visit("prepare.py", a=assessment.id)
    app.selectbox(key=f"answers-from:{assessment.id}").select(later.id).run()
    assert app.query_params["a"] == later.id
    assert "Frågan har nivå 0" not in text_of(app)
