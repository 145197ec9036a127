"""The page on which one signs in, and where it says who one is."""

from typing import Any

import streamlit as st

from assessment.domain.errors import AssessmentError, sentence
from assessment.domain.personal_link import LinkEnded
from assessment.domain.sign_in import NotListed, SignedOut, SignInOld
from assessment.domain.viewer import ViewerKind
from assessment.services.access_settings import cookie_secret
from assessment.settings import settings
from assessment.texts.language import Language
from assessment.ui.markup import html_text
from assessment.ui.page import Page

WIDTH = 460
KINDS = {
    ViewerKind.ADMINISTRATOR: sentence("Administrator"),
    ViewerKind.FACILITATOR: sentence("Facilitator"),
    ViewerKind.MEMBER: sentence("Member"),
}


def auth_secrets() -> dict[str, Any]:
    """What Streamlit's sign-in needs to know, from the settings; nothing in local mode."""
    chosen = settings()
    if chosen.access == "local":
        return {}
    return {
        "auth": {
            "redirect_uri": f"{chosen.public_url.rstrip('/')}/oauth2callback",
            "cookie_secret": cookie_secret(),
            "client_id": chosen.oidc_client_id,
            "client_secret": chosen.oidc_client_secret,
            "server_metadata_url": chosen.oidc_metadata_url,
        }
    }


def sign_in_page(language: Language, why: AssessmentError) -> None:
    """What this is, what stood in the way if anything did, and one button."""
    outside = isinstance(why, NotListed)
    title = language.text("You have no access yet") if outside else language.text("Sign in to Rustad")
    lede = language.explain(why) if outside else language.text("You sign in with your organisation's account.")
    with st.container(key="sign-in", width=WIDTH, gap="medium"):
        st.html(
            f'<div class="ru"><h1 class="ru-page">{html_text(title)}</h1><p class="ru-lede">{html_text(lede)}</p></div>'
        )
        if isinstance(why, SignInOld | SignedOut | LinkEnded):
            st.info(language.explain(why))
        if outside:
            st.button(language.text("Sign out"), key="sign-out", on_click=st.logout)
        else:
            st.button(language.text("Sign in"), key="do-sign-in", type="primary", on_click=st.login)
            told = language.text("In a workshop? Scan the code on the big screen, or open the link you were given.")
            st.html(f'<div class="ru"><p class="soft">{html_text(told)}</p></div>')


def signed_in(here: Page) -> None:
    """In the sidebar: who one is here, and the way out. In local mode there is neither."""
    if settings().access == "local":
        return
    with st.container(key="signed-in", gap="xsmall"):
        if here.viewer.kind is ViewerKind.PARTICIPANT:
            who = here.viewer.name or here.t("Participant")
            st.html(f'<div class="ru"><p class="soft">{html_text(who)}</p></div>')
            st.link_button(here.t("Leave"), "/lamna", type="tertiary")
            return
        kind = here.t(KINDS[here.viewer.kind])
        st.html(f'<div class="ru"><p><b>{html_text(here.viewer.name)}</b><br>{html_text(kind)}</p></div>')
        st.button(here.t("Sign out"), key="sign-out", type="tertiary", on_click=st.logout)
