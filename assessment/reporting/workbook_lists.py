"""The long sheets: all answers and what remains to find out; and how a list is laid out."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

import pandas as pd
from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import FormulaRule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from assessment.reporting.frames import heading, open_frame, response_frame
from assessment.reporting.workbook_keys import SheetKeys
from assessment.reporting.workbook_looks import UNDERLINED, put
from assessment.reporting.workbook_sheet import Book, Bound, headings, new_sheet, row_heights
from assessment.texts import labels

KEY_ROW: Final = 3
HEADER_ROW: Final = 4
ANSWER_WIDTHS: Final = {
    **{"participant": 18, "roles": 22, "item_id": 10, "dimension": 20, "question": 36, "answer": 12, "level_text": 36},
    **{"reason": 22, "comment": 34, "evidence": 34, "evidence_at": 17, "answered_at": 17},
}
OPEN_WIDTHS: Final = {
    **{"item_id": 10, "dimension": 26, "step": 28, "question": 60, "state": 14, "roles": 36, "unknown_count": 14},
}
WHOLE: Final = (
    *("rank", "target", "gap", "unknown_count", "dissent", "index", "low", "high", "floor", "items", "answered"),
    *("at_target", "steps", "record_version", "parts_missing"),
)
DAYS: Final = (
    *("level_day", "evidence_day", "good_until", "due"),
    *("decided_on", "review_on", "contract_start", "contract_end", "decide_by"),
    *("adopted_on", "applies_on", "planned_on", "sent_on", "seen_on", "signed_on", "day"),
)
COUNTS: Final = "votes:"  # how many gave each answer in a round
LEVELS_SHOWN: Final = ("level", "answer", "agreed_level", "then", "now", "expected")
UNIT_LEVELS, UNIT_INDEX = "unit:", "index:"  # a unit's level on an item, its index in a dimension


def answer_sheet(book: Book) -> SheetKeys:
    """Every participant and every question, answered or not."""
    frame = response_frame(book.report, book.language)
    frame["answer"] = [
        answer if pd.isna(level) else int(level) for answer, level in frame[["answer", "level"]].to_numpy()
    ]
    title = book.language.text("Answers")
    given = int(frame["answered_at"].notna().sum())
    number = book.language.plural("{number} answer", "{number} answers", given)
    sheet = new_sheet(book, title, heading=number, lede=book.subject, widths=list(ANSWER_WIDTHS.values()))
    keys = list_below(sheet, book, frame, ANSWER_WIDTHS, table="AnswerTable")
    hairlines(sheet, columns=len(keys), rows=len(frame))
    return SheetKeys(title, HEADER_ROW, keys)


def open_sheet(book: Book) -> SheetKeys:
    """What nobody has answered or nobody knows."""
    frame = open_frame(book.report, book.language)
    title = book.language.text("Find out")
    number = book.language.plural("{number} question to find out", "{number} questions to find out", len(frame))
    sheet = new_sheet(book, title, heading=number, lede=book.subject, widths=list(OPEN_WIDTHS.values()))
    return SheetKeys(title, HEADER_ROW, list_below(sheet, book, frame, OPEN_WIDTHS, table="OpenTable"))


def list_below(
    sheet: Worksheet,
    book: Bound,
    frame: pd.DataFrame,
    widths: Mapping[str, float],
    *,
    table: str,
    entries: Collection[str] = (),
) -> Sequence[str]:
    """Write the frame's columns under machine keys, which are hidden, and headings. Returns the keys.

    `entries` are the columns that people write in, fields of a plan.
    """
    keys = tuple(widths)
    planned = {key: book.language.text(labels.PLAN_FIELD[key]) for key in entries}
    for place, key in enumerate(keys, start=1):
        put(sheet, KEY_ROW, place, key, book.looks.soft)
    sheet.row_dimensions[KEY_ROW].hidden = True
    titles = {key: planned.get(key) or heading(key, book.language, frame) for key in keys}
    headings(sheet, book, HEADER_ROW, titles)
    sheet.freeze_panes = f"C{HEADER_ROW + 1}"
    for place, key in enumerate(keys, start=1):
        _column(sheet, book, place, key, frame[key], entry=key in entries)
    texts = [
        ([value if isinstance(value, str) else "" for value in frame[key].tolist()], width)
        for key, width in widths.items()
        if _look(book, key, entry=key in entries) in (book.looks.text, book.looks.entry)
    ]
    for row, height in enumerate(row_heights(texts), start=HEADER_ROW + 1):
        sheet.row_dimensions[row].height = height
    if len(frame):
        _table(sheet, table, list(titles.values()), last=HEADER_ROW + len(frame))
    else:
        put(sheet, HEADER_ROW + 1, 1, book.language.text("Nothing here."), book.looks.lede)
    return keys


def hairlines(sheet: Worksheet, *, columns: int, rows: int) -> None:
    """A line below every row. An empty cell is not written, so a rule draws the line below it."""
    if rows:
        hairline = FormulaRule(formula=["TRUE"], border=UNDERLINED)  # type: ignore[no-untyped-call]
        last = f"{get_column_letter(columns)}{HEADER_ROW + rows}"
        sheet.conditional_formatting.add(f"A{HEADER_ROW + 1}:{last}", hairline)


def _table(sheet: Worksheet, name: str, titles: Sequence[str], *, last: int) -> None:
    """Make it a table that Excel can sort and filter."""
    cells = f"{get_column_letter(len(titles))}{last}"
    listed: Any = Table(displayName=name, ref=f"A{HEADER_ROW}:{cells}")
    listed.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    listed._initialise_columns()  # else openpyxl looks up every cell of the table to find the titles
    for column, title in zip(listed.tableColumns, titles, strict=True):
        column.name = title
    sheet.add_table(listed)


def _column(sheet: Worksheet, book: Bound, place: int, key: str, values: "pd.Series[Any]", *, entry: bool) -> None:
    look = _look(book, key, entry=entry)
    levels: Mapping[Any, Cell] = book.looks.levels if _shows_levels(key) else {}
    missing = values.isna()
    for row, (value, absent) in enumerate(zip(values.tolist(), missing, strict=True), start=HEADER_ROW + 1):
        if entry:
            put(sheet, row, place, None if absent else value, look)
        elif not absent and value != "":
            put(sheet, row, place, value, levels.get(value, look))


def _look(book: Bound, key: str, *, entry: bool) -> Cell:
    looks = book.looks
    if entry:
        return {"due": looks.entry_day, "status": looks.entry_middle}.get(key, looks.entry)
    if key.endswith("_at"):
        return looks.moment
    if key in DAYS:
        return looks.day
    if _shows_levels(key):
        return looks.middle
    return looks.whole if key in WHOLE or key.startswith((COUNTS, UNIT_INDEX)) else looks.text


def _shows_levels(key: str) -> bool:
    return key in LEVELS_SHOWN or key.startswith(UNIT_LEVELS)
