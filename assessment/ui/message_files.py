"""The messages in Excel."""

import streamlit as st

from assessment import __version__
from assessment.domain.message_overview import MessageOverview
from assessment.domain.organisation import Organisation
from assessment.reporting.message_workbook import message_workbook, message_workbook_name
from assessment.services import messages
from assessment.ui.excel_download import XLSX
from assessment.ui.page import Page


def message_files(here: Page, organisation: Organisation, overview: MessageOverview) -> None:
    with st.container(horizontal=True, width="content", key="noprint-message-files"):
        st.download_button(
            here.t("Download Excel"),
            data=lambda: _made(here, organisation),
            file_name=message_workbook_name(organisation, overview, here.language),
            mime=XLSX,
            icon=":material/download:",
            on_click="ignore",
            key="messages-excel",
        )


def _made(here: Page, organisation: Organisation) -> bytes:
    """As the messages stand when the file is asked for."""
    overview = messages.overview(here.engine, here.viewer, organisation.id)
    return message_workbook(organisation, overview, here.language, version=__version__)
