"""The fields of an activity."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from assessment.domain.activity import ACTIVITY_FIELD, ActivityFacts, Operation, Situation
from assessment.texts.register_labels import OPERATION, SITUATION
from assessment.ui.day_input import day_input
from assessment.ui.figure import soft_line
from assessment.ui.page import Page

LOW = 70  # pixels


def activity_fields(here: Page, start: ActivityFacts, *, key: str) -> ActivityFacts:
    """Draw them, and return the facts that they hold now."""
    name = _line(here, start, "name", key)
    why = _area(here, start, "why", key)
    function = _area(here, start, "function", key)
    volume = _line(here, start, "volume", key)
    chosen = st.pills(
        here.t(ACTIVITY_FIELD["situations"]),
        list(Situation),
        selection_mode="multi",
        default=[one for one in Situation if one in start.situations],
        format_func=lambda one: here.t(SITUATION[one]),
        key=f"entry-situations:{key}:{here.language.code}",
    )
    operation = operation_field(here, ACTIVITY_FIELD["operation"], start.operation, key=key)
    soft_line(here.t("Name functions rather than persons: then the list holds when somebody leaves."))
    left, right = st.columns(2)
    with left:
        need_owner = _line(here, start, "need_owner", key)
        procurement = _line(here, start, "procurement", key)
        decided_on = day_field(here, ACTIVITY_FIELD["decided_on"], start.decided_on, key=f"decided:{key}")
    with right:
        risk_owner = _line(here, start, "risk_owner", key)
        preparedness = _line(here, start, "preparedness", key)
        review_on = day_field(here, ACTIVITY_FIELD["review_on"], start.review_on, key=f"review:{key}")
    return ActivityFacts(
        name=name,
        why=why,
        function=function,
        volume=volume,
        situations=frozenset(chosen),
        operation=operation,
        need_owner=need_owner,
        risk_owner=risk_owner,
        procurement=procurement,
        preparedness=preparedness,
        decided_on=decided_on,
        review_on=review_on,
        note=_area(here, start, "note", key),
    )


def _line(here: Page, start: ActivityFacts, name: str, key: str) -> str:
    before: str = getattr(start, name)
    return st.text_input(here.t(ACTIVITY_FIELD[name]), before, key=f"entry-{name}:{key}")


def _area(here: Page, start: ActivityFacts, name: str, key: str) -> str:
    before: str = getattr(start, name)
    return st.text_area(here.t(ACTIVITY_FIELD[name]), before, key=f"entry-{name}:{key}", height=LOW)


def operation_field(here: Page, label: str, start: Operation | None, *, key: str) -> Operation | None:
    """Who carries it out today; empty for as long as nobody has said."""
    options: Sequence[Operation] = list(Operation)
    return st.selectbox(
        here.t(label),
        options,
        index=options.index(start) if start else None,
        format_func=lambda one: here.t(OPERATION[one]),
        placeholder=here.t("Not answered"),
        key=f"entry-operation:{key}:{here.language.code}",
    )


def day_field(here: Page, label: str, start: date | None, *, key: str) -> date | None:
    return day_input(here.t(label), start, key=f"entry-{key}")
