"""The cells of a sheet that somebody wants to read in: by row, no further out than a person would write."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from assessment.reporting import form_errors as errors
from assessment.reporting.file_parts import LAST_ROW, MEGABYTE
from assessment.reporting.rustad_file import readable

LAST_COLUMN: Final = 100
MOST_TEXT: Final = 20 * MEGABYTE  # characters in a sheet; one long text may stand in every cell


@dataclass(frozen=True, slots=True)
class FileCell:
    """What stands in a cell. `kind` is openpyxl's letter: f for a formula, e for an error. `place` is B7."""

    value: Any
    kind: str
    place: str


def rows_of(workbook: Workbook, title: str, *, last: int = LAST_ROW) -> list[tuple[int, Mapping[int, FileCell]]]:
    """The rows with something in them: by number, the cells by column. Raises FileNotWorkbook or FileTooFull."""
    found: list[tuple[int, Mapping[int, FileCell]]] = []
    length = 0
    with readable():
        for number, row in enumerate(workbook[title].iter_rows(max_row=last, max_col=LAST_COLUMN), start=1):
            cells = {
                place: FileCell(cell.value, cell.data_type, f"{get_column_letter(place)}{number}")
                for place, cell in enumerate(row, start=1)
                if cell.value is not None
            }
            if cells:
                found.append((number, cells))
            length += sum(len(cell.value) for cell in cells.values() if isinstance(cell.value, str))
            if length > MOST_TEXT:
                raise errors.FileTooFull
    return found
