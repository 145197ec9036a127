"""How a workbook looks, and how text gets into it unharmed.

Each look is made once, as a cell that stands in no sheet; the cells that wear it share its style.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Final

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.worksheet import Worksheet

from assessment.domain.checklist import LEVELS
from assessment.texts.language import STOCKHOLM

FACE: Final = "Calibri"
INK, SOFT, PAPER, ACCENT = "0D161D", "4A5763", "FFFFFF", "0B5C63"
HAIR, PANEL = "D3DADD", "F1F5F5"
LEVEL_FILLS: Final = ("EE9430", "F4E6C8", "A3CAE6", "3576AE", "123A6E")
LEVEL_DIGITS: Final = (INK, INK, INK, PAPER, PAPER)
DAY: Final = "yyyy-mm-dd"
MOMENT: Final = "yyyy-mm-dd hh:mm"

TOP: Final = Alignment(vertical="top", horizontal="left", indent=1, wrap_text=True)
MIDDLE: Final = Alignment(vertical="top", horizontal="center", wrap_text=True)
ONE_LINE: Final = Alignment(vertical="center")
LINE: Final = Side(style="thin", color=HAIR)
UNDERLINED: Final = Border(bottom=LINE)
BOXED: Final = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)

FORBIDDEN: Final = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 cannot carry
ESCAPE_LIKE: Final = re.compile("(?<=_)(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ as an A


@dataclass(frozen=True, slots=True)
class Looks:
    """The looks of one workbook."""

    title: Cell
    lede: Cell
    soft: Cell
    line: Cell  # text that runs on over the cells to its right
    unseen: Cell
    label: Cell
    figure: Cell
    header: Cell
    header_middle: Cell
    text: Cell
    strong: Cell
    whole: Cell
    middle: Cell
    day: Cell
    moment: Cell
    entry: Cell  # a cell to write in
    entry_middle: Cell
    entry_day: Cell
    levels: Mapping[int, Cell]


def _font(size: int, colour: str = INK, *, bold: bool = False) -> Font:
    return Font(name=FACE, size=size, color=colour, bold=bold)


def _look(
    sheet: Worksheet,
    *,
    font: Font | None = None,
    fill: str | None = None,
    alignment: Alignment = TOP,
    border: Border | None = UNDERLINED,
    shown_as: str = "General",
    open_: bool = False,
) -> Cell:
    cell = Cell(sheet, 1, 1)
    cell.font = font or _font(11)
    cell.alignment = alignment
    cell.number_format = shown_as
    if fill:
        cell.fill = PatternFill("solid", fgColor=fill)
    if border:
        cell.border = border
    if open_:
        cell.protection = Protection(locked=False)
    return cell


def looks_for(sheet: Worksheet) -> Looks:
    """Looks registered in the sheet's workbook."""
    look, font = partial(_look, sheet), _font
    header = partial(look, font=font(11, PAPER, bold=True), fill=ACCENT, border=None)
    return Looks(
        title=look(font=font(20, bold=True), alignment=ONE_LINE, border=None),
        lede=look(font=font(12, SOFT), alignment=Alignment(vertical="top"), border=None),
        line=look(alignment=ONE_LINE, border=None),
        unseen=look(border=None, shown_as=";;;"),
        soft=look(font=font(10, SOFT), border=None),
        label=look(font=font(10, SOFT), alignment=Alignment(vertical="bottom"), border=None),
        figure=look(
            font=font(20, ACCENT, bold=True), alignment=Alignment(vertical="center", horizontal="left"), border=None
        ),
        header=header(alignment=Alignment(vertical="center", horizontal="left", indent=1, wrap_text=True)),
        header_middle=header(alignment=Alignment(vertical="center", horizontal="center", wrap_text=True)),
        text=look(),
        strong=look(font=font(11, bold=True)),
        whole=look(alignment=MIDDLE, shown_as="0"),
        middle=look(alignment=MIDDLE),
        day=look(alignment=MIDDLE, shown_as=DAY),
        moment=look(alignment=MIDDLE, shown_as=MOMENT),
        entry=look(fill=PANEL, border=BOXED, open_=True),
        entry_middle=look(fill=PANEL, alignment=MIDDLE, border=BOXED, open_=True),
        entry_day=look(fill=PANEL, alignment=MIDDLE, border=BOXED, shown_as=DAY, open_=True),
        levels={
            level: look(font=font(11, LEVEL_DIGITS[level], bold=True), fill=LEVEL_FILLS[level], alignment=MIDDLE)
            for level in LEVELS
        },
    )


def put(sheet: Worksheet, row: int, column: int, value: object, look: Any) -> Any:
    """Write one cell. Text stays text whatever it begins with; times are Stockholm's; nothing stays empty."""
    cell: Any = sheet.cell(row, column)  # the type stubs lack what lies below the surface
    if value and isinstance(value, str):
        # `cell.value = …` would look at the text and make formulas, errors and numbers of it
        cell._value = written(value)
        cell.data_type = "s"
    elif isinstance(value, datetime):
        cell.value = value.astimezone(STOCKHOLM).replace(tzinfo=None)
    elif value not in (None, ""):
        cell.value = value
    cell._style = look._style
    return cell


def written(text: str) -> str | CellRichText:
    """The text as a workbook stores it, so that every program reads it back as it was.

    What looks like an escape is cut into runs after its first underscore: each run is read by itself.
    """
    clean = carried(text)
    runs = ESCAPE_LIKE.split(clean) if "_x" in clean else [clean]
    return CellRichText(runs) if len(runs) > 1 else clean


def carried(text: str) -> str:
    """The text without what XML cannot carry."""
    return FORBIDDEN.sub("", text)
