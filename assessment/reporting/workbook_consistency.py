"""The sheet with the questions that the answers raise."""

from typing import Final

from assessment.reporting.consistency_words import raised_finding, raised_frame, raised_reading
from assessment.reporting.workbook_keys import SheetKeys
from assessment.reporting.workbook_lists import HEADER_ROW, list_below
from assessment.reporting.workbook_sheet import Book, new_sheet

WIDTHS: Final = {"ask": 80, "because": 80}


def consistency_sheets(book: Book) -> list[SheetKeys]:
    """The sheet; none when nothing is raised."""
    frame = raised_frame(book.report, book.language)
    if frame.empty:
        return []
    title = book.language.text("Questions raised")
    told = raised_finding(len(frame), book.language)
    lede = raised_reading(book.language)
    sheet = new_sheet(book, title, heading=told, lede=lede, widths=list(WIDTHS.values()))
    return [SheetKeys(title, HEADER_ROW, list_below(sheet, book, frame, WIDTHS, table="RaisedTable"))]
