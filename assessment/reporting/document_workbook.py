"""The governing documents as an Excel workbook: all of them, what covers each dimension, and what to ask about."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd
from openpyxl import Workbook

from assessment.domain.document_overview import DocumentOverview, DocumentQuestion
from assessment.domain.organisation import Organisation
from assessment.reporting.document_frames import coverage_frame, document_frame, question_frame
from assessment.reporting.document_words import documents_finding
from assessment.reporting.workbook import ILLEGAL, NAME_ROOM, workbook_bytes
from assessment.reporting.workbook_keys import SheetKeys, key_sheet, note_columns
from assessment.reporting.workbook_lists import HEADER_ROW, hairlines, list_below
from assessment.reporting.workbook_looks import FACE, Looks, carried, looks_for, put
from assessment.reporting.workbook_sheet import new_sheet
from assessment.texts.language import Language

FORMAT: Final = 1
DOCUMENT_WIDTHS: Final = {
    **{"kind": 11, "title": 34, "document_state": 14, "document_owner": 18, "adopted_by": 20, "adopted_on": 13},
    **{"review_on": 13, "review_state": 16, "covers": 24, "covered_items": 15, "link": 24, "note": 30},
}
COVERAGE_WIDTHS: Final = {"dimension": 34, "in_force": 70, "not_in_force": 50}
QUESTION_WIDTHS: Final = {"ask": 70, "item_id": 10, "question": 60}


@dataclass(frozen=True, slots=True)
class DocumentBook:
    """The workbook in the making."""

    workbook: Workbook
    organisation: Organisation
    overview: DocumentOverview
    language: Language
    looks: Looks

    @property
    def subject(self) -> str:
        """Ekviks kommun · 22 november 2026."""
        parts = (self.organisation.name, self.language.date(self.overview.today))
        return " · ".join(part for part in parts if part)


def document_workbook(
    organisation: Organisation,
    overview: DocumentOverview,
    questions: Sequence[DocumentQuestion],
    language: Language,
    *,
    version: str,
) -> bytes:
    """An .xlsx file. `questions` are those of the assessment that is open; without any there is no sheet for them."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.title = carried(organisation.name)
    workbook.properties.creator = "Rustad"
    workbook._named_styles["Normal"].font.name = FACE  # type: ignore[attr-defined]
    facts = {
        "format_version": str(FORMAT),
        "kind": "documents",
        "organisation_id": organisation.id,
        "language": language.code,
        "exported_at": overview.today.isoformat(),
    }
    key_sheet(workbook, facts, {})
    book = DocumentBook(workbook, organisation, overview, language, looks_for(workbook.worksheets[0]))
    documents, coverage = document_frame(overview, language), coverage_frame(overview, language)
    finding = documents_finding(overview, language)
    text = language.text
    keys = [
        _list(book, text("Governing documents"), documents, DOCUMENT_WIDTHS, table="DocumentTable", heading=finding),
        _list(book, text("Dimensions"), coverage, COVERAGE_WIDTHS, table="CoverTable"),
    ]
    if questions:
        asked = question_frame(questions, language)
        keys.append(_list(book, text("Questions raised"), asked, QUESTION_WIDTHS, table="AskTable"))
    note_columns(workbook, keys)
    _sign(book, version)
    return workbook_bytes(workbook)


def document_workbook_name(organisation: Organisation, overview: DocumentOverview, language: Language) -> str:
    """Rustad styrdokument Ekviks kommun 2026-11-22.xlsx."""
    name = " ".join(ILLEGAL.sub(" ", organisation.name).split())[:NAME_ROOM].strip(" .")
    told = language.text("Rustad governing documents {name} {day}", name=name, day=overview.today.isoformat())
    return " ".join(told.split()) + ".xlsx"


def _list(
    book: DocumentBook, title: str, frame: pd.DataFrame, widths: dict[str, int], *, table: str, heading: str = ""
) -> SheetKeys:
    sheet = new_sheet(book, title, heading=heading or title, lede=book.subject, widths=list(widths.values()))
    keys = list_below(sheet, book, frame, {key: float(width) for key, width in widths.items()}, table=table)
    hairlines(sheet, columns=len(keys), rows=len(frame))
    return SheetKeys(title, HEADER_ROW, keys)


def _sign(book: DocumentBook, version: str) -> None:
    """What must be known about the file, below its first list."""
    sheet = book.workbook[book.language.text("Governing documents")]
    row = sheet.max_row + 2
    put(sheet, row, 1, book.language.text("To be checked for confidentiality before it is disclosed."), book.looks.line)
    put(sheet, row + 1, 1, f"Rustad {version}", book.looks.line)
