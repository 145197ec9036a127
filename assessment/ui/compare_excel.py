"""The comparison as a workbook, made when it is asked for."""

from collections.abc import Callable

import streamlit as st

from assessment.reporting.workbook_compare import comparison_name
from assessment.services.clock import now
from assessment.ui.excel_download import XLSX
from assessment.ui.page import Page


def comparison_download(here: Page, title: str, made: Callable[[], bytes]) -> None:
    """`title` is said in the file's name."""
    with st.container(key="noprint-compare-excel", width="content"):
        st.download_button(
            here.t("Download Excel"),
            data=made,
            file_name=comparison_name(title, here.language, at=now()),
            mime=XLSX,
            icon=":material/download:",
            on_click="ignore",
            key="compare-excel",
        )
