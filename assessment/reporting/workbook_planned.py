"""The sheet of the plan, and what the gap list says of it: an action a row, with room to write new ones."""

from collections.abc import Sequence
from typing import Final

import pandas as pd
from openpyxl.utils import get_column_letter

from assessment.domain.action import PLANNED, Action, written
from assessment.domain.checklist import term
from assessment.domain.report import AssessmentReport
from assessment.reporting.workbook_entries import entry_rules
from assessment.reporting.workbook_keys import SHEET, SheetKeys, append_rows
from assessment.reporting.workbook_lists import HEADER_ROW, list_below
from assessment.reporting.workbook_sheet import Book, new_sheet
from assessment.texts import labels
from assessment.texts.language import STOCKHOLM, Language

TITLE: Final = "Plan"  # in both languages
WIDTHS: Final = {
    **{"title": 40, "aims": 18, "questions": 40, "owner": 18, "owner_role": 20, "due": 13, "status": 14, "effort": 15},
    **{"note": 30, "late": 9, "action_id": 12},
}
LAST_PRINTED: Final = "late"
ROOM: Final = 20  # empty rows for new actions
ACTION, ACTION_FIELDS = "action", "action_fields"  # rows of the very hidden sheet


def plan_sheet(book: Book) -> SheetKeys:
    """Every action with all that is decided about it."""
    report, language = book.report, book.language
    rows = [_row(action, report, language) for action in report.actions]
    frame = pd.DataFrame([*rows, *({} for _ in range(ROOM))], columns=list(WIDTHS), dtype=object)
    number = language.plural("{number} planned action", "{number} planned actions", len(rows))
    sheet = new_sheet(book, TITLE, heading=number, lede=book.subject, widths=list(WIDTHS.values()))
    keys = list_below(sheet, book, frame, WIDTHS, table="PlanTable", entries=PLANNED)
    last = HEADER_ROW + len(frame)
    entry_rules(sheet, book, keys, rows=(HEADER_ROW + 1, last))
    sheet.column_dimensions[get_column_letter(keys.index("action_id") + 1)].hidden = True
    sheet.freeze_panes = f"B{HEADER_ROW + 1}"
    sheet.print_area = f"A1:{get_column_letter(keys.index(LAST_PRINTED) + 1)}{HEADER_ROW + max(1, len(rows))}"
    return SheetKeys(TITLE, HEADER_ROW, keys)


def _row(action: Action, report: AssessmentReport, language: Language) -> dict[str, object]:
    asked = {result.item.id: result.item for result in report.results}
    plan, today = action.plan, report.at.astimezone(STOCKHOLM).date()
    return planned_cells(action, report, language) | {
        "title": plan.title,
        "aims": written(plan, "aims"),
        "questions": "\n".join(language.of(asked[one].question) for one in plan.aims if one in asked),
        "effort": language.text(labels.EFFORT[plan.effort]),
        "late": language.text("Late") if action.late(today) else "",
    }


def planned_cells(action: Action, report: AssessmentReport, language: Language) -> dict[str, object]:
    """What stands about an action in the gap list as well as in the plan."""
    plan = action.plan
    known = plan.owner_role in {role.id for role in report.checklist.roles}
    role = language.of(term(report.checklist.roles, plan.owner_role).name) if known else plan.owner_role
    return {
        "owner": plan.owner,
        "owner_role": role,
        "due": plan.due,
        "status": language.text(labels.ACTION_STATUS[plan.status]),
        "note": plan.note,
        "action_id": action.id,
    }


def planned_gaps(report: AssessmentReport, language: Language) -> list[dict[str, object]]:
    """The oldest action of each gap, in the order of the gaps, and how many more there are; empty where none is."""
    found = []
    for gap in report.gaps:
        actions = report.actions_on(gap.result.item.id)
        found.append(
            planned_cells(actions[0], report, language) | {"more_actions": _more(len(actions) - 1, language)}
            if actions
            else {}
        )
    return found


def _more(number: int, language: Language) -> str:
    if not number:
        return ""
    return language.plural("One more action, see the sheet Plan", "{number} more actions, see the sheet Plan", number)


def note_baseline(book: Book) -> None:
    """Write down how every action stands, so that what the file says later can be told from what it was given."""
    rows: list[Sequence[str | int]] = [(ACTION_FIELDS, "id", "version", *PLANNED)]
    rows += [
        (ACTION, one.id, one.version, *(written(one.plan, name) for name in PLANNED)) for one in book.report.actions
    ]
    append_rows(book.workbook[SHEET], rows)
