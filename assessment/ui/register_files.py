"""The register as a workbook and on paper."""

import streamlit as st

from assessment import __version__
from assessment.domain.register import Register
from assessment.reporting.register_workbook import register_workbook, register_workbook_name
from assessment.services import registers
from assessment.ui.excel_download import XLSX
from assessment.ui.page import LANGUAGE, Page


def register_files(here: Page, register: Register) -> None:
    organisation_id = register.organisation.id
    address = f"/utskrift/verksamheter/{organisation_id}?{LANGUAGE}={here.language.code}"
    st.link_button(here.t("Print"), address, icon=":material/print:")
    st.download_button(
        here.t("Download Excel"),
        data=lambda: _made(here, organisation_id),
        file_name=register_workbook_name(register, here.language),
        mime=XLSX,
        icon=":material/download:",
        on_click="ignore",
        key="register-excel",
    )


def _made(here: Page, organisation_id: str) -> bytes:
    """As the register stands when the file is asked for."""
    register = registers.register(here.engine, here.viewer, organisation_id)
    return register_workbook(register, here.language, version=__version__)
