"""Svar som avgör: single answers that change the lowest level of a dimension."""

import streamlit as st

from assessment.domain.report import AssessmentReport
from assessment.reporting.findings import capital, is_too_little
from assessment.reporting.marks.tipping import tipping_list
from assessment.reporting.tipping_words import tipping, tipping_finding, tipping_frame, tipping_reading
from assessment.ui.figure import figure_head
from assessment.ui.number_table import as_table
from assessment.ui.page import Page


def tipping_section(here: Page, report: AssessmentReport) -> None:
    """Only when enough is answered for a lowest level to mean something."""
    if is_too_little(report):
        return
    found = tipping(report)
    figure_head(capital(tipping_finding(found, here.language)), tipping_reading(here.language))
    if not found:
        return
    with st.container(key="sheet-tipping"):
        st.html(tipping_list(found, report, here.language))
    as_table(here, tipping_frame(report, here.language), key="tipping")
