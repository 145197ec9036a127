"""The sheet of what has aged and what soon will."""

from typing import Final

from assessment.reporting.freshness_frame import freshness_frame
from assessment.reporting.freshness_words import ages_of, freshness_finding
from assessment.reporting.workbook_keys import SheetKeys
from assessment.reporting.workbook_lists import HEADER_ROW, list_below
from assessment.reporting.workbook_sheet import Book, new_sheet

WIDTHS: Final = {
    **{"item_id": 10, "question": 60, "level": 8, "level_day": 14, "evidence_day": 14, "good_until": 14},
    **{"freshness": 18, "dimension": 26},
}


def freshness_sheets(book: Book) -> list[SheetKeys]:
    """None as long as nothing has aged and nothing soon will."""
    frame = freshness_frame(book.report, book.language)
    if frame.empty:
        return []
    title = book.language.text("Old answers")
    heading = freshness_finding(ages_of(book.report), book.language)
    sheet = new_sheet(book, title, heading=heading, lede=book.subject, widths=list(WIDTHS.values()))
    return [SheetKeys(title, HEADER_ROW, list_below(sheet, book, frame, WIDTHS, table="FreshnessTable"))]
