"""The register as an Excel workbook: activities, deliveries, what leans on what, contracts, and what the file is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pandas as pd
from openpyxl import Workbook

from assessment.domain.register import Register
from assessment.reporting.register_frames import activity_frame, contract_frame, delivery_frame, meeting_frame
from assessment.reporting.workbook import ILLEGAL, NAME_ROOM, workbook_bytes
from assessment.reporting.workbook_keys import SheetKeys, key_sheet, note_columns
from assessment.reporting.workbook_lists import HEADER_ROW, hairlines, list_below
from assessment.reporting.workbook_looks import FACE, Looks, carried, looks_for, put
from assessment.reporting.workbook_sheet import new_sheet, row_heights
from assessment.texts.language import Language

FORMAT: Final = 1
ACTIVITY_WIDTHS: Final = {
    **{"name": 24, "why": 28, "function": 26, "volume": 18, "situations": 18, "operation": 18, "need_owner": 20},
    **{"risk_owner": 20, "procurement": 20, "preparedness": 20, "leans_on": 34, "decided_on": 14, "review_on": 14},
    "note": 26,
}
DELIVERY_WIDTHS: Final = {
    **{"name": 30, "reliance": 46, "reserve": 14, "operation": 24, "contract_start": 14, "contract_end": 14},
    **{"lead_months": 22, "decide_by": 14, "next_decided": 22, "note": 34},
}
MEETING_WIDTHS: Final = {"activity": 34, "delivery": 34, "longest_outage": 20, "reserve": 16, "cover": 44}
CONTRACT_WIDTHS: Final = {"delivery": 36, "contract_end": 14, "lead": 30, "decide_by": 14, "turn": 40}
ABOUT_WIDTHS: Final = (34, 100)


@dataclass(frozen=True, slots=True)
class RegisterBook:
    """The register's workbook in the making."""

    workbook: Workbook
    register: Register
    language: Language
    looks: Looks

    @property
    def subject(self) -> str:
        """Ekviks kommun · 22 november 2026."""
        parts = (self.register.organisation.name, self.language.date(self.register.today))
        return " · ".join(part for part in parts if part)


def register_workbook(register: Register, language: Language, *, version: str) -> bytes:
    """The register as an .xlsx file. `version` is that of the program."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.title = carried(register.organisation.name)
    workbook.properties.creator = "Rustad"
    workbook._named_styles["Normal"].font.name = FACE  # type: ignore[attr-defined]
    facts = {
        "format_version": str(FORMAT),
        "kind": "register",
        "organisation_id": register.organisation.id,
        "language": language.code,
        "exported_at": register.today.isoformat(),
    }
    key_sheet(workbook, facts, {})
    book = RegisterBook(workbook, register, language, looks_for(workbook.worksheets[0]))
    note_columns(workbook, [*_lists(book), _about(book, version=version)])
    return workbook_bytes(workbook)


def register_workbook_name(register: Register, language: Language) -> str:
    """Rustad verksamheter Ekviks kommun 2026-11-22.xlsx."""
    name = " ".join(ILLEGAL.sub(" ", register.organisation.name).split())[:NAME_ROOM].strip(" .")
    told = language.text("Rustad activities {name} {day}", name=name, day=register.today.isoformat())
    return " ".join(told.split()) + ".xlsx"


def _lists(book: RegisterBook) -> Iterator[SheetKeys]:
    register, language = book.register, book.language
    yield _list(book, language.text("Activities"), activity_frame(register, language), ACTIVITY_WIDTHS, "ActivityTable")
    yield _list(book, language.text("Deliveries"), delivery_frame(register, language), DELIVERY_WIDTHS, "DeliveryTable")
    yield _list(book, language.text("Dependencies"), meeting_frame(register, language), MEETING_WIDTHS, "LeanTable")
    yield _list(book, language.text("Contracts"), contract_frame(register, language), CONTRACT_WIDTHS, "ContractTable")


def _list(book: RegisterBook, title: str, frame: pd.DataFrame, widths: dict[str, int], table: str) -> SheetKeys:
    heading = f"{title} {len(frame)}"
    sheet = new_sheet(book, title, heading=heading, lede=book.subject, widths=list(widths.values()))
    keys = list_below(sheet, book, frame, {key: float(width) for key, width in widths.items()}, table=table)
    hairlines(sheet, columns=len(keys), rows=len(frame))
    return SheetKeys(title, HEADER_ROW, keys)


def _about(book: RegisterBook, *, version: str) -> SheetKeys:
    text = book.language.text
    title = text("About")
    sheet = new_sheet(book, title, heading=text("About this file"), lede=book.subject, widths=ABOUT_WIDTHS)
    rows = [
        (text("Before you share it"), text("To be checked for confidentiality before it is disclosed.")),
        (text("Organisation"), book.register.organisation.name or "–"),
        (
            text("Supply gap"),
            text(
                "The contract has ended, or there is no reserve plan and the activity copes three days at the most. "
                "That limit is Rustad's own. A reserve plan may exist and still not work."
            ),
        ),
        (
            text("Decide by"),
            text(
                "So many months before the contract ends as you have said that you need. "
                "Where nothing is said, twelve months; that figure is Rustad's own."
            ),
        ),
        (text("Made with"), f"Rustad {version}"),
    ]
    names, contents = zip(*rows, strict=True)
    heights = row_heights([(names, ABOUT_WIDTHS[0] * 0.9), (contents, float(ABOUT_WIDTHS[1]))])
    for row, ((label, content), height) in enumerate(zip(rows, heights, strict=True), start=4):
        put(sheet, row, 1, label, book.looks.strong)
        put(sheet, row, 2, content, book.looks.text)
        sheet.row_dimensions[row].height = height
    return SheetKeys(title, 3, ("label", "content"))
