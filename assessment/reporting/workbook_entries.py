"""What helps whoever writes in a list: choices, a check of dates, and larger gaps in stronger orange."""

from collections.abc import Sequence
from typing import Final

from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from assessment.reporting.workbook_looks import INK
from assessment.reporting.workbook_sheet import Book

CHOSEN: Final = ("status", "owner_role", "effort")
FIRST_DAY: Final = "36526"  # 2000-01-01
GAP_FILLS: Final = {1: "FCEBDD", 2: "F6C99F", 3: "D46A0A"}  # the last also for 4


def entry_rules(sheet: Worksheet, book: Book, keys: Sequence[str], *, rows: tuple[int, int]) -> None:
    """Drop-downs and a calendar check. `rows` are the first and the last."""
    for key in CHOSEN:
        # in the gap list the effort is the checklist's own
        if key in keys and (key != "effort" or "title" in keys):
            choice = DataValidation(type="list", formula1=book.ranges[key], allow_blank=True)
            choice.error = book.language.text("Choose from the list.")
            choice.add(_cells(keys, key, rows))
            sheet.add_data_validation(choice)
    date = DataValidation(type="date", operator="greaterThan", formula1=FIRST_DAY, allow_blank=True)
    date.error = book.language.text("Write a date as 2027-03-31.")
    date.add(_cells(keys, "due", rows))
    sheet.add_data_validation(date)


def gap_fills(sheet: Worksheet, keys: Sequence[str], *, rows: tuple[int, int]) -> None:
    """The larger the gap, the stronger the orange."""
    for size, fill in GAP_FILLS.items():
        rule = CellIsRule(  # type: ignore[no-untyped-call]
            operator="greaterThanOrEqual" if size == max(GAP_FILLS) else "equal",
            formula=[str(size)],
            fill=PatternFill("solid", bgColor=fill),
            font=Font(color=INK, bold=size == max(GAP_FILLS)),
        )
        sheet.conditional_formatting.add(_cells(keys, "gap", rows), rule)


def _cells(keys: Sequence[str], key: str, rows: tuple[int, int]) -> str:
    letter = get_column_letter(keys.index(key) + 1)
    return f"{letter}{rows[0]}:{letter}{rows[1]}"
