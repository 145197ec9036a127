"""What a screen of the four steps gives to take along: print, and the organisation's one workbook."""

import streamlit as st

from assessment import __version__
from assessment.domain.organisation import Organisation
from assessment.domain.report import AssessmentReport
from assessment.reporting.organisation_workbook import organisation_workbook, organisation_workbook_name
from assessment.services import four_steps
from assessment.services.clock import now
from assessment.texts.language import STOCKHOLM
from assessment.ui.excel_download import XLSX
from assessment.ui.page import ASSESSMENT, LANGUAGE, Page


def register_files(here: Page, organisation: Organisation) -> None:
    st.link_button(here.t("Print"), _address(here, "verksamheter", organisation), icon=":material/print:")
    steps_download(here, organisation)


def document_files(here: Page, organisation: Organisation, report: AssessmentReport | None) -> None:
    with st.container(horizontal=True, width="content", key="noprint-document-files"):
        answers = f"&{ASSESSMENT}={report.assessment.id}" if report else ""
        address = _address(here, "styrdokument", organisation) + answers
        st.link_button(here.t("Print"), address, icon=":material/print:")
        steps_download(here, organisation)


def steps_download(here: Page, organisation: Organisation) -> None:
    """The same file on every screen of the four steps."""
    day = now().astimezone(STOCKHOLM).date().isoformat()
    st.download_button(
        here.t("Download Excel"),
        data=lambda: _made(here, organisation),
        file_name=organisation_workbook_name(organisation, day, here.language),
        mime=XLSX,
        icon=":material/download:",
        on_click="ignore",
        key="steps-excel",
    )


def _address(here: Page, paper: str, organisation: Organisation) -> str:
    return f"/utskrift/{paper}/{organisation.id}?{LANGUAGE}={here.language.code}"


def _made(here: Page, organisation: Organisation) -> bytes:
    """As the four steps stand when the file is asked for."""
    steps = four_steps.four_steps(here.engine, here.viewer, organisation.id, here.assessment_id)
    return organisation_workbook(steps, here.language, version=__version__)
