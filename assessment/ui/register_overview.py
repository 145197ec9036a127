"""The register seen as a whole: where the gaps are, what many lean on, and which decisions the contracts wait for."""

import streamlit as st

from assessment.domain.register import Register
from assessment.reporting import register_findings as findings
from assessment.reporting import register_frames as frames
from assessment.reporting.marks.exposure import exposure_rows
from assessment.reporting.marks.register import (
    concentration_rows,
    cover_legend,
    matrix,
    timeline,
    timeline_legend,
)
from assessment.ui.figure import figure_head, soft_line
from assessment.ui.number_table import table_when_open
from assessment.ui.page import Page

MOST_SHARED = 8
MOST_ROWS = 12
MOST_COLUMNS = 12


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
        if len(register.exposures) > MOST_COLUMNS:
            st.html(exposure_rows(register, here.language, most=MOST_ROWS))
            _left(here, len(register.exposures) - MOST_ROWS)
        else:
            st.html(matrix(register, here.language, most=MOST_ROWS))
            _left(here, len({one.delivery.id for one in register.meetings}) - MOST_ROWS)
        st.html(cover_legend([one.cover for one in register.meetings], here.language))
    table_when_open(here, lambda: (frames.meeting_frame(register, here.language),), key="leans")


def _left(here: Page, number: int) -> None:
    """How many more there are, which the table shows."""
    if number > 0:
        soft_line(here.t("… and {number} more", number=here.language.number(number)))


def _concentration(here: Page, register: Register) -> None:
    reading = here.t("A bar is an activity that leans on the delivery. If it stops, they all feel it.")
    figure_head(findings.concentration_finding(register, here.language), reading)
    if register.concentrations:
        with st.container(key="sheet-shared"):
            st.html(concentration_rows(register, here.language, most=MOST_SHARED))
            _left(here, len(register.concentrations) - MOST_SHARED)
        table_when_open(here, lambda: (frames.concentration_frame(register, here.language),), key="shared")


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
        st.html(timeline(register, here.language, most=MOST_ROWS))
        _left(here, len(register.contract_ends) - MOST_ROWS)
        st.html(timeline_legend(register, here.language))
    table_when_open(here, lambda: (frames.contract_frame(register, here.language),), key="contracts")
