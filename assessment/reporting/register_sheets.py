"""The register as sheets: activities, deliveries, what leans on what, and contracts."""

from collections.abc import Iterator
from typing import Final

from assessment.domain.register import Register
from assessment.reporting.listed_sheet import listed_sheet
from assessment.reporting.register_frames import activity_frame, contract_frame, delivery_frame, meeting_frame
from assessment.reporting.workbook_keys import SheetKeys
from assessment.reporting.workbook_sheet import Bound

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


def register_sheets(book: Bound, register: Register) -> Iterator[SheetKeys]:
    """A sheet for each list that holds something."""
    language = book.language
    if register.active:
        activities = activity_frame(register, language)
        yield listed_sheet(book, language.text("Activities"), activities, ACTIVITY_WIDTHS, table="Activity")
    if register.delivered:
        deliveries = delivery_frame(register, language)
        yield listed_sheet(book, language.text("Deliveries"), deliveries, DELIVERY_WIDTHS, table="Delivery")
    if register.meetings:
        meetings = meeting_frame(register, language)
        yield listed_sheet(book, language.text("Dependencies"), meetings, MEETING_WIDTHS, table="Lean")
    if register.contract_ends:
        contracts = contract_frame(register, language)
        yield listed_sheet(book, language.text("Contracts"), contracts, CONTRACT_WIDTHS, table="Contract")
