"""Reads a filled-in answer form. Rows may be sorted, columns moved or hidden; all problems are told at once."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from openpyxl.utils import get_column_letter

from assessment.domain.assessment import Assessment
from assessment.domain.checklist import Checklist
from assessment.domain.errors import AssessmentError, TextTooLong
from assessment.domain.form import FilledForm, FormOfOtherAssessment, FormOfOtherVersion
from assessment.domain.response import ANSWERS, Answer, Response, checked_text
from assessment.reporting import form_errors as errors
from assessment.reporting.file_rows import FileCell, rows_of
from assessment.reporting.form import NAME_KEY, PERSON_COLUMN, ROLE_KEY
from assessment.reporting.form_file import FormFile
from assessment.texts import labels
from assessment.texts.language import CODES, Language, language

MOST_TOLD: Final = 20
TEXTS: Final = ("reason", "comment", "evidence")
CELLS: Final = ("item_id", "question", "answer", *TEXTS)
PERSON_KEYS: Final = (NAME_KEY, ROLE_KEY)
SHORT: Final = 40  # characters of a wrong value that are repeated in the complaint


@dataclass(slots=True)
class Reading:
    """One reading of one form: what it may say, and what was wrong so far."""

    sheet: str
    language: Language
    problems: list[str] = field(default_factory=list)

    def wrong(self, problem: AssessmentError, cell: FileCell | None = None) -> None:
        reason = self.language.explain(problem)
        place = {"sheet": self.sheet, "reason": reason}
        if cell is None:
            self.problems.append(self.language.text("Sheet {sheet}: {reason}.", **place))
        else:
            text = self.language.text("Sheet {sheet}, cell {cell}: {reason}.", cell=cell.place, **place)
            self.problems.append(text)

    def stop_if_wrong(self) -> None:
        """Raises FormWrong with the first problems."""
        if not self.problems:
            return
        more = len(self.problems) - MOST_TOLD
        told = self.problems[:MOST_TOLD]
        if more > 0:
            told.append(self.language.plural("And {number} more.", "And {number} more.", more))
        raise errors.FormWrong(listed="\n".join(told))


def filled_form(file: FormFile, assessment: Assessment, checklist: Checklist, language: Language) -> FilledForm:
    """What the form says. Raises FormOfOtherAssessment, FormOfOtherVersion or FormWrong."""
    facts = file.facts
    if facts["assessment_id"] != assessment.id:
        raise FormOfOtherAssessment
    if (facts["checklist_key"], facts["checklist_version"]) != (checklist.key, checklist.version):
        raise FormOfOtherVersion(found=facts["checklist_version"], expected=checklist.version)
    reading = Reading(_sheet(file), language)
    rows = list(_rows(reading, dict(rows_of(file.workbook, reading.sheet))))
    person = [row for row in rows if row["item_id"].value in PERSON_KEYS]
    responses = _responses(
        reading, [row for row in rows if row["item_id"].value not in PERSON_KEYS], assessment, checklist
    )
    roles, name = _person(reading, person, checklist)
    reading.stop_if_wrong()
    return FilledForm(
        form_id=facts["form_id"],
        assessment_id=assessment.id,
        checklist_key=checklist.key,
        checklist_version=checklist.version,
        participant_id=facts["participant_id"],
        roles=roles,
        name=name,
        responses=responses,
    )


def _sheet(file: FormFile) -> str:
    """The form's sheet, also when somebody has renamed it."""
    visible = [sheet for sheet in file.workbook.worksheets if sheet.sheet_state != "veryHidden"]
    named = [sheet for sheet in visible if sheet.title == file.sheet_title]
    if not visible:
        raise errors.FileNotOurs(sheet=file.sheet_title)
    return str((named or visible)[0].title)


def _rows(reading: Reading, grid: Mapping[int, Mapping[int, FileCell]]) -> Iterator[dict[str, FileCell]]:
    """The rows with something in their id cell, as cells by machine key."""
    keys = _key_columns(grid)
    if keys is None:
        reading.wrong(errors.ColumnMissing())
        reading.stop_if_wrong()
        return
    key_row, columns = keys
    for row, cells in grid.items():
        found = {
            key: cells.get(column) or FileCell(None, "n", f"{get_column_letter(column)}{row}")
            for key, column in columns.items()
        }
        known = str(found["item_id"].value or "").strip()
        if row != key_row and (row > key_row + 1 or known in PERSON_KEYS):
            if known:
                yield found
            elif row > key_row + 1 and any(found[key].value is not None for key in ("answer", *TEXTS)):
                reading.wrong(errors.QuestionUnknown(item=""), found["item_id"])


def _key_columns(grid: Mapping[int, Mapping[int, FileCell]]) -> tuple[int, Mapping[str, int]] | None:
    for row, cells in grid.items():
        columns = {str(cell.value): column for column, cell in cells.items() if cell.value in CELLS}
        if len(columns) == len(CELLS):
            return row, columns
    return None


def _responses(
    reading: Reading, rows: Sequence[Mapping[str, FileCell]], assessment: Assessment, checklist: Checklist
) -> dict[str, Response]:
    asked = [item.id for item in assessment.asked(checklist)]
    found: dict[str, Response] = {}
    for row in rows:
        item_id = str(row["item_id"].value).strip()
        if item_id not in asked:
            reading.wrong(errors.QuestionUnknown(item=item_id[:SHORT]), row["item_id"])
        elif item_id in found:
            reading.wrong(errors.QuestionTwice(item=item_id), row["item_id"])
        else:
            reason, comment, evidence = (_text(reading, row[key]) for key in TEXTS)
            found[item_id] = Response(item_id, _answer(reading, row["answer"]), reason, comment, evidence)
    for missing in (item_id for item_id in asked if item_id not in found):
        reading.wrong(errors.QuestionMissing(item=missing))
    return found


def _answer(reading: Reading, cell: FileCell) -> Answer | None:
    text = _text(reading, cell).strip()
    answer = ANSWER_NAMES.get(text.casefold())
    if text and answer is None:
        reading.wrong(errors.NotAnAnswer(value=text[:SHORT]), cell)
    return answer


def _answer_names() -> dict[str, Answer]:
    """Every way to write an answer in either language."""
    names = {answer.code: answer for answer in ANSWERS}
    for code in CODES:
        names |= {language(code).text(labels.answer_label(answer)).casefold(): answer for answer in ANSWERS}
    return names


ANSWER_NAMES: Final = _answer_names()


def _person(
    reading: Reading, rows: Sequence[Mapping[str, FileCell]], checklist: Checklist
) -> tuple[tuple[str, ...], str]:
    names = {role.name.in_(code).casefold(): role.id for role in checklist.roles for code in CODES}
    roles, name = set(), ""
    for row in rows:
        cell = row[PERSON_COLUMN]
        text = " ".join(_text(reading, cell).split())
        if row["item_id"].value == NAME_KEY:
            name = text
        elif text.casefold() in names:
            roles.add(names[text.casefold()])
        elif text:
            reading.wrong(errors.NotARole(value=text[:SHORT]), cell)
    if not roles:
        reading.wrong(
            errors.NoRole(), next((row[PERSON_COLUMN] for row in rows if row["item_id"].value == ROLE_KEY), None)
        )
    return tuple(role.id for role in checklist.roles if role.id in roles), name


def _text(reading: Reading, cell: FileCell) -> str:
    """The cell's content as text, a date as 2026-11-22; complains about formulas and about too much text."""
    value: object = cell.value
    if cell.kind == "f":
        reading.wrong(errors.FormulaHere(), cell)
        return ""
    if isinstance(value, datetime) and (value.hour, value.minute, value.second) == (0, 0, 0):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    try:
        return checked_text(_unescaped("" if value is None else str(value)))
    except TextTooLong as error:
        reading.wrong(errors.TooMuchText(**error.parameters), cell)
        return ""


def _unescaped(text: str) -> str:
    """Excel writes a carriage return inside a cell as _x000D_; a person does not."""
    return re.sub("_x000D_\n", "\n", text)
