"""Governing documents → DataFrames, for the tables behind the figures and for the workbook."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from assessment.domain.checklist import term
from assessment.domain.document import DOCUMENT_FIELD, Document
from assessment.domain.document_overview import DocumentOverview, DocumentQuestion
from assessment.reporting import document_words
from assessment.reporting.columns import frame_of
from assessment.reporting.headings import OWN
from assessment.texts import document_labels
from assessment.texts.language import Language

DOCUMENT_KEYS: Final = (
    *(
        "kind",
        "document_title",
        "document_state",
        "document_owner",
        "adopted_by",
        "adopted_on",
        "review_on",
        "review_state",
    ),
    *("covers", "covered_items", "link", "note"),
)
COVERAGE_KEYS: Final = ("dimension", "in_force", "not_in_force")


def document_frame(overview: DocumentOverview, language: Language) -> pd.DataFrame:
    """A row for each document that is not archived, by kind and title. Days as 2026-11-22."""
    frame = frame_of([_row(one, overview, language) for one in overview.documents], DOCUMENT_KEYS)
    frame.attrs[OWN] = {
        "kind": language.text(DOCUMENT_FIELD["level"]),
        "document_title": language.text(DOCUMENT_FIELD["title"]),
        "document_state": language.text("In force or not"),
        "document_owner": language.text(DOCUMENT_FIELD["owner"]),
        "adopted_by": language.text(DOCUMENT_FIELD["adopted_by"]),
        "adopted_on": language.text(DOCUMENT_FIELD["adopted_on"]),
        "review_on": language.text(DOCUMENT_FIELD["review_on"]),
        "review_state": language.text("How the review stands"),
        "covers": language.text(DOCUMENT_FIELD["dimensions"]),
        "covered_items": language.text(DOCUMENT_FIELD["items"]),
        "link": language.text(DOCUMENT_FIELD["link"]),
        "note": language.text(DOCUMENT_FIELD["note"]),
    }
    return frame


def _row(document: Document, overview: DocumentOverview, language: Language) -> dict[str, object]:
    facts, today = document.facts, overview.today
    return {
        "kind": document_words.kind(facts.level, language),
        "document_title": facts.title,
        "document_state": language.text(document_labels.STATE[facts.state(today)]),
        "document_owner": facts.owner,
        "adopted_by": facts.adopted_by,
        "adopted_on": facts.adopted_on.isoformat() if facts.adopted_on else "",
        "review_on": facts.review_on.isoformat() if facts.review_on else "",
        "review_state": document_words.review_state(facts, today, language),
        "covers": ", ".join(covered_names(document, overview, language)),
        "covered_items": ", ".join(sorted(facts.items)),
        "link": facts.link,
        "note": facts.note,
    }


def covered_names(document: Document, overview: DocumentOverview, language: Language) -> list[str]:
    """The dimensions that the document covers as a whole, in the checklist's order."""
    dimensions = overview.checklist.dimensions
    chosen = [one.id for one in dimensions if one.id in document.facts.dimensions]
    return [language.of(term(dimensions, one).name) for one in chosen]


def coverage_frame(overview: DocumentOverview, language: Language) -> pd.DataFrame:
    """A row for each dimension: the documents that cover it or one of its questions."""
    rows = []
    for dimension in overview.checklist.dimensions:
        covering = overview.covering(dimension.id)
        rows.append(
            {
                "dimension": language.of(dimension.name),
                "in_force": ", ".join(one.facts.title for one in covering if one in overview.in_force),
                "not_in_force": ", ".join(one.facts.title for one in covering if one not in overview.in_force),
            }
        )
    frame = frame_of(rows, COVERAGE_KEYS)
    frame.attrs[OWN] = {
        "in_force": language.text("Documents in force"),
        "not_in_force": language.text("Documents not in force"),
    }
    return frame


def review_frame(overview: DocumentOverview, language: Language) -> pd.DataFrame:
    """A row for each document in force with a day for its review, the earliest first."""
    rows = [
        {
            "title": one.facts.title,
            "review_on": one.facts.review_on.isoformat() if one.facts.review_on else "",
            "review_state": document_words.review_state(one.facts, overview.today, language),
        }
        for one in overview.to_review
    ]
    frame = frame_of(rows, ("title", "review_on", "review_state"))
    frame.attrs[OWN] = {
        "title": language.text(DOCUMENT_FIELD["title"]),
        "review_on": language.text(DOCUMENT_FIELD["review_on"]),
        "review_state": language.text("How the review stands"),
    }
    return frame


def question_frame(questions: Sequence[DocumentQuestion], language: Language) -> pd.DataFrame:
    """A row for each thing to ask about, and the question of the checklist that it concerns."""
    rows = [
        {
            "ask": document_words.question_words(one, language),
            "item_id": one.result.item.id,
            "question": language.of(one.result.item.question),
        }
        for one in questions
    ]
    frame = frame_of(rows, ("ask", "item_id", "question"))
    frame.attrs[OWN] = {"ask": language.text("Question to ask yourselves")}
    return frame
