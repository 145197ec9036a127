"""The documents on paper and in Excel."""

import streamlit as st

from assessment import __version__
from assessment.domain.document_overview import DocumentOverview
from assessment.domain.organisation import Organisation
from assessment.domain.report import AssessmentReport
from assessment.reporting.document_workbook import document_workbook, document_workbook_name
from assessment.services import documents
from assessment.ui.excel_download import XLSX
from assessment.ui.page import ASSESSMENT, LANGUAGE, Page


def document_files(
    here: Page, organisation: Organisation, overview: DocumentOverview, report: AssessmentReport | None
) -> None:
    with st.container(horizontal=True, width="content", key="noprint-document-files"):
        answers = f"&{ASSESSMENT}={report.assessment.id}" if report else ""
        address = f"/utskrift/styrdokument/{organisation.id}?{LANGUAGE}={here.language.code}{answers}"
        st.link_button(here.t("Print"), address, icon=":material/print:")
        st.download_button(
            here.t("Download Excel"),
            data=lambda: _made(here, organisation, report),
            file_name=document_workbook_name(organisation, overview, here.language),
            mime=XLSX,
            icon=":material/download:",
            on_click="ignore",
            key="documents-excel",
        )


def _made(here: Page, organisation: Organisation, report: AssessmentReport | None) -> bytes:
    """As the documents stand when the file is asked for."""
    checklist = report.checklist if report else None
    overview = documents.overview(here.engine, here.viewer, organisation.id, checklist)
    questions = overview.questions(report.results) if report else ()
    return document_workbook(organisation, overview, questions, here.language, version=__version__)
