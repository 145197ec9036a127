"""Which workshop is open: prepare one, or go back to one of the assessment's earlier ones."""

from typing import Final

import streamlit as st

from assessment.domain.workshop import Workshop
from assessment.domain.workshop_parts import FEWEST_MINUTES, MOST_MINUTES, Agenda, Names, Stage
from assessment.services import workshops
from assessment.services.assessments import OpenedAssessment
from assessment.texts import labels
from assessment.ui.attempt import attempting
from assessment.ui.markup import html_text
from assessment.ui.page import Page

WORKSHOP_ID: Final = "w"
USUAL_MINUTES: Final = 90


def workshop_choice(here: Page, opened: OpenedAssessment) -> None:
    finding = here.t("Score together, blind first")
    lede = here.t(
        "Each votes on one question at a time. The room sees the votes when all have voted, talks, and agrees on a "
        "level. With phones, by a show of hands, or on paper."
    )
    st.html(
        f'<div class="ru"><p class="ru-eyebrow">{html_text(opened.assessment.name)}</p>'
        f'<h1 class="ru-page">{html_text(finding)}</h1><p class="ru-lede">{html_text(lede)}</p></div>'
    )
    earlier = workshops.of_assessment(here.engine, here.viewer, opened.assessment.id)
    if earlier:
        _earlier(here, opened, earlier)
    _prepare(here, opened, first=not earlier)


def _earlier(here: Page, opened: OpenedAssessment, earlier: tuple[Workshop, ...]) -> None:
    asked = len(opened.assessment.asked(opened.checklist))
    with st.container(key="workshops", gap=None):
        for one in earlier:
            with st.container(key=f"row-tight-{one.id}", horizontal=True, vertical_alignment="center"):
                closed = one.stage is Stage.CLOSED
                state = here.t("Ended") if closed else here.t("Under way")
                progress = here.t("{settled} of {asked} questions settled", settled=len(one.settled), asked=asked)
                st.html(
                    f'<div class="ru"><h3 class="ru-title">'
                    f"{html_text(here.t('Workshop {day}', day=here.when(one.created_at)))}</h3>"
                    f'<p class="soft">{html_text(state)} · {html_text(progress)}</p></div>'
                )
                if closed:
                    st.button(here.t("Open"), key=f"open-{one.id}", on_click=_open, args=(one.id,))
                else:
                    st.button(here.t("Go on"), key=f"do-open-{one.id}", type="primary", on_click=_open, args=(one.id,))


def _open(workshop_id: str) -> None:
    st.query_params[WORKSHOP_ID] = workshop_id


def _prepare(here: Page, opened: OpenedAssessment, *, first: bool) -> None:
    if not first:
        st.html(f'<div class="ru"><h2 class="ru-finding">{html_text(here.t("A new workshop"))}</h2></div>')
    code = here.language.code
    with st.form("prepare", border=False, width=620):
        names = st.radio(
            here.t("Does the room see who voted what?"),
            list(Names),
            format_func=lambda one: here.t(labels.NAMES[one]),
            key=f"names:{code}",
        )
        agenda = st.radio(
            here.t("In which order do the questions come?"),
            list(Agenda),
            format_func=lambda one: here.t(labels.AGENDA[one]),
            key=f"agenda:{code}",
        )
        minutes = st.number_input(
            here.t("Time, in minutes"), FEWEST_MINUTES, MOST_MINUTES, USUAL_MINUTES, step=5, width=200, key="minutes"
        )
        who = st.text_input(here.t("Facilitator (optional, stands in the record)"), key="facilitator", max_chars=100)
        with st.container(key="do-prepare" if first else "prepare"):
            begun = st.form_submit_button(here.t("Open the room"), type="primary" if first else "secondary")
    if begun:
        with attempting():
            made = workshops.prepare(
                here.engine,
                here.viewer,
                opened.assessment.id,
                names=names or Names.HIDDEN,
                agenda=agenda or Agenda.CHECKLIST,
                minutes=int(minutes),
                facilitator=who,
            )
            st.query_params[WORKSHOP_ID] = made.id
            st.rerun()
