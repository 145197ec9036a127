"""The very hidden sheet that tells Rustad, and only Rustad, what a workbook is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from assessment.domain.form import FORMAT_VERSION, FileKind
from assessment.domain.report import AssessmentReport
from assessment.reporting.workbook_looks import written
from assessment.texts.language import Language

SHEET: Final = "_rustad"
COLUMNS, HEADER_ROW, CHOICES = "columns", "header_row", "choices"


@dataclass(frozen=True, slots=True)
class SheetKeys:
    """A visible sheet: its title, the row of its headings, and the machine keys of its columns from the left."""

    title: str
    header_row: int
    keys: Sequence[str]


def identity(report: AssessmentReport, language: Language, *, kind: FileKind) -> dict[str, str]:
    """What every workbook says about itself."""
    return {
        "format_version": str(FORMAT_VERSION[kind]),
        "kind": kind.value,
        "assessment_id": report.assessment.id,
        "checklist_key": report.checklist.key,
        "checklist_version": report.checklist.version,
        "language": language.code,
        "exported_at": report.at.isoformat(timespec="seconds"),
    }


def key_sheet(
    workbook: Workbook, facts: Mapping[str, str], choices: Mapping[str, Sequence[int | str]]
) -> Mapping[str, str]:
    """Add the sheet with facts and choices, and return the range of each list of choices for drop-down cells."""
    sheet = workbook.create_sheet(SHEET)
    sheet.sheet_state = "veryHidden"
    for key, value in facts.items():
        _row(sheet, key, value)
    ranges = {}
    for name, options in choices.items():
        row = _row(sheet, CHOICES, name, *options)
        ranges[name] = f"'{SHEET}'!$C${row}:${get_column_letter(2 + len(options))}${row}"
    return ranges


def note_columns(workbook: Workbook, sheets: Sequence[SheetKeys]) -> None:
    """Add the machine keys of the visible sheets."""
    for one in sheets:
        _row(workbook[SHEET], HEADER_ROW, one.title, str(one.header_row))
        _row(workbook[SHEET], COLUMNS, one.title, *one.keys)


def append_rows(sheet: Worksheet, rows: Sequence[Sequence[int | str]]) -> None:
    """Write rows below what stands there."""
    first = 1 if sheet.max_row == 1 and sheet["A1"].value is None else sheet.max_row + 1
    for row, values in enumerate(rows, start=first):
        for column, value in enumerate(values, start=1):
            cell: Any = sheet.cell(row, column)
            if isinstance(value, str):
                cell._value = written(value)  # text, whatever it looks like
                cell.data_type = "s"
            else:
                cell.value = value


def _row(sheet: Worksheet, *values: int | str) -> int:
    append_rows(sheet, [values])
    return sheet.max_row
