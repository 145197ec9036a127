"""The first sheet: what was found, a few key figures, and the dimensions in a table and a chart."""

from typing import Any, Final

import pandas as pd
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, ParagraphProperties
from openpyxl.drawing.text import Font as TextFont
from openpyxl.worksheet.worksheet import Worksheet

from assessment.reporting.frames import dimension_frame, heading
from assessment.reporting.workbook_keys import SheetKeys
from assessment.reporting.workbook_looks import FACE, HAIR, INK, LEVEL_FILLS, put
from assessment.reporting.workbook_sheet import Book, headings, new_sheet

KEYS: Final = ("dimension", "index", "target", "low", "high", "floor", "at_target", "items", "answered")
FIGURE_ROW: Final = 4
HEADER_ROW: Final = 7
TARGET_FILL: Final = "C9D2D6"


def summary_sheet(book: Book) -> SheetKeys:
    """Key figures, the table of dimensions, and a chart of index against target."""
    title = book.language.text("Summary")
    sheet = new_sheet(book, title, heading=_finding(book), lede=book.subject, widths=(36, *[14] * (len(KEYS) - 1)))
    _figures(sheet, book)
    frame = dimension_frame(book.report, book.language)
    headings(sheet, book, HEADER_ROW, {key: heading(key, book.language, frame) for key in KEYS})
    for row, (_, values) in enumerate(frame[list(KEYS)].iterrows(), start=HEADER_ROW + 1):
        for place, key in enumerate(KEYS, start=1):
            value = None if pd.isna(values[key]) else values[key]
            put(sheet, row, place, value, book.looks.strong if key == "dimension" else book.looks.whole)
        sheet.row_dimensions[row].height = 18
    last = HEADER_ROW + len(frame)
    _chart(sheet, book, last)
    put(
        sheet,
        last + 24,
        1,
        book.language.text("To be checked for confidentiality before it is disclosed."),
        book.looks.lede,
    )
    sheet.page_setup.fitToHeight = 1
    return SheetKeys(title, HEADER_ROW, KEYS)


def _finding(book: Book) -> str:
    total = book.report.total
    if not total.rated:
        return book.language.text("No question has a level yet")
    return book.language.text(
        "The target is reached in {number} of {all} questions",
        number=len(total.at_target),
        all=len(total.applicable),
    )


def _figures(sheet: Worksheet, book: Book) -> None:
    """Five figures in a row, each under what it counts."""
    report, text, number = book.report, book.language.text, book.language.number
    index = report.total.index
    interval = "–" if index is None else f"{number(index.low)}–{number(index.high)}"
    figures: tuple[tuple[int, str, object], ...] = (
        (1, text("Index, 0–100"), "–" if index is None or index.point is None else round(index.point)),
        (2, text("Can become"), interval),
        (4, text("Gap"), len(report.gaps)),
        (6, text("Open questions"), len(report.total.open)),
        (8, text("Participants"), len(report.participants)),
    )
    for column, label, figure in figures:
        put(sheet, FIGURE_ROW, column, label, book.looks.label)
        put(sheet, FIGURE_ROW + 1, column, figure, book.looks.figure)
    sheet.row_dimensions[FIGURE_ROW + 1].height = 30


def _title(chart: BarChart, text: str) -> None:
    chart.title = text
    shown = CharacterProperties(sz=1400, b=True, solidFill=INK, latin=TextFont(typeface=FACE))
    title: Any = chart.title
    title.overlay = False
    title.tx.rich.p[0].pPr = ParagraphProperties(defRPr=shown)
    for run in title.tx.rich.p[0].r:
        run.rPr = shown


def _hairline() -> GraphicalProperties:
    return GraphicalProperties(ln=LineProperties(solidFill=HAIR, w=6350))


def _chart(sheet: Worksheet, book: Book, last: int) -> None:
    chart = BarChart()
    chart.type, chart.style, chart.gapWidth, chart.overlap = "bar", 2, 60, -5
    _title(chart, book.language.text("Index against target, by dimension"))
    chart.add_data(Reference(sheet, min_col=2, max_col=3, min_row=HEADER_ROW, max_row=last), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=HEADER_ROW + 1, max_row=last))
    for series, fill in zip(chart.series, (LEVEL_FILLS[3], TARGET_FILL), strict=True):
        series.graphicalProperties.solidFill = fill
        series.graphicalProperties.line.solidFill = fill
    chart.series[0].dLbls = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False)
    chart.series[0].dLbls.numFmt = "0"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.scaling.orientation = "maxMin"  # the first dimension on top, as in the table
    chart.y_axis.scaling.min, chart.y_axis.scaling.max, chart.y_axis.majorUnit = 0, 100, 25
    chart.y_axis.number_format, chart.y_axis.crosses = "0", "max"  # the scale below
    chart.y_axis.majorGridlines = ChartLines(spPr=_hairline())
    chart.legend.position = "b"
    chart.display_blanks = "gap"
    chart.width, chart.height = 28, 11
    sheet.add_chart(chart, f"A{last + 2}")
