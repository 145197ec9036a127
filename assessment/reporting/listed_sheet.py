"""A sheet that is one list, as everything from the four steps is."""

from collections.abc import Mapping
from datetime import date
from typing import Final

import pandas as pd

from assessment.reporting.workbook_keys import SheetKeys
from assessment.reporting.workbook_lists import DAYS, HEADER_ROW, hairlines, list_below
from assessment.reporting.workbook_sheet import Bound, new_sheet

ENDING: Final = "Table"


def listed_sheet(
    book: Bound, title: str, frame: pd.DataFrame, widths: Mapping[str, int], *, table: str, heading: str = ""
) -> SheetKeys:
    """The frame as a sheet, its days as dates. `table` names it to Excel; without a heading there is a count."""
    told = heading or f"{title} {len(frame)}"
    sheet = new_sheet(book, title, heading=told, lede=book.subject, widths=list(widths.values()))
    keys = list_below(
        sheet, book, _dated(frame), {key: float(width) for key, width in widths.items()}, table=table + ENDING
    )
    hairlines(sheet, columns=len(keys), rows=len(frame))
    return SheetKeys(title, HEADER_ROW, keys)


def _dated(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with its days as dates, also those that stand as 2026-11-22 for the screen."""
    for key in frame.columns.intersection(list(DAYS)):
        days = [date.fromisoformat(day) if isinstance(day, str) and day else day or None for day in frame[key]]
        frame[key] = pd.Series(days, dtype=object)
    return frame
