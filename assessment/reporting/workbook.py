"""A report as an Excel workbook: the picture, the list to work with, and everything it rests on."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Final

from openpyxl import Workbook

from assessment.domain.form import FileKind
from assessment.domain.four_steps import FourSteps
from assessment.domain.report import AssessmentReport
from assessment.domain.workshop_record import WorkshopRecord
from assessment.reporting.step_sheets import step_sheets
from assessment.reporting.workbook_about import about_sheet
from assessment.reporting.workbook_consistency import consistency_sheets
from assessment.reporting.workbook_freshness import freshness_sheets
from assessment.reporting.workbook_gaps import gap_sheet
from assessment.reporting.workbook_keys import identity, key_sheet, note_columns
from assessment.reporting.workbook_lists import answer_sheet, open_sheet
from assessment.reporting.workbook_looks import FACE, carried, looks_for
from assessment.reporting.workbook_planned import note_baseline, plan_sheet
from assessment.reporting.workbook_sheet import Book
from assessment.reporting.workbook_summary import summary_sheet
from assessment.reporting.workbook_tipping import tipping_sheets
from assessment.reporting.workbook_workshop import workshop_sheet
from assessment.texts import labels
from assessment.texts.language import STOCKHOLM, Language

ILLEGAL: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')  # in file names on Windows
NAME_ROOM: Final = 120


def assessment_workbook(
    report: AssessmentReport,
    language: Language,
    *,
    version: str,
    records: Sequence[WorkshopRecord] = (),
    steps: FourSteps | None = None,
) -> bytes:
    """The whole assessment as an .xlsx file. `version` is that of the program, for the sheet about the file.

    `records` are those of its workshops, the oldest first; without any there is no sheet for them. `steps` are what
    its organisation has registered, as sheets that are only for reading.
    """
    workbook = new_workbook(f"{report.assessment.organisation} {report.assessment.name}".strip())
    choices: dict[str, list[int | str]] = {
        "status": [language.text(status) for status in labels.ACTION_STATUS.values()],
        "effort": [language.text(effort) for effort in labels.EFFORT.values()],
        "owner_role": [language.of(role.name) for role in report.checklist.roles],
    }
    ranges = key_sheet(workbook, identity(report, language, kind=FileKind.GAP_LIST), choices)
    book = Book(workbook, report, language, looks_for(workbook.worksheets[0]), ranges)
    sheets = [
        summary_sheet(book),
        gap_sheet(book),
        plan_sheet(book),
        answer_sheet(book),
        open_sheet(book),
        *freshness_sheets(book),
        *tipping_sheets(book),
        *consistency_sheets(book),
        *([workshop_sheet(book, records)] if records else []),
    ]
    registered = [] if steps is None else list(step_sheets(book, steps))
    about = about_sheet(book, version=version, registered=[one.title for one in registered])
    note_columns(workbook, [*sheets, *registered, about])
    note_baseline(book)
    return workbook_bytes(workbook)


def new_workbook(title: str) -> Workbook:
    """An empty workbook with its properties and its one font."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.title = carried(title)
    workbook.properties.creator = "Rustad"
    # openpyxl has no public way to the face that empty cells and the column widths go by
    workbook._named_styles["Normal"].font.name = FACE  # type: ignore[attr-defined]
    return workbook


def workbook_bytes(workbook: Workbook) -> bytes:
    """The finished file, the very hidden sheet last and the first sheet open."""
    workbook.move_sheet(workbook.worksheets[0], offset=len(workbook.worksheets) - 1)
    workbook.active = 0
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def workbook_name(report: AssessmentReport, language: Language) -> str:
    """Rustad Hela kommunen 2026-11-22.xlsx."""
    return file_name(report, language.text("Rustad {name} {day}"))


def file_name(report: AssessmentReport, pattern: str, *, ending: str = "xlsx") -> str:
    """The pattern filled with the assessment's name and day, without what Windows does not allow in a file name."""
    name = " ".join(ILLEGAL.sub(" ", report.assessment.name).split())[:NAME_ROOM].strip(" .")
    day = report.at.astimezone(STOCKHOLM).date().isoformat()
    return " ".join(pattern.format(name=name, day=day).split()) + f".{ending}"
