"""What belongs together: the name of a subject, for all its assessments at once. The name of another joins them."""

import streamlit as st

from assessment.domain.subject import History
from assessment.services import subjects
from assessment.ui.attempt import attempting
from assessment.ui.markup import html_text
from assessment.ui.page import Page


def regroup(here: Page, history: History) -> None:
    """Out of the way behind a quiet button."""
    if not here.viewer.may_steward:
        return
    first = history.assessments[0].id
    with st.popover(here.t("What belongs together"), key="noprint-regroup"):
        names = "".join(f"<li>{html_text(one.name)}</li>" for one in history.assessments)
        told = html_text(here.t("Compared over time as one and the same:"))
        st.html(f'<div class="ru"><p>{told}</p><ul>{names}</ul></div>')
        with st.form(f"regroup:{first}", border=False, enter_to_submit=False):
            said = st.text_input(
                here.t("What is assessed, the same every time"),
                value=history.subject,
                max_chars=200,
                key=f"subject:{first}:{history.subject}",
                help=here.t("Write the name of another subject to join the two. Nothing else changes."),
            )
            if st.form_submit_button(here.t("Save")):
                with attempting():
                    subjects.regroup(here.engine, here.viewer, [one.id for one in history.assessments], subject=said)
                    st.rerun()
