"""When there is nothing to compare yet, and what to do about it."""

import streamlit as st

from assessment.domain.subject import History
from assessment.ui import navigation
from assessment.ui.markup import html_text
from assessment.ui.new_assessment import follow_up
from assessment.ui.page import Page


def nothing_at_all(here: Page) -> None:
    empty_head(here.t("Nothing to compare yet"), here.t("Start an assessment, or open the example, on the start page."))
    st.page_link(navigation.START, label=here.t("To the start page"), query_params=here.link(p=None))


def one_moment(here: Page, history: History) -> None:
    """The subject has been assessed once."""
    lede = here.t(
        "Assess it again in half a year or a year, and you see here what has changed and what came of the plan."
    )
    empty_head(here.t("{subject} has been assessed once", subject=history.subject), lede)
    if here.viewer.may_steward and st.button(here.t("Assess again"), key="do-again", type="primary"):
        follow_up(here, history.latest)


def one_unit(here: Page) -> None:
    """There is only one subject."""
    lede = here.t(
        "Assess another unit or activity on the start page, and you see here where they differ "
        "and who can learn from whom."
    )
    empty_head(here.t("There is only one unit to show"), lede)
    st.page_link(navigation.START, label=here.t("To the start page"), query_params=here.link(p=None))


def empty_head(title: str, lede: str) -> None:
    st.html(
        f'<div class="ru"><h1 class="ru-page">{html_text(title)}</h1><p class="ru-lede">{html_text(lede)}</p></div>'
    )
