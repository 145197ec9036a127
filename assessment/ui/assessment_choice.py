"""Which assessment is open: the one in the address, the only one there is, or the one that is chosen here."""

from pathlib import Path

import streamlit as st

from assessment.services import assessments
from assessment.ui import navigation
from assessment.ui.markup import html_text, markdown_text
from assessment.ui.page import ASSESSMENT, Page


def chosen_assessment(here: Page, *, screen: Path) -> str | None:
    """The id of the open assessment. None when there is nothing to open yet, and then the screen says so."""
    if here.assessment_id:
        return here.assessment_id
    summaries = assessments.summaries(here.engine, here.viewer)
    if len(summaries) == 1:
        st.query_params[ASSESSMENT] = summaries[0].assessment.id
        st.rerun()
    if not summaries:
        _head(here.t("Nothing to open yet"), here.t("Start an assessment, or open the example, on the start page."))
        st.page_link(navigation.START, label=here.t("To the start page"), query_params=here.link(p=None))
        return None
    _head(here.t("Which assessment?"))
    with st.container(key="choose-assessment", gap="xsmall"):
        for summary in summaries:
            found = summary.assessment
            st.page_link(screen, label=markdown_text(found.name), query_params=here.link(a=found.id, p=None))
    return None


def _head(title: str, lede: str = "") -> None:
    below = f'<p class="ru-lede">{html_text(lede)}</p>' if lede else ""
    st.html(f'<div class="ru"><h1 class="ru-page">{html_text(title)}</h1>{below}</div>')
