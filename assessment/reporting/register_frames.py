"""Register → DataFrames, the one source of the tables behind its figures and of its workbook."""

from typing import Final

import pandas as pd

from assessment.domain.activity import ACTIVITY_FIELD, ROLES
from assessment.domain.delivery import DELIVERY_FIELD
from assessment.domain.errors import sentence
from assessment.domain.register import Register
from assessment.reporting.columns import frame_of
from assessment.reporting.headings import OWN
from assessment.reporting.register_words import (
    cover_words,
    lead_words,
    operation_words,
    outage_words,
    reserve_words,
    situation_words,
    turn_words,
)
from assessment.texts.language import Language
from assessment.texts.register_labels import KNOWN

HEADING: Final = {
    "activity": ACTIVITY_FIELD["name"],
    "delivery": DELIVERY_FIELD["name"],
    "longest_outage": sentence("Copes without for"),
    "cover": sentence("State"),
    "relying": sentence("Activities that lean on it"),
    "relying_names": sentence("Which"),
    "decide_by": sentence("Decide by"),
    "lead": sentence("Time needed"),
    "turn": sentence("Where it stands"),
    "leans_on": sentence("Leans on"),
}


def _framed(rows: list[dict[str, object]], titles: dict[str, str], language: Language) -> pd.DataFrame:
    frame = frame_of(rows, tuple(titles))
    frame.attrs[OWN] = {key: language.text(title) for key, title in titles.items()}
    return frame


def meeting_frame(register: Register, language: Language) -> pd.DataFrame:
    """One row for each activity with each delivery that it leans on."""
    rows: list[dict[str, object]] = [
        {
            "activity": one.activity.facts.name,
            "delivery": one.delivery.facts.name,
            "longest_outage": outage_words(one.outage, language),
            "reserve": reserve_words(one.delivery, language),
            "cover": cover_words(one, one.delivery.facts.ended(register.today), language),
        }
        for one in register.meetings
    ]
    titles = {key: HEADING[key] for key in ("activity", "delivery", "longest_outage", "cover")}
    return _framed(rows, titles | {"reserve": DELIVERY_FIELD["reserve"]}, language)


def concentration_frame(register: Register, language: Language) -> pd.DataFrame:
    """One row for each delivery that several activities lean on."""
    rows: list[dict[str, object]] = [
        {
            "delivery": one.delivery.facts.name,
            "relying": str(len(one.meetings)),
            "relying_names": language.listed([met.activity.facts.name for met in one.meetings]),
            "reserve": reserve_words(one.delivery, language),
        }
        for one in register.concentrations
    ]
    titles = {key: HEADING[key] for key in ("delivery", "relying", "relying_names")}
    return _framed(rows, titles | {"reserve": DELIVERY_FIELD["reserve"]}, language)


def contract_frame(register: Register, language: Language) -> pd.DataFrame:
    """One row for each contract with an end."""
    rows: list[dict[str, object]] = [
        {
            "delivery": one.delivery.facts.name,
            "contract_end": one.ends.isoformat(),
            "lead": lead_words(one.delivery, language),
            "decide_by": one.decide_by.isoformat(),
            "turn": turn_words(one, language),
        }
        for one in register.contract_ends
    ]
    titles = {
        "delivery": HEADING["delivery"],
        "contract_end": DELIVERY_FIELD["contract_end"],
        "lead": HEADING["lead"],
        "decide_by": HEADING["decide_by"],
        "turn": HEADING["turn"],
    }
    return _framed(rows, titles, language)


def activity_frame(register: Register, language: Language) -> pd.DataFrame:
    """One row for each activity that is not archived, with everything that is stated about it."""
    rows: list[dict[str, object]] = [
        {
            "name": one.facts.name,
            "why": one.facts.why,
            "function": one.facts.function,
            "volume": one.facts.volume,
            "situations": situation_words(one, language),
            "operation": operation_words(one, language),
            **{role: getattr(one.facts, role) for role in ROLES},
            "leans_on": language.listed([met.delivery.facts.name for met in register.meetings_of(one)]),
            "decided_on": one.facts.decided_on,
            "review_on": one.facts.review_on,
            "note": one.facts.note,
        }
        for one in register.active
    ]
    titles = {key: title for key, title in ACTIVITY_FIELD.items() if key != "archived"}
    return _framed(rows, titles | {"leans_on": HEADING["leans_on"]}, language)


def delivery_frame(register: Register, language: Language) -> pd.DataFrame:
    """One row for each delivery that is not archived, with everything that is stated about it."""
    rows: list[dict[str, object]] = [
        {
            "name": one.facts.name,
            "reliance": language.listed(
                [
                    f"{met.activity.facts.name} ({outage_words(met.outage, language)})"
                    for met in register.leaning_on(one)
                ]
            ),
            "reserve": reserve_words(one, language),
            "operation": operation_words(one, language),
            "contract_start": one.facts.contract_start,
            "contract_end": one.facts.contract_end,
            "lead_months": one.facts.lead_months,
            "decide_by": one.facts.decide_by,
            "next_decided": language.text(KNOWN[one.facts.next_decided]) if one.facts.next_decided else "",
            "note": one.facts.note,
        }
        for one in register.delivered
    ]
    titles = {key: title for key, title in DELIVERY_FIELD.items() if key != "archived"}
    return _framed(rows, titles | {"decide_by": HEADING["decide_by"]}, language)
