"""The workbook, made when it is asked for."""

import streamlit as st

from assessment import __version__
from assessment.domain.report import AssessmentReport
from assessment.reporting.workbook import assessment_workbook, workbook_name
from assessment.services.four_steps import whole
from assessment.ui.page import Page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def excel_download(here: Page, report: AssessmentReport) -> None:
    st.download_button(
        here.t("Download Excel"),
        data=lambda: _made(here, report.assessment.id),
        file_name=workbook_name(report, here.language),
        mime=XLSX,
        icon=":material/download:",
        on_click="ignore",
        width="stretch",
        key="excel",
    )


def _made(here: Page, assessment_id: str) -> bytes:
    """As everything stands when the file is asked for, what the organisation has registered in the four steps too."""
    found = whole(here.engine, here.viewer, assessment_id)
    return assessment_workbook(
        found.report, here.language, version=__version__, records=found.records, steps=found.steps
    )
