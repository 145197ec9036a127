"""The screen Kommunicera: who has been told what, and whether it was seen to land."""

import streamlit as st

from assessment.domain.message import Lack
from assessment.domain.message_overview import MessageOverview
from assessment.domain.organisation import Organisation
from assessment.reporting import message_words
from assessment.services import messages
from assessment.ui import navigation
from assessment.ui.entry_dialog import entry_dialog, open_new, saved_receipt
from assessment.ui.entry_names import MESSAGE
from assessment.ui.markup import html_text
from assessment.ui.message_kind import message_kind
from assessment.ui.message_list import message_list
from assessment.ui.organisation_choice import organisation_menu
from assessment.ui.page import Page
from assessment.ui.step_files import steps_download
from assessment.ui.step_questions import step_questions, step_sources
from assessment.ui.wheel_view import wheel_view

STEP = "kommunicera"


def communicate_view(here: Page, organisation: Organisation) -> None:
    overview = messages.overview(here.engine, here.viewer, organisation.id)
    _head(here, organisation, overview)
    message_list(here, organisation, overview)
    wheel_view(here, organisation)
    step_questions(here, STEP)
    step_sources(here, STEP)
    bases = messages.bases(here.engine, here.viewer, organisation.id)
    entry_dialog(here, message_kind(here, overview, bases), organisation.id)


def _head(here: Page, organisation: Organisation, overview: MessageOverview) -> None:
    organisation_menu(here, organisation, screen=navigation.COMMUNICATE)
    finding = html_text(message_words.messages_finding(overview, here.language))
    lede = message_words.messages_lede(overview, here.language) if overview.messages else _first(here)
    below = f'<p class="ru-lede">{html_text(lede)}</p>' if lede else ""
    st.html(f'<div class="ru"><h1 class="ru-page">{finding}</h1>{below}</div>')
    if overview.messages:
        st.html(_figures(here, overview))
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="communicate-do"
    ):
        with st.container(horizontal=True, width="content", vertical_alignment="center", key="communicate-add"):
            if here.viewer.may_steward:
                label = here.t("Add a message")
                st.button(label, key="do-add-message", type="primary", on_click=open_new, args=(MESSAGE,))
            saved_receipt(here)
        if overview.messages:
            with st.container(horizontal=True, width="content", key="noprint-message-files"):
                steps_download(here, organisation)


def _first(here: Page) -> str:
    if not here.viewer.may_steward:
        return here.t("What a facilitator or an administrator writes is read here.")
    return here.t(
        "Begin with those who are to do something differently. Write what they do on an ordinary Monday, "
        "who tells them and when. Then look whether it has landed."
    )


def _figures(here: Page, overview: MessageOverview) -> str:
    code, all_ = here.language, len(overview.messages)
    told = (
        (here.t("Target groups"), len(overview.by_group), here.n("with one message", "with {word} messages", all_)),
        (here.t("Sent messages"), len(overview.sent), here.n("of one", "of {word}", all_)),
        (here.t("Seen to land"), len(overview.landed), here.n("of one sent", "of {word} sent", len(overview.sent))),
        (
            here.t("Late or not landed"),
            len(overview.lacking(Lack.LATE, Lack.NOT_LANDED, Lack.PARTLY_LANDED)),
            here.n("of one", "of {word}", all_),
        ),
    )
    parts = "".join(
        f"<div><dt>{html_text(name)}</dt><dd><b>{code.number(number)}</b>{html_text(rest)}</dd></div>"
        for name, number, rest in told
    )
    return f'<dl class="ru ru-figures">{parts}</dl>'
