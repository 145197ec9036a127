"""An empty register: examples of activities to begin from, and the way to one's own."""

import streamlit as st

from assessment.domain.organisation import Organisation
from assessment.domain.register import Register
from assessment.services import step_evidence
from assessment.ui.entry_dialog import open_new
from assessment.ui.entry_names import ACTIVITY
from assessment.ui.figure import soft_line
from assessment.ui.markup import markdown_text
from assessment.ui.page import Page


def register_start(here: Page, organisation: Organisation) -> None:
    if not here.viewer.may_steward:
        return
    with st.container(key="register-start"):
        st.button(here.t("Add an activity"), key="do-add-activity", type="primary", on_click=open_new, args=(ACTIVITY,))
        examples(here, organisation)


def examples(here: Page, organisation: Organisation, register: Register | None = None) -> None:
    """Buttons that begin a new activity from an example; those that are registered already are left out."""
    taken = {one.facts.name.casefold() for one in register.activities} if register else set()
    shown = [
        one
        for one in step_evidence.examples().for_kind(organisation.kind)
        if here.language.of(one.name).casefold() not in taken
    ]
    if not shown or not here.viewer.may_steward:
        return
    soft_line(here.t("Or begin from an example. They are Rustad's own choice: you judge what is vital where you are."))
    with st.container(horizontal=True, gap="small", key="examples"):
        for one in shown:
            st.button(
                markdown_text(here.language.of(one.name)),
                key=f"example:{one.id}",
                on_click=open_new,
                args=(ACTIVITY, one.id),
            )
