"""Three fields and the assessment is under way; or the example, to see how it looks."""

import streamlit as st

from assessment.domain.checklist import Scope
from assessment.services import assessments, checklists, demo
from assessment.ui import navigation
from assessment.ui.attempt import attempting
from assessment.ui.page import Page


def new_assessment_form(here: Page, *, key: str) -> None:
    checklist = checklists.newest(here.engine, here.viewer)
    kinds = {kind.id: here.language.of(kind.name) for kind in checklist.organisation_types}
    core, every = sum(item.core for item in checklist.items), len(checklist.items)
    scopes = {
        Scope.QUICK: here.t(
            "**Quick check, {number} questions** About 20 minutes. One question where each dimension meets each step.",
            number=core,
        ),
        Scope.FULL: here.t("**All {number} questions** About 40 minutes. The whole picture.", number=every),
    }
    with st.form(f"new:{key}", border=False, enter_to_submit=False):
        name = st.text_input(
            here.t("What are you assessing?"),
            placeholder=here.t("For example: The whole municipality, autumn 2026"),
            key=f"name:{key}",
            max_chars=200,
        )
        kind = st.selectbox(
            here.t("Type of organisation"),
            list(kinds),
            format_func=lambda id_: kinds[id_],
            key=f"kind:{key}:{here.language.code}",
        )
        scope = st.radio(
            here.t("How many questions?"),
            list(scopes),
            format_func=lambda chosen: scopes[chosen],
            key=f"scope:{key}:{here.language.code}",
        )
        with st.container(key=f"do-start-{key}"):
            started = st.form_submit_button(here.t("Start the assessment"), type="primary")
    if started:
        with attempting():
            begun = assessments.start(here.engine, here.viewer, name=name, organisation_type=kind, scope=scope)
            st.switch_page(navigation.RESPOND, query_params=here.link(a=begun.id, p=None))


def open_example(here: Page, *, key: str, quiet: bool = True) -> None:
    """A button that loads the fictitious municipality, once, and shows it."""
    if st.button(here.t("Open the example"), key=f"example-{key}", type="tertiary" if quiet else "secondary"):
        with attempting():
            loaded = demo.load(here.engine, here.viewer)
            st.switch_page(navigation.START, query_params=here.link(a=loaded[-1].id, p=None))
