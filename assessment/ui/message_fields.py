"""The fields of a message."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from assessment.domain.message import MESSAGE_FIELD, Landed, MessageFacts
from assessment.domain.message_overview import Basis
from assessment.reporting.findings import capital
from assessment.reporting.message_words import basis_words
from assessment.texts import message_labels
from assessment.ui.activity_fields import LOW, day_field
from assessment.ui.figure import soft_line
from assessment.ui.page import Page


def message_fields(here: Page, bases: Mapping[str, Basis], start: MessageFacts, *, key: str) -> MessageFacts:
    """Draw them, and return the facts that they hold now. `bases`: what it can build on, by id."""
    group = _line(here, start, "group", key)
    change = _area(here, start, "change", key, hint=here.t("What the group does on an ordinary Monday."))
    text = _area(here, start, "text", key, hint=here.t("Only what is open to everybody."))
    told = _telling(here, bases, replace(start, group=group, change=change, text=text), key=key)
    return _landing(here, told, key=key)


def _telling(here: Page, bases: Mapping[str, Basis], start: MessageFacts, *, key: str) -> MessageFacts:
    """Who says it, how and when, and what it builds on."""
    soft_line(here.t("Name functions rather than persons: then the list holds when somebody leaves."))
    left, right = st.columns(2)
    with left:
        sender = _line(here, start, "sender", key)
        contact = _line(here, start, "contact", key)
        applies_on = day_field(here, MESSAGE_FIELD["applies_on"], start.applies_on, key=f"applies:{key}")
    with right:
        channel = _line(here, start, "channel", key)
        basis = _basis(here, bases, start, key=key)
        planned_on = day_field(here, MESSAGE_FIELD["planned_on"], start.planned_on, key=f"planned:{key}")
    return replace(
        start,
        sender=sender,
        contact=contact,
        applies_on=applies_on,
        channel=channel,
        basis=basis,
        planned_on=planned_on,
    )


def _landing(here: Page, start: MessageFacts, *, key: str) -> MessageFacts:
    """What is kept apart, when it was sent, and whether it was seen to land."""
    soft_line(here.t("Is part of it restricted? Write where it is kept and who may see it, never what it says."))
    left, right = st.columns(2)
    with left:
        restricted_where = _line(here, start, "restricted_where", key)
        sent_on = day_field(here, MESSAGE_FIELD["sent_on"], start.sent_on, key=f"sent:{key}")
    with right:
        restricted_who = _line(here, start, "restricted_who", key)
        seen_on = day_field(here, MESSAGE_FIELD["seen_on"], start.seen_on, key=f"seen:{key}")
    landed = _landed(here, start, key=key)
    return replace(
        start,
        restricted_where=restricted_where,
        restricted_who=restricted_who,
        sent_on=sent_on,
        seen_on=seen_on,
        landed=landed,
        seen_how=_area(here, start, "seen_how", key, hint=here.t("For example a short survey or spot checks.")),
    )


def _line(here: Page, start: MessageFacts, name: str, key: str) -> str:
    before: str = getattr(start, name)
    return st.text_input(here.t(MESSAGE_FIELD[name]), before, key=f"entry-{name}:{key}")


def _area(here: Page, start: MessageFacts, name: str, key: str, *, hint: str) -> str:
    before: str = getattr(start, name)
    return st.text_area(here.t(MESSAGE_FIELD[name]), before, key=f"entry-{name}:{key}", height=LOW, placeholder=hint)


def _landed(here: Page, start: MessageFacts, *, key: str) -> Landed | None:
    """None of them for as long as nobody has answered."""
    return st.segmented_control(
        here.t(MESSAGE_FIELD["landed"]),
        list(Landed),
        default=start.landed,
        format_func=lambda one: here.t(message_labels.LANDED[one]),
        key=f"entry-landed:{key}:{here.language.code}",
    )


def _basis(here: Page, bases: Mapping[str, Basis], start: MessageFacts, *, key: str) -> frozenset[str]:
    """Archived and superseded ones that were chosen before are kept."""
    chosen = st.multiselect(
        here.t(MESSAGE_FIELD["basis"]),
        list(bases),
        [one for one in bases if one in start.basis],
        format_func=lambda one: capital(basis_words(bases[one], here.language)),
        placeholder=here.t("Activities, decisions, documents and actions"),
        key=f"entry-basis:{key}:{here.language.code}",
    )
    return frozenset(chosen) | (start.basis - set(bases))
