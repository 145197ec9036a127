"""The answer form: an assessment to fill in away from Rustad, read back by `form_reader`."""

from collections.abc import Mapping
from typing import Final

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from assessment.domain.assessment import Participant
from assessment.domain.checklist import LEVELS, Item, term
from assessment.domain.form import FileKind
from assessment.domain.report import AssessmentReport
from assessment.domain.response import Response
from assessment.reporting.headings import HEADINGS, WHY_NOT_APPLICABLE
from assessment.reporting.workbook import file_name, new_workbook, workbook_bytes
from assessment.reporting.workbook_keys import SheetKeys, identity, key_sheet, note_columns
from assessment.reporting.workbook_looks import looks_for, put
from assessment.reporting.workbook_sheet import Book, headings, new_sheet, row_heights
from assessment.texts import labels
from assessment.texts.language import Language

WIDTHS: Final = {
    **{"item_id": 10, "dimension": 18, "question": 38, "level_0": 26, "level_1": 26, "level_2": 26, "level_3": 26},
    **{"level_4": 26, "answer": 14, "reason": 24, "comment": 36, "evidence": 36},
}
NAME_KEY, ROLE_KEY = "@name", "@role"  # in the first column of the rows about the person; written so as not to show
PERSON_COLUMN: Final = "question"
PERSON_ROW: Final = 6
ROLES_ROOM: Final = 3


def answer_form(
    report: AssessmentReport, language: Language, *, form_id: str, participant: Participant | None = None
) -> bytes:
    """An .xlsx with one row per question; with a participant, that person's responses are filled in.

    Reading in two files with the same `form_id` changes the same participant.
    """
    workbook = new_workbook(f"{report.assessment.organisation} {report.assessment.name}".strip())
    facts = identity(report, language, kind=FileKind.ANSWER_FORM)
    facts |= {"form_id": form_id, "participant_id": participant.id if participant else ""}
    answers: list[int | str] = [*LEVELS, language.text(labels.UNKNOWN), language.text(labels.NOT_APPLICABLE)]
    choices: dict[str, list[int | str]] = {
        "answer": answers,
        "roles": [language.of(role.name) for role in report.checklist.roles],
    }
    ranges = key_sheet(workbook, facts, choices)
    book = Book(workbook, report, language, looks_for(workbook.worksheets[0]), ranges)
    note_columns(workbook, [_form_sheet(book, participant)])
    return workbook_bytes(workbook)


def form_name(report: AssessmentReport, language: Language) -> str:
    """Svarsformulär Hela kommunen 2026-11-22.xlsx."""
    return file_name(report, language.text("Answer form {name} {day}"))


def _form_sheet(book: Book, participant: Participant | None) -> SheetKeys:
    title = book.language.text("Answer form")
    heading = book.language.text("Answer form: {name}", name=book.report.assessment.name)
    sheet = new_sheet(book, title, heading=heading, lede=book.subject, widths=tuple(WIDTHS.values()))
    _instructions(sheet, book)
    row = _person(sheet, book, participant) + 1
    for place, key in enumerate(WIDTHS, start=1):
        put(sheet, row, place, key, book.looks.soft)
    sheet.row_dimensions[row].hidden = True
    headings(sheet, book, row + 1, _headings(book))
    sheet.freeze_panes = f"D{row + 2}"
    given = book.report.responses.get(participant.id, ()) if participant else ()
    responses = {response.item_id: response for response in given}
    for place, result in enumerate(book.report.results, start=row + 2):
        _question(sheet, book, place, result.item, responses.get(result.item.id, Response(result.item.id)))
    _drop_down(sheet, book, "answer", "answer", first=row + 2, last=row + 1 + len(book.report.results))
    _protect(sheet)
    return SheetKeys(title, row + 1, tuple(WIDTHS))


def _instructions(sheet: Worksheet, book: Book) -> None:
    text = book.language.text
    put(
        sheet,
        3,
        1,
        text("For each question, choose the highest level whose whole description is true."),
        book.looks.line,
    )
    put(sheet, 4, 1, text("What you leave empty changes nothing. Write in the tinted cells."), book.looks.line)
    put(sheet, 5, 1, text("Do not enter secret or security-classified information."), book.looks.line)


def _person(sheet: Worksheet, book: Book, participant: Participant | None) -> int:
    """Name and roles. Returns the last row used."""
    text, roles = book.language.text, book.report.checklist.roles
    held = [book.language.of(term(roles, role).name) for role in participant.roles] if participant else []
    rows = [(NAME_KEY, text("Name, if you like"), participant.name if participant else "")]
    for place in range(max(ROLES_ROOM, len(held))):
        label = text("Your role") if place == 0 else text("One more role")
        rows.append((ROLE_KEY, label, held[place] if place < len(held) else ""))
    for row, (key, label, content) in enumerate(rows, start=PERSON_ROW):
        put(sheet, row, 1, key, book.looks.unseen)
        put(sheet, row, 2, label, book.looks.strong)
        put(sheet, row, 3, content, book.looks.entry)
    last = PERSON_ROW + len(rows) - 1
    _drop_down(sheet, book, "roles", PERSON_COLUMN, first=PERSON_ROW + 1, last=last)
    return last


def _headings(book: Book) -> Mapping[str, str]:
    text, scale = book.language.text, book.report.checklist.scale
    titles = {f"level_{level}": f"{level} {book.language.of(scale[level])}" for level in LEVELS}
    titles["reason"] = text(WHY_NOT_APPLICABLE)
    return {key: titles.get(key) or text(HEADINGS[key]) for key in WIDTHS}


def _question(sheet: Worksheet, book: Book, row: int, item: Item, response: Response) -> None:
    of, looks = book.language.of, book.looks
    levels = {f"level_{level}": of(item.levels[level]) for level in LEVELS}
    cells: dict[str, tuple[object, Cell]] = {
        "item_id": (item.id, looks.text),
        "dimension": (of(term(book.report.checklist.dimensions, item.dimension).name), looks.text),
        "question": (of(item.question), looks.strong),
        **{key: (text, looks.text) for key, text in levels.items()},
        "answer": (_answer(response, book.language), looks.entry_middle),
        "reason": (response.reason, looks.entry),
        "comment": (response.comment, looks.entry),
        "evidence": (response.evidence, looks.entry),
    }
    for place, key in enumerate(WIDTHS, start=1):
        put(sheet, row, place, *cells[key])
    texts = [([text], float(WIDTHS[key])) for key, text in levels.items()]
    sheet.row_dimensions[row].height = next(row_heights([*texts, ([of(item.question)], WIDTHS["question"] * 0.9)]))


def _answer(response: Response, language: Language) -> int | str | None:
    if response.answer is None:
        return None
    level = response.answer.level
    return language.text(labels.answer_label(response.answer)) if level is None else level


def _drop_down(sheet: Worksheet, book: Book, choices: str, column: str, *, first: int, last: int) -> None:
    letter = get_column_letter(list(WIDTHS).index(column) + 1)
    choice = DataValidation(type="list", formula1=book.ranges[choices], allow_blank=True)
    choice.error = book.language.text("Choose from the list.")
    choice.add(f"{letter}{first}:{letter}{last}")
    sheet.add_data_validation(choice)


def _protect(sheet: Worksheet) -> None:
    """Only the cells to write in are open. No password: whoever needs to can lift it."""
    sheet.protection.sheet = True
    for allowed in ("formatColumns", "formatRows", "formatCells", "sort", "autoFilter"):
        setattr(sheet.protection, allowed, False)  # False means not forbidden
