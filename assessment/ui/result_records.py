"""The way from the result to the printed records of its workshops."""

import streamlit as st

from assessment.domain.report import AssessmentReport
from assessment.services import workshops
from assessment.ui.page import LANGUAGE, Page


def workshop_records(here: Page, report: AssessmentReport) -> None:
    """A link for each workshop in which something was done, the latest first."""
    held = [one for one in workshops.of_assessment(here.engine, here.viewer, report.assessment.id) if one.begun_at]
    if not held:
        return
    with st.container(horizontal=True, key="noprint-records"):
        for workshop in held:
            day = here.language.date(workshop.begun_at or workshop.created_at, here.zone)
            address = f"/utskrift/{report.assessment.id}/protokoll?w={workshop.id}&{LANGUAGE}={here.language.code}"
            label = here.t("Record of the workshop {day}", day=day)
            st.link_button(label, address, icon=":material/print:")
