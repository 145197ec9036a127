"""The messages as a sheet, and the yearly wheel as another."""

from collections.abc import Iterator
from typing import Final

from assessment.domain.message_overview import MessageOverview
from assessment.domain.year_wheel import YearWheel
from assessment.reporting.listed_sheet import listed_sheet
from assessment.reporting.message_frames import message_frame
from assessment.reporting.message_words import messages_finding
from assessment.reporting.wheel_words import wheel_finding, wheel_frame
from assessment.reporting.workbook_keys import SheetKeys
from assessment.reporting.workbook_sheet import Bound

MESSAGE_WIDTHS: Final = {
    **{"group": 22, "change": 36, "text": 44, "applies_on": 13, "sender": 20, "channel": 20, "contact": 20},
    **{"planned_on": 13, "sent_on": 13, "landed": 18, "seen_on": 13, "seen_how": 28, "restricted_where": 22},
    **{"restricted_who": 22, "basis": 30, "lacks": 34},
}
WHEEL_WIDTHS: Final = {"day": 14, "occasion": 44, "what": 60}


def message_sheets(book: Bound, overview: MessageOverview) -> Iterator[SheetKeys]:
    """None while no message is registered."""
    if overview.messages:
        frame, finding = message_frame(overview, book.language), messages_finding(overview, book.language)
        title = book.language.text("Messages")
        yield listed_sheet(book, title, frame, MESSAGE_WIDTHS, table="Message", heading=finding)


def wheel_sheets(book: Bound, wheel: YearWheel) -> Iterator[SheetKeys]:
    """None while the wheel has no day."""
    if wheel.days:
        frame, finding = wheel_frame(wheel, book.language), wheel_finding(wheel, book.language)
        title = book.language.text("Yearly wheel")
        yield listed_sheet(book, title, frame, WHEEL_WIDTHS, table="Wheel", heading=finding)
