"""The register's lists: activities, deliveries, and what has been archived."""

from typing import Any

import streamlit as st

from assessment.domain.activity import Activity, ActivityFacts
from assessment.domain.delivery import Delivery
from assessment.domain.entry import Entry
from assessment.domain.organisation import Organisation
from assessment.domain.register import ContractEnd, Meeting, Register, Turn
from assessment.reporting.marks.register import bar, cover_legend
from assessment.reporting.register_words import (
    cover_words,
    missing_words,
    operation_words,
    outage_words,
    reserve_line,
    turn_words,
)
from assessment.reporting.search_texts import activity_texts, delivery_texts
from assessment.ui.entry_dialog import EntryKind, open_entry, open_new, restore
from assessment.ui.entry_names import ACTIVITY, DELIVERY
from assessment.ui.figure import soft_line
from assessment.ui.long_list import first_found, searched
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.register_start import examples

WIDTHS = (5.4, 2.8, 1.5)


def activity_list(here: Page, organisation: Organisation, register: Register) -> None:
    if not register.active:
        soft_line(here.t("No activity is registered. Add one, or restore one from the archive."))
    found = searched(
        here,
        register.active,
        lambda one: activity_texts(one, register, here.language),
        name="verksamheter",
        label=here.t("Search among the activities"),
    )
    with st.container(gap=None, key="activities"):
        for one in first_found(here, found):
            with st.container(key=f"row-activity-{one.id}"):
                what, who, change = st.columns(WIDTHS, gap="medium")
                what.html(_activity(here, register, one))
                who.html(_roles(here, one))
                if here.viewer.may_steward:
                    with change, st.container(gap="xsmall"):
                        _activity_buttons(here, one.id)
    if register.meetings:
        st.html(cover_legend([one.cover for one in register.meetings], here.language))
    examples(here, organisation, register)


def _activity_buttons(here: Page, id_: str) -> None:
    st.button(here.t("Edit"), key=f"edit-{id_}", width="stretch", on_click=open_entry, args=(ACTIVITY, id_))
    label = here.t("Add a delivery")
    st.button(label, key=f"lean-{id_}", type="tertiary", on_click=open_new, args=(DELIVERY, id_))


def _activity(here: Page, register: Register, activity: Activity) -> str:
    facts = activity.facts
    why = f'<p class="soft">{html_text(facts.why)}</p>' if facts.why else ""
    need = " · ".join(text for text in (facts.function, facts.volume) if text)
    told = f"<p>{html_text(need)}</p>" if need else ""
    missing = missing_words(activity, here.language, among=("procurement", "preparedness"))
    lacking = f"<p>{html_text(missing)}</p>" if missing else ""
    leans = "".join(_lean(here, register, one) for one in register.meetings_of(activity))
    listed = (
        f"<ul>{leans}</ul>" if leans else f'<p class="soft">{html_text(here.t("No critical delivery is listed."))}</p>'
    )
    return (
        f'<div class="ru ru-entry"><h2 class="ru-title">{html_text(facts.name)}</h2>{why}{told}{lacking}{listed}</div>'
    )


def _lean(here: Page, register: Register, one: Meeting) -> str:
    """A delivery that the activity leans on: its bar, its name, and how long the activity copes without."""
    told = cover_words(one, one.delivery.facts.ended(register.today), here.language)
    time = outage_words(one.outage, here.language)
    return (
        f"<li>{bar(one.cover)}<span>{html_text(one.delivery.facts.name)}, {html_text(time)}"
        f'<span class="ru-hidden">. {html_text(told)}.</span></span></li>'
    )


def _roles(here: Page, activity: Activity) -> str:
    facts = activity.facts
    rows = (
        (here.t("Owns the need"), facts.need_owner or here.t("Nobody named")),
        (here.t("May accept remaining risk"), facts.risk_owner or here.t("Nobody named")),
        (here.t("Decided as vital"), _decided(here, facts)),
    )
    listed = "".join(f"<dt>{html_text(name)}</dt><dd>{html_text(value)}</dd>" for name, value in rows)
    return f'<dl class="ru ru-who">{listed}</dl>'


def _decided(here: Page, facts: ActivityFacts) -> str:
    return here.language.date(facts.decided_on) if facts.decided_on else here.t("No date given")


def delivery_list(here: Page, register: Register) -> None:
    if not register.delivered:
        soft_line(here.t("No delivery is listed yet. Think of what would stop the work if it did not come."))
    ends = {one.delivery.id: one for one in register.contract_ends}
    found = searched(
        here,
        register.delivered,
        lambda one: delivery_texts(one, ends.get(one.id), register, here.language),
        name="leveranser",
        label=here.t("Search among the deliveries"),
    )
    with st.container(gap=None, key="deliveries"):
        for one in first_found(here, found):
            with st.container(key=f"row-delivery-{one.id}"):
                what, state, change = st.columns(WIDTHS, gap="medium")
                what.html(_delivery(here, register, one))
                state.html(_state(here, one, ends.get(one.id)))
                if here.viewer.may_steward:
                    asked = (DELIVERY, one.id)
                    change.button(
                        here.t("Edit"), key=f"edit-{one.id}", width="stretch", on_click=open_entry, args=asked
                    )
    if register.meetings:
        st.html(cover_legend([one.cover for one in register.meetings], here.language))


def _delivery(here: Page, register: Register, delivery: Delivery) -> str:
    facts, met = delivery.facts, register.leaning_on(delivery)
    leans = "".join(
        f"<li>{bar(one.cover)}<span>{html_text(one.activity.facts.name)}, "
        f"{html_text(outage_words(one.outage, here.language))}"
        f'<span class="ru-hidden">. {html_text(cover_words(one, facts.ended(register.today), here.language))}.</span>'
        "</span></li>"
        for one in met
    )
    listed = f"<ul>{leans}</ul>" if leans else f"<p>{html_text(here.t('No activity leans on it.'))}</p>"
    note = f"<p>{html_text(facts.note)}</p>" if facts.note else ""
    title = f'<h2 class="ru-title">{html_text(facts.name)}</h2>'
    return f'<div class="ru ru-entry">{title}{listed}{note}</div>'


def _state(here: Page, delivery: Delivery, end: ContractEnd | None) -> str:
    """The reserve plan, who delivers, the contract's end and the decision that it waits for."""
    facts = delivery.facts
    by = operation_words(delivery, here.language) if facts.operation else ""
    ends = (
        ""
        if end is None or end.turn is Turn.ENDED
        else here.t("The contract ends on {day}", day=here.language.date(end.ends))
    )
    rows = (f"<b>{html_text(reserve_line(delivery, here.language))}</b>", html_text(by), html_text(ends))
    told = "".join(f"<p>{row}</p>" for row in rows if row)
    waits = turn_words(end, here.language) if end else here.t("No end date given")
    return f'<div class="ru ru-state">{told}<p class="soft">{html_text(waits)}</p></div>'


def archive_list(here: Page, register: Register, activities: EntryKind[Any], deliveries: EntryKind[Any]) -> None:
    """What has been laid aside: nothing that points to it is broken, and it can be taken back."""
    soft_line(here.t("What is archived is left out of every figure. Nothing in it is lost."))
    found = searched(
        here, register.archived, lambda one: (one.facts.name,), name="arkiv", label=here.t("Search in what is archived")
    )
    with st.container(gap=None, key="archive"):
        for one in first_found(here, found):
            activity = isinstance(one.facts, ActivityFacts)
            with st.container(key=f"row-archived-{one.id}"):
                what, back = st.columns((6, 1.5), gap="medium", vertical_alignment="center")
                what.html(_archived(here, one, here.t("Activity") if activity else here.t("Delivery")))
                if here.viewer.may_steward and back.button(here.t("Restore"), key=f"restore-{one.id}"):
                    restore(here, activities if activity else deliveries, one)


def _archived(here: Page, one: Entry[Any], kind: str) -> str:
    when = here.t("Archived {day}", day=here.when(one.changed_at)) + (f" · {one.changed_by}" if one.changed_by else "")
    return (
        f'<div class="ru ru-entry"><h2 class="ru-title">{html_text(one.facts.name)}</h2>'
        f'<p class="soft">{html_text(kind)} · {html_text(when)}</p></div>'
    )
