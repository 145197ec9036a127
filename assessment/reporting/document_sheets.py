"""The governing documents as sheets: all of them, what covers each dimension, and what to ask about."""

from collections.abc import Iterator, Sequence
from typing import Final

from assessment.domain.document_overview import DocumentOverview, DocumentQuestion
from assessment.reporting.document_frames import coverage_frame, document_frame, question_frame
from assessment.reporting.document_words import documents_finding
from assessment.reporting.listed_sheet import listed_sheet
from assessment.reporting.workbook_keys import SheetKeys
from assessment.reporting.workbook_sheet import Bound

DOCUMENT_WIDTHS: Final = {
    **{
        "kind": 11,
        "document_title": 34,
        "document_state": 14,
        "document_owner": 18,
        "adopted_by": 20,
        "adopted_on": 13,
    },
    **{"review_on": 13, "review_state": 16, "covers": 24, "covered_items": 15, "link": 24, "note": 30},
}
COVERAGE_WIDTHS: Final = {"dimension": 34, "in_force": 70, "not_in_force": 50}
QUESTION_WIDTHS: Final = {"ask": 70, "item_id": 10, "question": 60}


def document_sheets(
    book: Bound, overview: DocumentOverview, questions: Sequence[DocumentQuestion]
) -> Iterator[SheetKeys]:
    """None while no document is registered. `questions` are those of an assessment."""
    if not overview.documents:
        return
    language = book.language
    documents, finding = document_frame(overview, language), documents_finding(overview, language)
    title = language.text("Governing documents")
    yield listed_sheet(book, title, documents, DOCUMENT_WIDTHS, table="Document", heading=finding)
    coverage, title = coverage_frame(overview, language), language.text("Documents by dimension")
    yield listed_sheet(book, title, coverage, COVERAGE_WIDTHS, table="Cover", heading=title)
    if questions:
        asked, title = question_frame(questions, language), language.text("Questions about documents")
        yield listed_sheet(book, title, asked, QUESTION_WIDTHS, table="Ask", heading=title)
