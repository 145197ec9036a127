"""Who is looking: whoever sits at this computer, whoever has signed in, or whoever came by a personal link."""

from dataclasses import replace
from functools import cache
from getpass import getuser

import streamlit as st
from sqlalchemy.engine import Engine

from assessment.domain.viewer import ADMINISTRATOR, Viewer
from assessment.services import sign_in
from assessment.settings import settings

LINK_COOKIE = "rustad_p"


def present_viewer(engine: Engine) -> Viewer:
    """Raises NotSignedIn, SignInOld, SignedOut, NotListed or LinkEnded."""
    if settings().access == "local":
        return local_viewer()
    claims = st.user.to_dict() if st.user.get("is_logged_in") else None
    return sign_in.arrived(engine, claims, st.context.cookies.get(LINK_COOKIE, ""))


@cache
def local_viewer() -> Viewer:
    """Whoever sits at this computer, by the name of the account."""
    try:
        return replace(ADMINISTRATOR, name=getuser())
    except (OSError, KeyError):  # a container without accounts
        return ADMINISTRATOR
