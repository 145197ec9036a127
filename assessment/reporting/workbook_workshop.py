"""The sheet about the workshops: what was voted and agreed, a row for each question."""

from collections.abc import Sequence
from typing import Final

from assessment.domain.workshop_record import WorkshopRecord
from assessment.reporting import record_words
from assessment.reporting.record_frame import record_frame
from assessment.reporting.workbook_keys import SheetKeys
from assessment.reporting.workbook_lists import HEADER_ROW, list_below
from assessment.reporting.workbook_sheet import Book, new_sheet

WIDTHS: Final = {
    **{"workshop": 13, "item_id": 10, "question": 44, "outcome": 18, "agreed_level": 12, "settled_note": 44},
    **{"dissent": 11, "settled_by": 18, "settled_at": 17},
}
KIND_WIDTH: Final = 17
AGREEMENT_WIDTH: Final = 17
COUNT_WIDTH: Final = 9.5


def workshop_sheet(book: Book, records: Sequence[WorkshopRecord]) -> SheetKeys:
    """The frame of the records as a table; in its head what the latest workshop came to."""
    frame = record_frame(records, book.language)
    widths = {key: WIDTHS.get(key) or _width(key) for key in frame.columns}
    title = book.language.text("Workshop")
    told = record_words.record_finding(records[-1], book.language)
    lede = f"{book.subject} · {record_words.time_span(records[-1], book.language)}"
    sheet = new_sheet(book, title, heading=told, lede=lede, widths=list(widths.values()))
    return SheetKeys(title, HEADER_ROW, list_below(sheet, book, frame, widths, table="WorkshopTable"))


def _width(key: str) -> float:
    if key.endswith(":kind"):
        return KIND_WIDTH
    return AGREEMENT_WIDTH if key.endswith(":agreement") else COUNT_WIDTH
