"""What the documents of an organisation amount to, and what they raise together with the answers."""

from datetime import date

import pytest

from assessment.domain.document import DocumentFacts, DocumentLevel
from assessment.domain.document_guide import Expectation
from assessment.domain.document_overview import DocumentOverview, Doubt
from assessment.domain.entry import Entry
from assessment.domain.scoring import ItemResult, ItemState
from tests.domain.strategies import NOW, make_checklist, make_item

TODAY = date(2026, 11, 22)
BEFORE, AHEAD = date(2024, 1, 15), date(2027, 6, 1)
ITEMS = (make_item("POL-01"), make_item("POL-02"), make_item("TID-01"))
EXPECTED = (Expectation("POL-02", (DocumentLevel.POLICY,)),)


def document(title="Inköpspolicy", level=DocumentLevel.POLICY, *, archived=False, adopted=BEFORE, **facts):
    written = DocumentFacts(title, level, adopted_on=adopted, **facts)
    return Entry(title, "o", written, NOW, NOW, "Ada", 1, archived)


def overview(*documents):
    return DocumentOverview(documents, make_checklist(ITEMS), TODAY, EXPECTED)


def rated(level, item="POL-02"):
    return ItemResult(make_item(item), ItemState.RATED, level, 3)


def doubts(found, *results):
    return [one.doubt for one in found.questions(results)]


COVERING = {"dimensions": frozenset({"POL"})}
ON_ITEM = {"items": frozenset({"POL-02"})}


def test_nothing_registered_leaves_every_kind_empty_and_every_dimension_uncovered():
    empty = overview()
    assert empty.levels_in_force == ()
    assert empty.uncovered == ("POL", "TID")
    assert list(empty.by_level) == list(DocumentLevel)


def test_only_what_is_in_force_counts_for_a_kind_and_for_a_dimension():
    found = overview(document(adopted=AHEAD, **COVERING), document("Utan dag", adopted=None, **COVERING))
    assert found.levels_in_force == ()
    assert found.uncovered == ("POL", "TID")
    assert [one.facts.title for one in found.planned] == ["Inköpspolicy"]
    assert [one.facts.title for one in found.undated] == ["Utan dag"]
    assert len(found.by_level[DocumentLevel.POLICY]) == 2


@pytest.mark.parametrize("facts", [COVERING, ON_ITEM])
def test_a_document_covers_a_dimension_by_name_or_by_one_of_its_questions(facts):
    assert overview(document(**facts)).uncovered == ("TID",)


def test_an_archived_document_counts_nowhere():
    found = overview(document(archived=True, review_on=date(2025, 1, 1), **COVERING))
    assert (found.documents, found.overdue, found.levels_in_force) == ((), (), ())
    assert len(found.archived) == 1


def test_reviews_stand_in_the_order_of_their_days():
    old, older, ahead = (
        document(str(day), review_on=day) for day in (date(2026, 1, 1), date(2025, 1, 1), date(2027, 1, 1))
    )
    found = overview(old, ahead, older, document("Utan översyn"))
    assert found.overdue == (older, old)
    assert found.due_soon == (ahead,)
    assert found.to_review == (older, old, ahead)
    assert [one.facts.title for one in found.without_review] == ["Utan översyn"]


def test_an_empty_register_asks_nothing():
    assert overview().questions([rated(4)]) == ()


@pytest.mark.parametrize(("level", "asked"), [(2, []), (3, [Doubt.NOT_REGISTERED]), (4, [Doubt.NOT_REGISTERED])])
def test_a_question_in_place_without_its_document_is_asked_about(level, asked):
    assert doubts(overview(document("Rutin", DocumentLevel.ROUTINE)), rated(level)) == asked


@pytest.mark.parametrize("facts", [COVERING, ON_ITEM])
def test_a_document_of_the_kind_that_covers_it_settles_the_matter(facts):
    assert doubts(overview(document(**facts)), rated(3)) == []


def test_any_kind_of_document_that_names_the_question_settles_the_matter():
    assert doubts(overview(document("Rutin", DocumentLevel.ROUTINE, **ON_ITEM)), rated(3)) == []


def test_a_planned_document_does_not():
    assert doubts(overview(document(adopted=AHEAD, **COVERING)), rated(3)) == [Doubt.NOT_REGISTERED]


def test_level_zero_beside_a_document_in_force_is_asked_about():
    [question] = overview(document(**ON_ITEM)).questions([rated(0)])
    assert question.doubt is Doubt.STILL_ZERO
    assert [one.facts.title for one in question.documents] == ["Inköpspolicy"]
    assert doubts(overview(document(adopted=AHEAD, **ON_ITEM)), rated(0)) == []


def test_followed_up_beside_an_overdue_review_is_asked_about_unless_another_document_is_fresh():
    overdue = document(review_on=date(2025, 1, 1), **ON_ITEM)
    assert doubts(overview(overdue), rated(4)) == [Doubt.NOT_REVIEWED]
    assert doubts(overview(overdue), rated(3)) == []
    assert doubts(overview(overdue, document("Ny", **ON_ITEM)), rated(4)) == []


@pytest.mark.parametrize("state", [ItemState.UNKNOWN, ItemState.UNANSWERED, ItemState.NOT_APPLICABLE])
def test_what_has_no_level_is_never_asked_about(state):
    results = [ItemResult(make_item("POL-02"), state, None, 3)]
    assert overview(document(**ON_ITEM)).questions(results) == ()
