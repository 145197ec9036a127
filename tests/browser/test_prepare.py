"""Förbered in Chromium: register a document, see what it changes, come back to it from a question. In both languages."""

from datetime import date

import pytest
from playwright.sync_api import expect

from assessment.domain.document import DocumentFacts, DocumentLevel
from assessment.services import entries, organisations
from assessment.services.documents import DOCUMENTS
from tests import builders
from tests.browser.axe import COLOURS, violations
from tests.browser.chromium import DESKTOP, PHONE
from tests.builders import ADA

pytestmark = pytest.mark.browser
LATE = DocumentFacts(
    "Övningsplan 2023–2025",
    DocumentLevel.PLAN,
    adopted_on=date(2023, 1, 9),
    review_on=date(2025, 6, 30),
    dimensions=frozenset({"KUN"}),
    items=frozenset({"KUN-03"}),
)
PLANNED = DocumentFacts("Försörjningsstrategi", DocumentLevel.STRATEGY, adopted_on=date(2098, 1, 1))


@pytest.fixture
def registered(store, request):
    """An organisation of this test alone, answered by Ben, with an overdue plan and a planned strategy."""
    assessment = builders.start(store, organisation=request.node.name)
    builders.answer_all(store, builders.join(store, assessment, builders.BEN), (0, 1, 2, 3, 4))
    organisation = organisations.of_assessment(store, ADA, assessment.id)
    for facts in (LATE, PLANNED):
        entries.add(store, ADA, DOCUMENTS, organisation.id, facts)
    return assessment


@pytest.mark.parametrize(("size", "code"), [(DESKTOP, "sv"), (PHONE, "en")], ids=["desktop-sv", "phone-en"])
def test_a_document_is_registered_and_met_again_beside_its_question(arrive, house, registered, accepted, size, code):
    visitor = arrive(house, size=size, code=code)
    visitor.open("forbered", a=registered.id)
    visitor.sees("Review overdue")
    register_a_policy(visitor)
    expect(visitor.page.get_by_role("main")).to_contain_text("Inköpspolicy 2026")
    assert visitor.overflow == 0
    visitor.unfold()
    for colours in COLOURS:
        visitor.sees_in(colours)
        found = violations(visitor.page)
        assert {rule: nodes for rule, nodes in found.items() if rule not in accepted[colours]} == {}, colours
    visitor.open("atgarder", a=registered.id, alla="1")
    visitor.unfold()
    visitor.sees("Governing documents registered:")


def register_a_policy(visitor):
    """In the dialogue, which a reload keeps open."""
    visitor.part("add-policy").get_by_role("button").click()
    note = visitor.page.get_by_label(visitor.language.text("Note on the document"), exact=True)
    expect(note).to_be_visible()  # the last field: leaving a page that is still fetching its scripts is another matter
    visitor.settle()
    visitor.reload()
    expect(note).to_be_visible()
    visitor.write("Title of the document", "Inköpspolicy 2026")
    visitor.write("Link or reference", "https://ekvik.example/policy")
    visitor.settle()
    visitor.part("do-save-entry").get_by_role("button").click()
    expect(visitor.page.get_by_role("dialog")).to_be_hidden()
    visitor.settle()
    visitor.receipt()
