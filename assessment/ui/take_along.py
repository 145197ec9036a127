"""What one takes along from a screen: the workbook, the paper for the meeting, and pages for the printer."""

import streamlit as st

from assessment.domain.report import AssessmentReport
from assessment.reporting.decision_name import decision_name
from assessment.services import reports
from assessment.ui.excel_download import excel_download
from assessment.ui.page import LANGUAGE, Page

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def take_along(here: Page, report: AssessmentReport) -> None:
    """One button, behind which each way is named by what it gives."""
    address, spoken = f"/utskrift/{report.assessment.id}", f"?{LANGUAGE}={here.language.code}"
    with (
        st.popover(here.t("Take along"), icon=":material/download:", key="take-along"),
        st.container(gap="xsmall"),
    ):
        excel_download(here, report)
        _paper_download(here, report)
        st.link_button(
            here.t("Print the basis for decision"),
            f"{address}/beslutsunderlag{spoken}",
            icon=":material/print:",
            width="stretch",
        )
        st.link_button(here.t("Print the result"), f"{address}{spoken}", icon=":material/print:", width="stretch")


def _paper_download(here: Page, report: AssessmentReport) -> None:
    st.download_button(
        here.t("Basis for decision in Word"),
        data=lambda: _made(here, report.assessment.id),
        file_name=decision_name(report, here.language),
        mime=DOCX,
        icon=":material/description:",
        on_click="ignore",
        width="stretch",
        key="word",
    )


def _made(here: Page, assessment_id: str) -> bytes:
    """As the assessment stands when the file is asked for."""
    from assessment.reporting.decision_docx import decision_docx  # noqa: PLC0415 - Word is seldom asked for

    return decision_docx(reports.report(here.engine, here.viewer, assessment_id), here.language)
