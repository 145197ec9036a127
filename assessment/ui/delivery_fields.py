"""The fields of a critical delivery."""

from collections.abc import Sequence

import streamlit as st

from assessment.domain.delivery import DELIVERY_FIELD, LONGEST_LEAD, USUAL_LEAD, DeliveryFacts, Known, Outage
from assessment.domain.register import Register
from assessment.texts.register_labels import KNOWN, OUTAGE
from assessment.ui.activity_fields import LOW, day_field, operation_field
from assessment.ui.figure import soft_line
from assessment.ui.page import Page


def delivery_fields(here: Page, register: Register, start: DeliveryFacts, *, key: str) -> DeliveryFacts:
    """Draw them, and return the facts that they hold now."""
    name = st.text_input(
        here.t(DELIVERY_FIELD["name"]),
        start.name,
        key=f"entry-name:{key}",
        placeholder=here.t("For example: Diesel for the reserve power"),
    )
    soft_line(here.t("Write what is delivered, not who delivers it. The supplier's name is not needed here."))
    reliance = _reliance(here, register, start, key=key)
    reserve = _known(here, "reserve", start.reserve, key=key)
    operation = operation_field(here, DELIVERY_FIELD["operation"], start.operation, key=key)
    left, right = st.columns(2)
    with left:
        contract_start = day_field(here, DELIVERY_FIELD["contract_start"], start.contract_start, key=f"start:{key}")
        lead_months = st.number_input(
            here.t(DELIVERY_FIELD["lead_months"]),
            min_value=0,
            max_value=LONGEST_LEAD,
            value=start.lead_months,
            placeholder=here.t("{months} unless you say otherwise", months=USUAL_LEAD),
            key=f"entry-lead:{key}",
        )
    with right:
        contract_end = day_field(here, DELIVERY_FIELD["contract_end"], start.contract_end, key=f"end:{key}")
        next_decided = _known(here, "next_decided", start.next_decided, key=key)
    note = st.text_area(here.t(DELIVERY_FIELD["note"]), start.note, key=f"entry-note:{key}", height=LOW)
    return DeliveryFacts(
        name=name,
        reliance=reliance,
        reserve=reserve,
        operation=operation,
        contract_start=contract_start,
        contract_end=contract_end,
        lead_months=lead_months,
        next_decided=next_decided,
        note=note,
    )


def _known(here: Page, name: str, start: Known | None, *, key: str) -> Known | None:
    """Yes, no, don't know; none of them for as long as nobody has answered."""
    return st.segmented_control(
        here.t(DELIVERY_FIELD[name]),
        list(Known),
        default=start,
        format_func=lambda one: here.t(KNOWN[one]),
        key=f"entry-{name}:{key}:{here.language.code}",
    )


def _reliance(here: Page, register: Register, start: DeliveryFacts, *, key: str) -> dict[str, Outage | None]:
    """The activities, and how long each copes without the delivery. Archived ones keep what they had."""
    names = {one.id: one.facts.name for one in register.active}
    chosen = st.multiselect(
        here.t(DELIVERY_FIELD["reliance"]),
        list(names),
        [one for one in names if one in start.reliance],
        format_func=lambda one: names[one],
        placeholder=here.t("Choose activities"),
        key=f"entry-reliance:{key}:{here.language.code}",
    )
    kept = {one: outage for one, outage in start.reliance.items() if one not in names}
    if chosen:
        soft_line(here.t("How long does each of them cope without it?"))
    for place in range(0, len(chosen), 2):
        for one, column in zip(chosen[place : place + 2], st.columns(2), strict=False):
            with column:
                kept[one] = _outage(here, names[one], start.reliance.get(one), key=f"{key}:{one}:{here.language.code}")
    return kept


def _outage(here: Page, name: str, before: Outage | None, *, key: str) -> Outage | None:
    options: Sequence[Outage] = list(Outage)
    return st.selectbox(
        name,
        options,
        index=options.index(before) if before else None,
        format_func=lambda outage: here.t(OUTAGE[outage]),
        placeholder=here.t("Not answered"),
        key=f"entry-outage:{key}",
    )
