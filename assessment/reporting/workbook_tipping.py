"""The sheet with the answers that decide a lowest level."""

from typing import Final

from assessment.reporting.tipping_words import tipping, tipping_finding, tipping_frame, tipping_reading
from assessment.reporting.workbook_keys import SheetKeys
from assessment.reporting.workbook_lists import HEADER_ROW, list_below
from assessment.reporting.workbook_sheet import Book, new_sheet

WIDTHS: Final = {
    **{"dimension": 30, "item_id": 10, "question": 60, "level": 8, "step_level": 16, "floor": 18, "step_floor": 18},
}


def tipping_sheets(book: Book) -> list[SheetKeys]:
    """The sheet; none when no single answer decides anything."""
    frame = tipping_frame(book.report, book.language)
    if frame.empty:
        return []
    title = book.language.text("Answers that decide")
    told = tipping_finding(tipping(book.report), book.language)
    sheet = new_sheet(
        book,
        title,
        heading=told[:1].upper() + told[1:],
        lede=tipping_reading(book.language),
        widths=list(WIDTHS.values()),
    )
    return [SheetKeys(title, HEADER_ROW, list_below(sheet, book, frame, WIDTHS, table="TippingTable"))]
