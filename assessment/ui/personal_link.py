"""A participant's personal link: made, shown once, withdrawn."""

import streamlit as st

from assessment.domain.assessment import Participant
from assessment.domain.personal_link import DAYS, USUAL_DAYS, PersonalLink
from assessment.services import personal_links
from assessment.services.clock import now
from assessment.settings import settings
from assessment.ui.attempt import attempting
from assessment.ui.markup import html_text
from assessment.ui.page import Page


def links_offered(here: Page) -> bool:
    """Whether anybody else could use a link, and the viewer may make one."""
    return settings().access != "local" and here.viewer.may_steward


def personal_link(here: Page, participant: Participant, held: PersonalLink | None) -> None:
    with st.popover(here.t("Personal link"), key=f"link-{participant.id}"):
        state = st.empty()
        state.html(
            f'<div class="ru"><p>{html_text(_state(here, held))}</p><p class="soft">'
            + html_text(here.t("Whoever has the link answers as this participant, without an account."))
            + "</p></div>"
        )
        days = st.selectbox(
            here.t("The link lasts"),
            DAYS,
            index=DAYS.index(USUAL_DAYS),
            format_func=lambda number: here.n("{number} day", "{number} days", number),
            key=f"link-days-{participant.id}:{here.language.code}",
        )
        with st.container(horizontal=True, key=f"link-buttons-{participant.id}"):
            made = st.button(here.t("Make a new link"), key=f"link-make-{participant.id}")
            if held and held.open(now()):
                st.button(
                    here.t("Withdraw it"),
                    key=f"link-end-{participant.id}",
                    on_click=_withdraw,
                    args=(here, participant),
                )
        if made:
            with attempting():
                new = personal_links.make(here.engine, here.viewer, participant.id, days=days)
                state.html(f'<div class="ru"><p>{html_text(_state(here, new.link))}</p></div>')
                st.code(f"{settings().public_url.rstrip('/')}/p/{new.token}", language=None, wrap_lines=True)
                st.html(
                    '<div class="ru"><p class="soft">'
                    + html_text(here.t("Copy it now. It is shown only once, and links made before no longer work."))
                    + "</p></div>"
                )


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
