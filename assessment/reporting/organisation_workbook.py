"""What an organisation has registered in the four steps, as one Excel workbook that is only for reading."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from openpyxl import Workbook

from assessment.domain.four_steps import FourSteps
from assessment.domain.organisation import Organisation
from assessment.reporting.rustad_file import FOUR_STEPS
from assessment.reporting.step_sheets import step_sheets
from assessment.reporting.workbook import ILLEGAL, NAME_ROOM, new_workbook, workbook_bytes
from assessment.reporting.workbook_keys import SheetKeys, key_sheet, note_columns
from assessment.reporting.workbook_looks import Looks, looks_for, put
from assessment.reporting.workbook_sheet import new_sheet, row_heights
from assessment.texts.language import Language

FORMAT: Final = 1
ABOUT_WIDTHS: Final = (34, 100)


@dataclass(frozen=True, slots=True)
class StepsBook:
    """The workbook in the making."""

    workbook: Workbook
    steps: FourSteps
    language: Language
    looks: Looks

    @property
    def subject(self) -> str:
        """Ekviks kommun · 22 november 2026."""
        parts = (self.steps.organisation.name, self.language.date(self.steps.register.today))
        return " · ".join(part for part in parts if part)


def organisation_workbook(steps: FourSteps, language: Language, *, version: str) -> bytes:
    """An .xlsx file. What holds nothing has no sheet, and the last sheet says so. `version` is the program's."""
    workbook = new_workbook(steps.organisation.name)
    facts = {
        "format_version": str(FORMAT),
        "kind": FOUR_STEPS,
        "organisation_id": steps.organisation.id,
        "language": language.code,
        "exported_at": steps.register.today.isoformat(),
    }
    key_sheet(workbook, facts, {})
    book = StepsBook(workbook, steps, language, looks_for(workbook.worksheets[0]))
    sheets = list(step_sheets(book, steps))
    note_columns(workbook, [*sheets, _about(book, {one.title for one in sheets}, version=version)])
    return workbook_bytes(workbook)


def organisation_workbook_name(organisation: Organisation, day: str, language: Language) -> str:
    """Rustad fyra steg Ekviks kommun 2026-11-22.xlsx. `day` as 2026-11-22."""
    name = " ".join(ILLEGAL.sub(" ", organisation.name).split())[:NAME_ROOM].strip(" .")
    return " ".join(language.text("Rustad four steps {name} {day}", name=name, day=day).split()) + ".xlsx"


def _about(book: StepsBook, made: Collection[str], *, version: str) -> SheetKeys:
    title = book.language.text("About")
    sheet = new_sheet(
        book, title, heading=book.language.text("About this file"), lede=book.subject, widths=ABOUT_WIDTHS
    )
    rows = [*_told(book, made), (book.language.text("Made with"), f"Rustad {version}")]
    names, contents = zip(*rows, strict=True)
    heights = row_heights([(names, ABOUT_WIDTHS[0] * 0.9), (contents, float(ABOUT_WIDTHS[1]))])
    for row, ((label, content), height) in enumerate(zip(rows, heights, strict=True), start=4):
        put(sheet, row, 1, label, book.looks.strong)
        put(sheet, row, 2, content, book.looks.text)
        sheet.row_dimensions[row].height = height
    return SheetKeys(title, 3, ("label", "content"))


def _told(book: StepsBook, made: Collection[str]) -> Iterator[tuple[str, str]]:
    text = book.language.text
    yield text("Before you share it"), text("To be checked for confidentiality before it is disclosed.")
    yield text("Organisation"), book.steps.organisation.name or "–"
    wanted = (
        *(text("Activities"), text("Deliveries"), text("Ways forward")),
        *(text("Governing documents"), text("Messages"), text("Yearly wheel")),
    )
    empty = [one for one in wanted if one not in made]
    if empty:
        yield text("Sheets left out"), text("Nothing is registered yet: {sheets}.", sheets=", ".join(empty))
    if text("Deliveries") not in made:
        return
    yield (
        text("Supply gap"),
        text(
            "The contract has ended, or there is no reserve plan and the activity copes three days at the most. "
            "That limit is Rustad's own. A reserve plan may exist and still not work."
        ),
    )
    yield (
        text("Decide by"),
        text(
            "So many months before the contract ends as you have said that you need. "
            "Where nothing is said, twelve months; that figure is Rustad's own."
        ),
    )
