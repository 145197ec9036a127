"""Opens a gap list with its plan and finds the rows, however the sheets were sorted, filtered, moved or renamed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from assessment.domain.action import PLANNED
from assessment.domain.form import FileKind
from assessment.domain.returned_plan import Baseline
from assessment.reporting import form_errors, plan_errors
from assessment.reporting.file_parts import LAST_ROW
from assessment.reporting.file_rows import LAST_COLUMN, rows_of
from assessment.reporting.headings import HEADINGS
from assessment.reporting.rustad_file import facts_of, open_workbook, readable
from assessment.reporting.workbook_gaps import ENTRIES
from assessment.reporting.workbook_keys import SHEET
from assessment.reporting.workbook_planned import ACTION, ACTION_FIELDS
from assessment.texts import labels
from assessment.texts.language import CODES, language

SEARCHED: Final = 60  # rows from the top among which the keys or the headings stand
FEWEST: Final = 2  # columns to write in, for a sheet to be one of ours
GAP_ONLY: Final = frozenset({"item_id", "rank", "gap", "reason"})
PLAN_ONLY: Final = frozenset({"title", "aims"})
KEYS: Final = (*PLANNED, "action_id", *sorted(GAP_ONLY))


@dataclass(frozen=True, slots=True)
class Entered:
    """What stands in a cell. Errors count as formulas: neither is a value that a person wrote."""

    value: Any
    formula: bool
    cell: str

    @property
    def empty(self) -> bool:
        return self.value is None or (isinstance(self.value, str) and not self.value.strip())


@dataclass(frozen=True, slots=True)
class Found:
    """A sheet of gaps, or of the plan, and its rows below the headings: by row number, the cells by machine key."""

    title: str
    of_plan: bool
    columns: Sequence[str]  # more than once when the column was copied
    rows: Sequence[tuple[int, Mapping[str, Entered]]]


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A gap list that has been opened. What its rows say is still to be understood."""

    facts: Mapping[str, str]
    baseline: Mapping[str, Baseline]
    sheets: Sequence[Found]

    @property
    def assessment_id(self) -> str:
        return self.facts["assessment_id"]

    @property
    def first_format(self) -> bool:
        """Made before there were actions, so no row has an id of one."""
        return self.facts["format_version"] == "1"


def open_plan(content: bytes) -> PlanFile:
    """Raises one of `form_errors` or `plan_errors` for anything but a gap list of a version that we know."""
    workbook = open_workbook(content)
    kind, facts = facts_of(workbook)
    if kind is not FileKind.GAP_LIST:
        raise plan_errors.FileIsForm
    with readable():
        baseline = _baseline(workbook)
        sheets = [found for title in workbook.sheetnames if title != SHEET and (found := _found(workbook, title))]
    if facts["format_version"] != "1" and baseline is None:
        raise form_errors.FileNotOurs(sheet=SHEET)
    if not sheets:
        raise plan_errors.PlanSheetsMissing
    return PlanFile(facts, baseline or {}, sheets)


def _baseline(workbook: Workbook) -> Mapping[str, Baseline] | None:
    names: list[str] | None = None
    found = {}
    for row in workbook[SHEET].iter_rows(max_row=LAST_ROW, max_col=LAST_COLUMN, values_only=True):
        kind, *values = ("" if value is None else str(value) for value in row)
        if kind == ACTION_FIELDS:
            names = values
        elif kind == ACTION and names is not None:
            cells = dict(zip(names, values, strict=False))
            fields = {name: _tidy(name, cells.get(name, "")) for name in PLANNED}
            found[cells["id"]] = Baseline(int(cells["version"]), fields)
    return None if names is None else found


def _tidy(name: str, text: str) -> str:
    """As the cells are read, so that outer space is no change."""
    return text.strip() if name == "note" else " ".join(text.split())


def _found(workbook: Workbook, title: str) -> Found | None:
    rows = _rows(workbook, title, last=SEARCHED)
    for key_of in (_as_key, _as_heading):
        for number, cells in rows:
            columns = {place: key for place, one in cells.items() if (key := key_of(one))}
            keys = set(columns.values())
            if len(keys.intersection(PLANNED)) >= FEWEST and keys & (GAP_ONLY | PLAN_ONLY):
                below = list(_below(workbook, title, number, columns))
                return Found(title, bool(keys & PLAN_ONLY), list(columns.values()), below)
    return None


def _as_key(cell: Entered) -> str:
    return str(cell.value) if cell.value in KEYS else ""


def _as_heading(cell: Entered) -> str:
    return HEADING_KEYS.get(str(cell.value).strip().casefold(), "")


def _below(
    workbook: Workbook, title: str, first: int, columns: Mapping[int, str]
) -> Iterator[tuple[int, Mapping[str, Entered]]]:
    for number, cells in _rows(workbook, title):
        if number <= first:
            continue
        found = {
            key: cells.get(place) or Entered(None, False, f"{get_column_letter(place)}{number}")
            for place, key in reversed(list(columns.items()))
        }
        titles = sum(_as_heading(one) == key for key, one in found.items())
        if titles < FEWEST and any(not one.empty for one in found.values()):
            yield number, found


def _rows(workbook: Workbook, title: str, *, last: int = LAST_ROW) -> list[tuple[int, Mapping[int, Entered]]]:
    return [
        (number, {place: Entered(cell.value, cell.kind in ("f", "e"), cell.place) for place, cell in cells.items()})
        for number, cells in rows_of(workbook, title, last=last)
    ]


def _headings() -> dict[str, str]:
    """Machine keys by what their columns are called, in either language."""
    named = {**{key: HEADINGS[key] for key in (*GAP_ONLY, "action_id")}, **labels.PLAN_FIELD}
    return {language(code).text(name).casefold(): key for key, name in named.items() if key in KEYS for code in CODES}


HEADING_KEYS: Final = _headings()


def entry_columns(sheet: Found) -> Sequence[str]:
    """The columns of a sheet that people write in."""
    wanted = PLANNED if sheet.of_plan else ENTRIES
    return [key for key in dict.fromkeys(sheet.columns) if key in wanted]
