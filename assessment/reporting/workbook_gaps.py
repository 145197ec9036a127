"""The sheet of the ranked gaps, to plan in."""

from typing import Final

import pandas as pd
from openpyxl.utils import get_column_letter

from assessment.reporting.frames import gap_frame
from assessment.reporting.freshness_words import ages_of
from assessment.reporting.workbook_entries import entry_rules, gap_fills
from assessment.reporting.workbook_keys import SheetKeys
from assessment.reporting.workbook_lists import HEADER_ROW, list_below
from assessment.reporting.workbook_planned import planned_gaps
from assessment.reporting.workbook_sheet import Book, new_sheet

ENTRIES: Final = ("owner", "owner_role", "due", "status", "note")
WIDTHS: Final = {
    **{"rank": 9, "item_id": 10, "question": 36, "level": 8, "target": 7, "gap": 7, "reason": 24, "action": 40},
    **{"owner": 18, "owner_role": 20, "due": 13, "status": 14, "note": 26},
    # beyond the printed part: looked up when needed
    **{"more_actions": 26, "dimension": 24, "step": 24, "effort": 14, "core": 11, "roles": 28, "level_day": 14},
    **{"evidence_to_look_for": 44, "action_id": 12},
}
LAST_PRINTED: Final = "note"


def gap_sheet(book: Book) -> SheetKeys:
    """The ranked gaps as a table to plan in; what is planned already stands there."""
    text = book.language.text
    frame = gap_frame(book.report, book.language)
    frame["core"] = [text("Yes") if core else text("No") for core in frame["core"]]
    days = {age.item.id: age.day for age in ages_of(book.report)}
    frame["level_day"] = pd.Series([days.get(id_) for id_ in frame["item_id"]], index=frame.index, dtype=object)
    planned = planned_gaps(book.report, book.language)
    for key in (*ENTRIES, "more_actions", "action_id"):
        frame[key] = pd.Series([cells.get(key) for cells in planned], index=frame.index, dtype=object)
    title = text("Gaps")
    number = book.language.plural("{number} gap to close", "{number} gaps to close", len(frame))
    sheet = new_sheet(book, title, heading=number, lede=book.subject, widths=list(WIDTHS.values()))
    keys = list_below(sheet, book, frame, WIDTHS, table="GapTable", entries=ENTRIES)
    rows = (HEADER_ROW + 1, HEADER_ROW + len(frame))
    if len(frame):
        entry_rules(sheet, book, keys, rows=rows)
        gap_fills(sheet, keys, rows=rows)
    sheet.column_dimensions[get_column_letter(keys.index("action_id") + 1)].hidden = True
    last_column = get_column_letter(keys.index(LAST_PRINTED) + 1)
    sheet.print_area = f"A1:{last_column}{HEADER_ROW + max(1, len(frame))}"
    return SheetKeys(title, HEADER_ROW, keys)
