"""A participant's personal link: made, shown once, withdrawn."""

import streamlit as st

from assessment.domain.assessment import Participant
from assessment.domain.personal_link import DAYS, USUAL_DAYS, PersonalLink
from assessment.services import personal_links
from assessment.services.clock import now
from assessment.settings import settings
from assessment.ui.attempt import attempting
from assessment.ui.figure import soft_line
from assessment.ui.markup import html_text
from assessment.ui.page import Page


def links_offered(here: Page) -> bool:
    """Whether anybody else could use a link, and the viewer may make one."""
    return settings().access != "local" and here.viewer.may_steward


def personal_link(here: Page, participant: Participant, held: PersonalLink | None) -> None:
    with st.popover(here.t("Personal link"), key=f"link-{participant.id}"):
        state = st.container(gap=None)
        days = st.selectbox(
            here.t("The link lasts"),
            DAYS,
            index=DAYS.index(USUAL_DAYS),
            format_func=lambda number: here.n("{number} day", "{number} days", number),
            key=f"link-days-{participant.id}:{here.language.code}",
        )
        buttons = st.container(horizontal=True, key=f"link-buttons-{participant.id}")
        if buttons.button(here.t("Make a new link"), key=f"link-make-{participant.id}"):
            with attempting():
                new = personal_links.make(here.engine, here.viewer, participant.id, days=days)
                held = new.link
                st.code(f"{settings().public_url.rstrip('/')}/p/{new.token}", language=None, wrap_lines=True)
                soft_line(here.t("Copy it now. It is shown only once, and links made before no longer work."))
        if held and held.open(now()):
            buttons.button(
                here.t("Withdraw it"), key=f"link-end-{participant.id}", on_click=_withdraw, args=(here, participant)
            )
        with state:  # as it is now, with a link that has just been made
            st.html(f'<div class="ru"><p>{html_text(_state(here, held))}</p></div>')
            soft_line(here.t("Whoever has the link answers as this participant, without an account."))


def _withdraw(here: Page, participant: Participant) -> None:
    with attempting():
        personal_links.withdraw(here.engine, here.viewer, participant.id)


def _state(here: Page, held: PersonalLink | None) -> str:
    """What became of the link that was made last."""
    if held is None:
        return here.t("No link has been made.")
    if held.revoked:
        return here.t("The latest link has been withdrawn.")
    day = here.language.date(held.expires_at, here.zone)
    if not held.open(now()):
        return here.t("The latest link expired {day}.", day=day)
    if held.used_at is None:
        return here.t("A link works until {day}. It has not been used.", day=day)
    return here.t("A link works until {day}. Last used {moment}.", day=day, moment=here.when(held.used_at))
