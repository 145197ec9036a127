"""A comparison as an Excel workbook: the same frames as on the screen. With hidden names nothing in it tells them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import pandas as pd
from openpyxl import Workbook

from assessment.domain.comparison import Comparison
from assessment.domain.errors import sentence
from assessment.domain.over_time import OverTime
from assessment.reporting import compare_findings, unit_findings
from assessment.reporting.compare_frames import left_out_frame, move_frame, outcome_frame, profile_frame
from assessment.reporting.compare_words import compared_line
from assessment.reporting.headings import OWN, heading
from assessment.reporting.rustad_file import COMPARISON
from assessment.reporting.unit_frames import INDEX, UNIT, unit_frame, unit_item_frame
from assessment.reporting.workbook import ILLEGAL, NAME_ROOM, new_workbook, workbook_bytes
from assessment.reporting.workbook_keys import SheetKeys, key_sheet, note_columns
from assessment.reporting.workbook_lists import HEADER_ROW, hairlines, list_below
from assessment.reporting.workbook_looks import Looks, carried, looks_for, put
from assessment.reporting.workbook_sheet import new_sheet, row_heights
from assessment.texts.language import STOCKHOLM, Language

FORMAT: Final = 1
WIDTHS: Final = {
    **{"item_id": 10, "dimension": 32, "question": 60, "then": 13, "now": 13, "steps": 12, "change": 20, "ground": 34},
    **{"planned_in": 18, "title": 44, "owner": 22, "due": 13, "status": 14, "expected": 11, "aftermath": 34},
    **{"verdict": 34, "why": 60, "unit": 36, "moment": 22},
}
OTHER_WIDTH: Final = 12
ABOUT_WIDTHS: Final = (40, 100)
SHARES: Final = ("index", "low", "high", "target")
COMPARED_RULE: Final = sentence(
    "Only questions that all the assessments ask, whose text and levels mean the same in every version of the "
    "checklist, and that no group has found not applicable. Unanswered questions and don't know count as open, "
    "never as levels."
)
UNIT_WIDTH: Final = 16


@dataclass(frozen=True, slots=True)
class CompareBook:
    """A comparison in the making as a workbook. `title` says what is compared, in words that may be shown."""

    workbook: Workbook
    language: Language
    looks: Looks
    title: str
    at: datetime  # UTC

    @property
    def subject(self) -> str:
        return " · ".join(part for part in (self.title, self.language.date(self.at)) if part)


def over_time_workbook(
    over: OverTime, names: Mapping[str, str], language: Language, *, at: datetime, version: str
) -> bytes:
    """One subject over time. `names` are the moments' by assessment id, `version` is that of the program."""
    now = over.now
    book = _book(" · ".join(part for part in (now.organisation, now.subject) if part), language, at=at)
    text, since = language.text, names[over.then.id]
    checklist = over.comparison.checklist
    profile = compare_findings.profile_finding(over.comparison, over.then.id, now.id, language)
    sheets = [
        _list(book, text("Then and now"), profile, profile_frame(over, names, language), "ProfileTable"),
        _list(
            book,
            text("Questions"),
            compare_findings.page_finding(over.movements, language, since=since),
            move_frame(over.movements, checklist, language),
            "MoveTable",
        ),
    ]
    if over.outcomes:
        told = compare_findings.plan_finding(over.outcomes, language)
        sheets.append(_list(book, text("Plan and outcome"), told, outcome_frame(over, names, language), "PlanTable"))
    sheets.append(_left_out(book, over.comparison, left_out_frame(over.comparison, names, language)))
    return _finished(book, sheets, version=version)


def units_workbook(
    comparison: Comparison,
    ids: Sequence[str],
    names: Mapping[str, str],
    language: Language,
    *,
    at: datetime,
    version: str,
    hidden: bool,
) -> bytes:
    """Units side by side, in the order of `ids`. `names` are what they are called by assessment id."""
    book = _book(language.text("Units side by side"), language, at=at)
    text = language.text
    return _finished(
        book,
        [
            _list(
                book,
                text("Units"),
                unit_findings.units_finding(comparison, language),
                unit_frame(comparison, ids, names, language),
                "UnitTable",
            ),
            _list(
                book,
                text("Questions"),
                unit_findings.spread_finding(comparison, language),
                unit_item_frame(comparison, ids, names, language),
                "QuestionTable",
            ),
            _left_out(book, comparison, left_out_frame(comparison, names, language, hidden=hidden)),
        ],
        version=version,
    )


def _book(title: str, language: Language, *, at: datetime) -> CompareBook:
    workbook = new_workbook(title)
    facts = {
        "format_version": str(FORMAT),
        "kind": COMPARISON,
        "language": language.code,
        "exported_at": at.isoformat(timespec="seconds"),
    }
    key_sheet(workbook, facts, {})
    return CompareBook(workbook, language, looks_for(workbook.worksheets[0]), title, at)


def _finished(book: CompareBook, sheets: Iterable[SheetKeys], *, version: str) -> bytes:
    note_columns(book.workbook, [*sheets, _about(book, version=version)])
    return workbook_bytes(book.workbook)


def _about(book: CompareBook, *, version: str) -> SheetKeys:
    """What the file is, how its figures came about, and what to think of before it is shared."""
    text = book.language.text
    sheet = new_sheet(book, text("About"), heading=text("About this file"), lede=book.subject, widths=ABOUT_WIDTHS)
    rows = [
        (text("Read this first"), text("This is a self-assessment. It does not say whether you follow the law.")),
        (text("Before you share it"), text("To be checked for confidentiality before it is disclosed.")),
        (text("What is compared"), text(COMPARED_RULE)),
        (text("Plan and outcome"), text("A level that rose after an action need not have risen because of it.")),
        (text("Made with"), f"Rustad {version}"),
    ]
    for row, (label, content) in enumerate(rows, start=4):
        put(sheet, row, 1, label, book.looks.strong)
        put(sheet, row, 2, content, book.looks.text)
    heights = row_heights([([content for _, content in rows], ABOUT_WIDTHS[1])])
    for row, height in enumerate(heights, start=4):
        sheet.row_dimensions[row].height = height
    return SheetKeys(text("About"), 3, ("label", "content"))


def _left_out(book: CompareBook, comparison: Comparison, frame: pd.DataFrame) -> SheetKeys:
    return _list(book, book.language.text("Not compared"), compared_line(comparison, book.language), frame, "OutTable")


def _list(book: CompareBook, title: str, finding: str, frame: pd.DataFrame, table: str) -> SheetKeys:
    widths = {key: float(_width(key)) for key in frame.columns}
    sheet = new_sheet(book, title, heading=finding, lede=book.subject, widths=list(widths.values()))
    keys = list_below(sheet, book, _as_shown(_distinct(frame, book.language)), widths, table=table)
    hairlines(sheet, columns=len(keys), rows=len(frame))
    return SheetKeys(title, HEADER_ROW, keys)


def _width(key: str) -> int:
    return WIDTHS.get(key) or (UNIT_WIDTH if key.startswith((UNIT, INDEX)) else OTHER_WIDTH)


def _as_shown(frame: pd.DataFrame) -> pd.DataFrame:
    """With indexes rounded as on the screen: Excel would round halves up."""
    shown = frame.copy()
    for key in frame.columns:
        if key in SHARES or key.startswith(INDEX):
            shown[key] = pd.Series([None if pd.isna(value) else round(value) for value in frame[key]], dtype="Int64")
    return shown


def _distinct(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    """With headings that Excel accepts as those of a table: no two alike, whatever units are called."""
    seen: dict[str, int] = {}
    titles: dict[str, Any] = {}
    for key in frame.columns:
        title = carried(heading(key, language, frame))
        seen[title.casefold()] = number = seen.get(title.casefold(), 0) + 1
        titles[key] = title if number == 1 else f"{title} ({number})"
    frame.attrs[OWN] = titles
    return frame


def comparison_name(title: str, language: Language, *, at: datetime) -> str:
    """Rustad jämförelse Hela kommunen 2026-11-22.xlsx."""
    name = " ".join(ILLEGAL.sub(" ", title).split())[:NAME_ROOM].strip(" .")
    told = language.text("Rustad comparison {name} {day}", name=name, day=at.astimezone(STOCKHOLM).date().isoformat())
    return " ".join(told.split()) + ".xlsx"
