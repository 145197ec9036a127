"""A decision record as a Word document and on paper."""

import streamlit as st

from assessment.domain.activity import Activity
from assessment.domain.organisation import Organisation
from assessment.domain.way import DecisionRecord
from assessment.reporting.way_paper import way_paper
from assessment.services import ways
from assessment.ui.page import LANGUAGE, Page
from assessment.ui.take_along import DOCX


def way_files(here: Page, activity: Activity, record: DecisionRecord, organisation: Organisation) -> None:
    st.download_button(
        here.t("Decision record in Word"),
        data=lambda: _made(here, activity, record, organisation),
        file_name=here.t("decision-record") + f"-{record.version}.docx",
        mime=DOCX,
        icon=":material/description:",
        on_click="ignore",
        key="way-word",
    )
    address = f"/utskrift/vagval/{record.id}?{LANGUAGE}={here.language.code}"
    st.link_button(here.t("Print"), address, icon=":material/print:")


def _made(here: Page, activity: Activity, record: DecisionRecord, organisation: Organisation) -> bytes:
    from assessment.reporting.way_docx import way_docx  # noqa: PLC0415 - Word is seldom asked for

    paper = way_paper(organisation, activity, record, ways.guide(), here.language)
    return way_docx(paper, here.language, at=record.changed_at)
