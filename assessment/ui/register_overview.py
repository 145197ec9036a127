"""The register seen as a whole: where the gaps are, what many lean on, and which decisions the contracts wait for."""

import streamlit as st

from assessment.domain.register import Register
from assessment.reporting import register_findings as findings
from assessment.reporting import register_frames as frames
from assessment.reporting.marks.register import (
    concentration_rows,
    cover_legend,
    matrix,
    timeline,
    timeline_legend,
)
from assessment.ui.figure import as_table, figure_head, soft_line
from assessment.ui.page import Page

MOST_SHARED = 8


def register_overview(here: Page, register: Register) -> None:
    if not register.meetings:
        soft_line(here.t("The picture appears here once an activity leans on a delivery."))
        return
    _matrix(here, register)
    _concentration(here, register)
    _timeline(here, register)


def _matrix(here: Page, register: Register) -> None:
    reading = here.t(
        "The time is how long the activity copes without the delivery. A gap: the contract has ended, or there is no "
        "reserve plan and the activity copes three days at the most. That limit is Rustad's own."
    )
    figure_head(findings.matrix_finding(register, here.language), reading)
    with st.container(key="sheet-leans"):
        st.html(matrix(register, here.language))
        st.html(cover_legend([one.cover for one in register.meetings], here.language))
    as_table(here, frames.meeting_frame(register, here.language), key="leans")


def _concentration(here: Page, register: Register) -> None:
    reading = here.t("A bar is an activity that leans on the delivery. If it stops, they all feel it.")
    figure_head(findings.concentration_finding(register, here.language), reading)
    if register.concentrations:
        with st.container(key="sheet-shared"):
            st.html(concentration_rows(register, here.language, most=MOST_SHARED))
        as_table(here, frames.concentration_frame(register, here.language), key="shared")


def _timeline(here: Page, register: Register) -> None:
    if not register.contract_ends:
        figure_head(
            here.t("No contract has an end date yet"),
            here.t("Fill in when contracts end: then you see here when to decide."),
        )
        return
    reading = here.t(
        "The band is the time you need before the contract ends. Where you have not said how long, Rustad counts "
        "twelve months."
    )
    figure_head(findings.timeline_finding(register, here.language), reading)
    with st.container(key="sheet-contracts"):
        st.html(timeline(register, here.language))
        st.html(timeline_legend(register, here.language))
    as_table(here, frames.contract_frame(register, here.language), key="contracts")
