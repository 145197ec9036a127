"""Governing documents in the database: kept whole, per organisation, and never overwritten silently."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.domain.document import DocumentFacts, DocumentLevel, DocumentUnknown, LinkRefused
from assessment.domain.entry_errors import EntryChanged
from assessment.domain.errors import NotAllowed
from assessment.services import document_example, documents, entries, organisations
from assessment.services.documents import DOCUMENTS
from assessment.services.reports import report
from assessment.storage.database import unit_of_work
from tests import builders
from tests.builders import ADA

POLICY = DocumentFacts(
    title="Inköpspolicy",
    level=DocumentLevel.POLICY,
    owner="Inköpschefen",
    adopted_by="Kommunfullmäktige",
    adopted_on=date(2024, 1, 15),
    review_on=date(2027, 1, 15),
    dimensions=frozenset({"POL", "RES"}),
    items=frozenset({"POL-02", "RES-04"}),
    link="https://kommun.example/policy",
    note="Två rader\noch en till",
)


@pytest.fixture
def organisation(engine, quick_assessment):
    return organisations.of_assessment(engine, ADA, quick_assessment.id)


@pytest.fixture
def policy(engine, organisation):
    """The policy, registered by Ada."""
    return entries.add(engine, ADA, DOCUMENTS, organisation.id, POLICY)


def shown(engine, assessment):
    return documents.of_assessment(engine, ADA, assessment.id)


def test_a_document_is_kept_whole_and_found_by_every_assessment_of_the_organisation(engine, quick_assessment, policy):
    later = builders.start(engine, name="Ett år senare", organisation="  EKVIKS  kommun ")
    for assessment in (quick_assessment, later):
        [found] = shown(engine, assessment).documents
        assert found == policy
        assert found.facts == POLICY


def test_another_organisation_has_documents_of_its_own(engine, policy):
    other = builders.start(engine, organisation="Lindvåga kommun")
    assert shown(engine, other) is None
    organisations.of_assessment(engine, ADA, other.id)
    assert shown(engine, other).documents == ()


def test_an_archived_document_comes_back_as_it_was(engine, quick_assessment, policy):
    entries.archive(engine, ADA, DOCUMENTS, policy.id, version=1)
    assert shown(engine, quick_assessment).documents == ()
    entries.restore(engine, ADA, DOCUMENTS, policy.id, version=2)
    assert [one.facts for one in shown(engine, quick_assessment).documents] == [POLICY]


def test_the_second_writer_is_told_and_nothing_is_overwritten(engine, policy):
    first = replace(POLICY, owner="Ekonomichefen")
    entries.change(engine, ADA, DOCUMENTS, policy.id, version=1, facts=first)
    with pytest.raises(EntryChanged):
        entries.change(engine, ADA, DOCUMENTS, policy.id, version=1, facts=replace(POLICY, owner="Säkerhetschefen"))
    assert entries.entry(engine, ADA, DOCUMENTS, policy.id).facts == first


def test_the_history_tells_what_was_changed(engine, policy):
    entries.change(engine, ADA, DOCUMENTS, policy.id, version=1, facts=replace(POLICY, review_on=date(2028, 1, 15)))
    last = entries.history(engine, ADA, policy.id)[-1]
    assert (last.field, last.before, last.after) == ("review_on", "2027-01-15", "2028-01-15")


def test_a_refused_change_leaves_everything_as_it_was(engine, policy):
    with pytest.raises(LinkRefused):
        entries.change(engine, ADA, DOCUMENTS, policy.id, version=1, facts=replace(POLICY, link="javascript:alert(1)"))
    assert entries.entry(engine, ADA, DOCUMENTS, policy.id) == policy


def test_a_participant_neither_reads_nor_writes(engine, quick_assessment, organisation, ben):
    viewer = builders.viewer_of(ben)
    with pytest.raises(NotAllowed):
        documents.of_assessment(engine, viewer, quick_assessment.id)
    with pytest.raises(NotAllowed):
        entries.add(engine, viewer, DOCUMENTS, organisation.id, POLICY)


def test_an_unknown_document_is_a_sentence(engine):
    with pytest.raises(DocumentUnknown):
        entries.entry(engine, ADA, DOCUMENTS, "finns-inte")


def test_a_question_knows_its_documents_but_not_the_archived_ones(engine, quick_assessment, policy):
    known = documents.by_item(engine, ADA, quick_assessment.id)
    assert known.on("POL-02") == (policy,)
    assert known.on("POL-01") == ()
    assert DocumentLevel.POLICY in known.expected("POL-02")
    assert known.expected("POL-01") == ()
    entries.archive(engine, ADA, DOCUMENTS, policy.id, version=1)
    assert documents.by_item(engine, ADA, quick_assessment.id).on("POL-02") == ()


def test_what_is_registered_changes_no_level(engine, answered_assessment, organisation):
    before = report(engine, ADA, answered_assessment.id).results
    entries.add(engine, ADA, DOCUMENTS, organisation.id, POLICY)
    assert report(engine, ADA, answered_assessment.id).results == before


def test_the_example_is_stored_once_and_fits_the_checklist(engine, quick_assessment, organisation):
    for _ in range(2):
        with unit_of_work(engine) as session:
            document_example.add_missing(session, organisation.id, by="Ada")
    found = shown(engine, quick_assessment)
    assert set(found.by_level) == {one.facts.level for one in found.documents}
    assert len(found.documents) == len({one.facts.title for one in found.documents}) == 10
    items = {item.id for item in found.checklist.items}
    dimensions = {one.id for one in found.checklist.dimensions}
    assert all(one.facts.items <= items and one.facts.dimensions <= dimensions for one in found.documents)
