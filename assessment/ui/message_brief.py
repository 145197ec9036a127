"""The brief of a target group: to print, and as a Word document."""

from urllib.parse import urlencode

import streamlit as st

from assessment.domain.message_overview import MessageOverview, group_key
from assessment.domain.organisation import Organisation
from assessment.reporting.brief import brief, brief_name, has_brief
from assessment.services import messages
from assessment.services.clock import now
from assessment.ui.page import LANGUAGE, Page
from assessment.ui.take_along import DOCX


def message_brief(here: Page, organisation: Organisation, overview: MessageOverview, group: str) -> None:
    """Two ways to take it along; nothing while nothing is written to the group."""
    if not has_brief(overview.by_group[group]):
        return
    asked = urlencode({"grupp": group, LANGUAGE: here.language.code})
    with st.container(horizontal=True, gap="small", key=f"noprint-brief-{group_key(group)}"):
        label = here.t("On one page")
        st.link_button(label, f"/utskrift/malgrupp/{organisation.id}?{asked}", type="tertiary")
        st.download_button(
            "Word",
            data=lambda: _made(here, organisation, group),
            file_name=brief_name(brief(organisation, overview, group, here.language), here.language),
            mime=DOCX,
            type="tertiary",
            on_click="ignore",
            key=f"brief-word-{group_key(group)}",
        )


def _made(here: Page, organisation: Organisation, group: str) -> bytes:
    """As the messages stand when the file is asked for."""
    from assessment.reporting.brief_docx import brief_docx  # noqa: PLC0415 - Word is seldom asked for

    overview = messages.overview(here.engine, here.viewer, organisation.id)
    return brief_docx(brief(organisation, overview, group, here.language), here.language, at=now())
