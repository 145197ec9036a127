"""A version as the file that the command line writes, byte for byte."""

from typing import Literal

import streamlit as st

from assessment.domain.checklist_version import ChecklistVersion
from assessment.services import checklist_files
from assessment.ui.page import Page


def checklist_export(here: Page, version: ChecklistVersion, *, kind: Literal["secondary", "tertiary"]) -> None:
    """The file is made when it is asked for."""
    key, named = version.checklist.key, version.checklist.version
    st.download_button(
        here.t("Download as a file"),
        data=lambda: checklist_files.exported(here.engine, here.viewer, key=key, version=named).encode(),
        file_name=f"{key}-{named}.yaml",
        mime="application/yaml",
        icon=":material/download:",
        on_click="ignore",
        type=kind,
        key=f"export-{version.id}",
    )
