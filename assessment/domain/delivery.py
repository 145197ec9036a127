"""Critical deliveries: goods and services that one or more activities cannot do without for long."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

from assessment.domain.activity import Operation
from assessment.domain.calendar_month import months_later
from assessment.domain.entry import Entry, likely, one_line_of, text_of
from assessment.domain.entry_errors import DatesReversed, NameMissing
from assessment.domain.errors import AssessmentError, sentence

LONGEST_LEAD: Final = 60  # months
USUAL_LEAD: Final = 12  # months that are reckoned with until somebody says; our own judgement


class Outage(StrEnum):
    """How long an activity copes without a delivery at the most, the shortest first. UNKNOWN: asked, and not known."""

    HOUR = "1h"
    HOURS = "4h"
    DAY = "1d"
    DAYS = "3d"
    WEEK = "1w"
    WEEKS = "2w"
    MONTH = "1m"
    LONGER = "longer"
    UNKNOWN = "unknown"

    @property
    def known(self) -> bool:
        return self is not Outage.UNKNOWN

    @property
    def short(self) -> bool:
        """Three days or less: too short to find another way once the delivery has stopped. Our own judgement."""
        return self in SHORT


SHORT: Final = (Outage.HOUR, Outage.HOURS, Outage.DAY, Outage.DAYS)


class Known(StrEnum):
    """An answer to a plain question. Unanswered is None."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DeliveryFacts:
    """What is registered about a delivery. Whatever is empty or None has not been stated.

    `reliance`: how long each activity that leans on the delivery copes without it, by activity id. `reserve`: whether
    there is a reserve plan. `lead_months`: how long before the contract ends the way forward must be decided.
    `next_decided`: whether it is decided what happens when the contract ends.
    """

    name: str
    reliance: Mapping[str, Outage | None] = field(default_factory=dict)
    reserve: Known | None = None
    operation: Operation | None = None
    contract_start: date | None = None
    contract_end: date | None = None
    lead_months: int | None = None
    next_decided: Known | None = None
    note: str = ""

    @property
    def decide_by(self) -> date | None:
        """The day by which the way forward must be decided; None without a contract end."""
        if self.contract_end is None:
            return None
        return months_later(self.contract_end, -(USUAL_LEAD if self.lead_months is None else self.lead_months))

    def ended(self, today: date) -> bool:
        return self.contract_end is not None and self.contract_end < today


Delivery: TypeAlias = Entry[DeliveryFacts]

DELIVERY_FIELD: Final = {
    "name": sentence("Delivery"),
    "reliance": sentence("Activities that cannot do without it"),
    "reserve": sentence("Reserve plan"),
    "operation": sentence("Delivered today by"),
    "contract_start": sentence("Contract starts"),
    "contract_end": sentence("Contract ends"),
    "lead_months": sentence("Months needed before the contract ends"),
    "next_decided": sentence("Decided what comes after the contract"),
    "note": sentence("Notes"),
    "archived": sentence("Archived"),
}


class DeliveryUnknown(AssessmentError):
    text = sentence("This delivery does not exist. Choose another in the register.")


class LeadUnlikely(AssessmentError):
    text = sentence("“{field}”: write a number of months from 0 to {limit}, not {months}.")


def checked_delivery(facts: DeliveryFacts) -> DeliveryFacts:
    """`facts` tidied. Raises NameMissing, FieldTooLong, DateUnlikely, DatesReversed or LeadUnlikely."""
    name = one_line_of(facts.name, field=DELIVERY_FIELD["name"])
    if not name:
        raise NameMissing(field=DELIVERY_FIELD["name"])
    for day in ("contract_start", "contract_end"):
        likely(getattr(facts, day), field=DELIVERY_FIELD[day])
    if facts.contract_start and facts.contract_end and facts.contract_end < facts.contract_start:
        raise DatesReversed(
            earlier=DELIVERY_FIELD["contract_start"],
            first=facts.contract_start.isoformat(),
            later=DELIVERY_FIELD["contract_end"],
            second=facts.contract_end.isoformat(),
        )
    if facts.lead_months is not None and not 0 <= facts.lead_months <= LONGEST_LEAD:
        raise LeadUnlikely(field=DELIVERY_FIELD["lead_months"], limit=LONGEST_LEAD, months=facts.lead_months)
    note = text_of(facts.note, field=DELIVERY_FIELD["note"])
    return replace(facts, name=name, note=note, reliance=dict(sorted(facts.reliance.items())))
