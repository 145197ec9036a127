"""Who is looking: whoever sits at this computer, whoever has signed in, or whoever came by a personal link."""

from dataclasses import replace
from functools import cache
from getpass import getuser

import streamlit as st
from sqlalchemy.engine import Engine

from assessment.domain.sign_in import NotSignedIn
from assessment.domain.viewer import ADMINISTRATOR, Viewer
from assessment.services import personal_links, sign_in
from assessment.settings import settings

LINK_COOKIE = "rustad_p"


def present_viewer(engine: Engine) -> Viewer:
    """Raises NotSignedIn, SignInOld, NotListed or LinkEnded."""
    if settings().access == "local":
        return local_viewer()
    if st.user.get("is_logged_in"):
        return sign_in.viewer_of(st.user.to_dict())
    token = st.context.cookies.get(LINK_COOKIE)
    if token:
        return personal_links.holder(engine, token)
    raise NotSignedIn


@cache
def local_viewer() -> Viewer:
    """Whoever sits at this computer, by the name of the account."""
    try:
        return replace(ADMINISTRATOR, name=getuser())
    except (OSError, KeyError):  # a container without accounts
        return ADMINISTRATOR
