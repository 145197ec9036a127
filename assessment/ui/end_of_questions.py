"""After the last question: on to the results, for those who may see them."""

import streamlit as st

from assessment.ui import navigation
from assessment.ui.figure import soft_line
from assessment.ui.page import Page


def end_of_questions(here: Page) -> None:
    if not here.viewer.may_read:
        soft_line(here.t("That was the last question. What is marked as saved is kept, and you may close the page."))
    elif st.button(here.t("See the results"), key="do-results", type="primary"):
        st.switch_page(navigation.RESULTS, query_params=here.link())
