"""The first visit: what this is, three fields, and the way to the example."""

import streamlit as st

from assessment.ui.markup import html_text
from assessment.ui.new_assessment import new_assessment_form, open_example
from assessment.ui.page import Page

WIDTH = 620


def welcome(here: Page) -> None:
    finding = here.t("How prepared are you when you buy?")
    lede = here.t(
        "Answer 24 or 50 questions about policy, time, resources, routines, collaboration and knowledge. "
        "You see at once what is missing, and leave with a list to work from."
    )
    empty = here.t("You have no assessments yet. Start one, or open the example to see how it looks.")
    st.html(
        f'<div class="ru"><h1 class="ru-page">{html_text(finding)}</h1><p class="ru-lede">{html_text(lede)}</p>'
        + (f'<p class="ru-lede soft">{html_text(empty)}</p></div>' if here.viewer.may_steward else "</div>")
    )
    if not here.viewer.may_steward:
        waits = here.t("There is no assessment yet. A facilitator or an administrator starts the first one.")
        st.info(waits)
        return
    with st.container(width=WIDTH, key="welcome"):
        new_assessment_form(here, key="first")
        open_example(here, key="first", quiet=False)
    secrecy = here.t("Do not enter secret or security-classified information.")
    st.html(f'<div class="ru"><p class="soft">{html_text(secrecy)}</p></div>')
