"""The messages as an Excel workbook."""

from dataclasses import dataclass
from typing import Final

from openpyxl.workbook import Workbook

from assessment.domain.message_overview import MessageOverview
from assessment.domain.organisation import Organisation
from assessment.reporting.message_frames import message_frame
from assessment.reporting.message_words import messages_finding
from assessment.reporting.workbook import ILLEGAL, NAME_ROOM, workbook_bytes
from assessment.reporting.workbook_keys import SheetKeys, key_sheet, note_columns
from assessment.reporting.workbook_lists import HEADER_ROW, hairlines, list_below
from assessment.reporting.workbook_looks import FACE, Looks, carried, looks_for, put
from assessment.reporting.workbook_sheet import new_sheet
from assessment.texts.language import Language

FORMAT: Final = 1
WIDTHS: Final = {
    **{"group": 22, "change": 36, "text": 44, "applies_on": 13, "sender": 20, "channel": 20, "contact": 20},
    **{"planned_on": 13, "sent_on": 13, "landed": 18, "seen_on": 13, "seen_how": 28, "restricted_where": 22},
    **{"restricted_who": 22, "basis": 30, "lacks": 34},
}


@dataclass(frozen=True, slots=True)
class MessageBook:
    """The workbook in the making."""

    workbook: Workbook
    language: Language
    looks: Looks
    subject: str


def message_workbook(
    organisation: Organisation, overview: MessageOverview, language: Language, *, version: str
) -> bytes:
    """An .xlsx file with one list. `version` is that of the program."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.title = carried(organisation.name)
    workbook.properties.creator = "Rustad"
    workbook._named_styles["Normal"].font.name = FACE  # type: ignore[attr-defined]
    facts = {
        "format_version": str(FORMAT),
        "kind": "messages",
        "organisation_id": organisation.id,
        "language": language.code,
        "exported_at": overview.today.isoformat(),
    }
    key_sheet(workbook, facts, {})
    subject = " · ".join(part for part in (organisation.name, language.date(overview.today)) if part)
    book = MessageBook(workbook, language, looks_for(workbook.worksheets[0]), subject)
    title, frame = language.text("Messages"), message_frame(overview, language)
    heading = messages_finding(overview, language)
    sheet = new_sheet(book, title, heading=heading, lede=subject, widths=list(WIDTHS.values()))
    widths = {key: float(width) for key, width in WIDTHS.items()}
    keys = list_below(sheet, book, frame, widths, table="MessageTable")
    hairlines(sheet, columns=len(keys), rows=len(frame))
    note_columns(workbook, [SheetKeys(title, HEADER_ROW, keys)])
    row = sheet.max_row + 2
    put(sheet, row, 1, language.text("To be checked for confidentiality before it is disclosed."), book.looks.line)
    put(sheet, row + 1, 1, f"Rustad {version}", book.looks.line)
    return workbook_bytes(workbook)


def message_workbook_name(organisation: Organisation, overview: MessageOverview, language: Language) -> str:
    """Rustad budskap Ekviks kommun 2026-11-22.xlsx."""
    name = " ".join(ILLEGAL.sub(" ", organisation.name).split())[:NAME_ROOM].strip(" .")
    told = language.text("Rustad messages {name} {day}", name=name, day=overview.today.isoformat())
    return " ".join(told.split()) + ".xlsx"
