"""The four steps at a glance, and the one thing to do next."""

import streamlit as st

from assessment.domain.report import AssessmentReport
from assessment.ui.page import Page


def start_summary(here: Page, report: AssessmentReport) -> None:
    st.write(report.assessment.name)
