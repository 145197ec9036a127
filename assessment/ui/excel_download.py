"""The workbook, made when it is asked for."""

import streamlit as st

from assessment import __version__
from assessment.domain.report import AssessmentReport
from assessment.reporting.workbook import assessment_workbook, workbook_name
from assessment.ui.page import Page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def excel_download(here: Page, report: AssessmentReport) -> None:
    st.download_button(
        here.t("Download Excel"),
        data=lambda: assessment_workbook(report, here.language, version=__version__),
        file_name=workbook_name(report, here.language),
        mime=XLSX,
        icon=":material/download:",
        on_click="ignore",
        key="excel",
    )
