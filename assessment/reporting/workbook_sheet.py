"""What the sheets of a workbook have in common: heading, columns, paper."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from assessment.domain.report import AssessmentReport
from assessment.reporting.workbook_looks import Looks, carried, put
from assessment.texts.language import Language

A4: Final = 9
FOOTER_ROOM: Final = 90
INCH: Final = 2.54
CENTRED: Final = frozenset(
    {"rank", "level", "answer", "target", "gap", "unknown_count", "due", "status", "evidence_at", "answered_at"}
    | {"level_day", "evidence_day", "good_until"}
    | {"index", "low", "high", "floor", "at_target", "items", "answered", "agreed_level", "dissent", "settled_at"}
)
LINE_HEIGHT: Final = 15
INDENT: Final = 2  # characters
TALLEST: Final = 409  # points, Excel's limit


class Bound(Protocol):
    """Any workbook in the making, whatever it is about. `subject` stands at the foot of every page."""

    @property
    def workbook(self) -> Workbook: ...
    @property
    def language(self) -> Language: ...
    @property
    def looks(self) -> Looks: ...
    @property
    def subject(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook in the making. `ranges` are the lists of choices for drop-down cells."""

    workbook: Workbook
    report: AssessmentReport
    language: Language
    looks: Looks
    ranges: Mapping[str, str]

    @property
    def subject(self) -> str:
        """Ekviks kommun · Hela kommunen · 22 november 2026."""
        assessment = self.report.assessment
        parts = (assessment.organisation, assessment.name, self.language.date(self.report.at))
        return " · ".join(part for part in parts if part)


def new_sheet(book: Bound, title: str, *, heading: str, lede: str, widths: Sequence[float]) -> Worksheet:
    """A sheet with its two opening lines, column widths, and paper to be printed on."""
    sheet: Worksheet = book.workbook.create_sheet(title)
    sheet.sheet_view.showGridLines = False
    put(sheet, 1, 1, heading, book.looks.title)
    put(sheet, 2, 1, lede, book.looks.lede)
    sheet.row_dimensions[1].height = 34
    sheet.row_dimensions[2].height = 26
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    _paper(sheet, book)
    return sheet


def _paper(sheet: Worksheet, book: Bound) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 1.5 / INCH
    sheet.page_margins.top, sheet.page_margins.bottom = 1.5 / INCH, 1.8 / INCH
    footer: Any = sheet.oddFooter
    footer.left.text = carried(book.subject)[:FOOTER_ROOM].replace("&", "&&")
    footer.right.text = book.language.text("Page {page} of {pages}", page="&P", pages="&N")
    footer.left.size = footer.right.size = 9


def headings(sheet: Worksheet, book: Bound, row: int, titles: Mapping[str, str]) -> None:
    """A row of headings, by machine key, that is printed on every page."""
    for place, (key, title) in enumerate(titles.items(), start=1):
        put(sheet, row, place, title, book.looks.header_middle if _centred(key) else book.looks.header)
    sheet.row_dimensions[row].height = 34
    sheet.print_title_rows = f"{row}:{row}"


def _centred(key: str) -> bool:
    return key in CENTRED or key.startswith("votes:")


def row_heights(columns: Iterable[tuple[Sequence[str], float]]) -> Iterator[float]:
    """The heights of rows with these columns of texts and widths, because Excel does not work them out."""
    counted = []
    for texts, width in columns:
        lines = {text: _lines(text, width - INDENT) for text in set(texts)}
        counted.append([lines[text] for text in texts])
    for row in zip(*counted, strict=True):
        yield min(TALLEST, max(row) * LINE_HEIGHT + 5)


def _lines(text: str, width: float) -> int:
    return sum(1 + int(len(line) / width) for line in text.split("\n"))
