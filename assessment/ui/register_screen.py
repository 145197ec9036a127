"""The screen Analysera: its finding, the parts to choose between, and the dialogues."""

from typing import Final

import streamlit as st

from assessment.domain.organisation import Organisation
from assessment.domain.register import Register
from assessment.reporting.marks.register_figures import register_figures
from assessment.reporting.register_findings import register_finding, register_lede
from assessment.services import step_evidence
from assessment.ui import navigation
from assessment.ui.entry_dialog import entry_dialog, open_new, saved_receipt
from assessment.ui.entry_names import ACTIVITY, DELIVERY
from assessment.ui.markup import html_text
from assessment.ui.organisation_choice import organisation_menu
from assessment.ui.page import Page
from assessment.ui.register_kinds import activity_kind, delivery_kind
from assessment.ui.register_lists import activity_list, archive_list, delivery_list
from assessment.ui.register_overview import register_overview
from assessment.ui.register_start import register_start
from assessment.ui.step_files import register_files
from assessment.ui.step_questions import step_questions, step_sources

STEP: Final = "analysera"
PART: Final = "vy"
OVERVIEW, ACTIVITIES, DELIVERIES, ARCHIVE = "oversikt", "verksamheter", "leveranser", "arkiv"


def register_screen(here: Page, organisation: Organisation, register: Register) -> None:
    organisation_menu(here, organisation, screen=navigation.ANALYSE)
    finding, lede = register_finding(register, here.language), register_lede(register, here.language)
    st.html(
        f'<div class="ru"><h1 class="ru-page">{html_text(finding)}</h1><p class="ru-lede">{html_text(lede)}</p></div>'
    )
    activities, deliveries = activity_kind(here, step_evidence.examples()), delivery_kind(here, register)
    if register.empty:
        register_start(here, organisation)
    else:
        if register.active:
            st.html(register_figures(register, here.language))
        chosen = _tools(here, register)
        saved_receipt(here)
        if chosen == OVERVIEW:
            register_overview(here, register)
        elif chosen == DELIVERIES:
            delivery_list(here, register)
        elif chosen == ARCHIVE:
            archive_list(here, register, activities, deliveries)
        else:
            activity_list(here, organisation, register)
    with st.container(gap="xsmall", key="noprint-below"):
        step_questions(here, STEP)
        step_sources(here, STEP)
    entry_dialog(here, activities, organisation.id)
    entry_dialog(here, deliveries, organisation.id)


def _tools(here: Page, register: Register) -> str:
    """The parts, and the buttons that hold for all of them."""
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="register-tools"
    ):
        chosen = _parts(here, register)
        with st.container(horizontal=True, width="content", vertical_alignment="center", key="noprint-register"):
            if here.viewer.may_steward:
                _add(here, chosen)
            register_files(here, register.organisation)
    return chosen


def _add(here: Page, chosen: str) -> None:
    if chosen == DELIVERIES:
        label = here.t("Add a delivery")
        st.button(label, key="do-add-delivery", type="primary", on_click=open_new, args=(DELIVERY,))
    elif chosen == ACTIVITIES:
        label = here.t("Add an activity")
        st.button(label, key="do-add-activity", type="primary", on_click=open_new, args=(ACTIVITY,))


def _parts(here: Page, register: Register) -> str:
    """The part that the address names; else the overview, once there is something to see in it."""
    names = {
        OVERVIEW: here.t("Overview"),
        ACTIVITIES: here.t("Activities {number}", number=len(register.active)),
        DELIVERIES: here.t("Deliveries {number}", number=len(register.delivered)),
    }
    if register.archived:
        names[ARCHIVE] = here.t("Archived {number}", number=len(register.archived))
    otherwise = OVERVIEW if register.meetings else ACTIVITIES
    asked = st.query_params.get(PART)
    shown = asked if asked in names else otherwise
    chosen = st.segmented_control(
        here.t("Show"),
        list(names),
        default=shown,
        format_func=lambda one: names[one],
        key=f"register-part:{here.language.code}:{shown}",
        label_visibility="collapsed",
        required=True,
    )
    if chosen and chosen != shown:
        st.query_params[PART] = chosen
        st.rerun()
    return shown
