"""The sheet about the workshops: what was voted and agreed, a row for each question."""

from collections.abc import Sequence
from typing import Final

from openpyxl.utils import get_column_letter

from assessment.domain.workshop_record import WorkshopRecord
from assessment.reporting import record_words
from assessment.reporting.record_frame import KEYS, record_frame
from assessment.reporting.workbook_keys import SheetKeys
from assessment.reporting.workbook_lists import HEADER_ROW, hairlines, list_below
from assessment.reporting.workbook_sheet import Book, new_sheet

WIDTHS: Final = {
    **{"workshop": 13, "item_id": 10, "question": 48, "outcome": 22, "agreed_level": 12, "dissent": 11},
    **{"settled_note": 48, "settled_by": 18, "settled_at": 17},
}
KIND_WIDTH: Final = 17
AGREEMENT_WIDTH: Final = 17
COUNT_WIDTH: Final = 12


def workshop_sheet(book: Book, records: Sequence[WorkshopRecord]) -> SheetKeys:
    """The frame of the records as a table; in its head what the latest workshop came to.

    On paper the counts of each round are left out: they stand in the printed record.
    """
    frame = record_frame(records, book.language)
    widths = {key: WIDTHS.get(key) or _width(key) for key in frame.columns}
    title = book.language.text("Workshop")
    told = record_words.record_finding(records[-1], book.language)
    assessment, span = book.report.assessment, record_words.time_span(records[-1], book.language)
    lede = " · ".join(part for part in (assessment.organisation, assessment.name, span) if part)
    sheet = new_sheet(book, title, heading=told, lede=lede, widths=list(widths.values()))
    keys = list_below(sheet, book, frame, widths, table="WorkshopTable")
    hairlines(sheet, columns=len(keys), rows=len(frame))
    sheet.print_area = f"A1:{get_column_letter(len(KEYS))}{HEADER_ROW + len(frame)}"
    return SheetKeys(title, HEADER_ROW, keys)


def _width(key: str) -> float:
    if key.endswith(":kind"):
        return KIND_WIDTH
    return AGREEMENT_WIDTH if key.endswith(":agreement") else COUNT_WIDTH
