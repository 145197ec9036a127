"""Who sends a request, for the pages that are not Streamlit's: from the same signed cookie, read by the same rules."""

import json
import re
from collections.abc import Mapping
from typing import Final

from itsdangerous import BadData, URLSafeTimedSerializer
from sqlalchemy.engine import Engine
from starlette.requests import Request

from assessment.domain.sign_in import Claims
from assessment.domain.viewer import ADMINISTRATOR, Viewer
from assessment.services import sign_in
from assessment.services.access_settings import cookie_secret
from assessment.settings import settings

USER_COOKIE: Final = "_streamlit_user"
LINK_COOKIE: Final = "rustad_p"
OLDEST: Final = 31 * 24 * 3600  # seconds, as Streamlit has it; `session_hours` is shorter
CHUNKS: Final = re.compile(r"chunks-(\d{1,2})")


def request_viewer(engine: Engine, request: Request) -> Viewer:
    """Raises NotSignedIn, SignInOld, SignedOut, NotListed or LinkEnded."""
    if settings().access == "local":
        return ADMINISTRATOR
    return sign_in.arrived(engine, claims_in(request.cookies), request.cookies.get(LINK_COOKIE, ""))


def claims_in(cookies: Mapping[str, str]) -> Claims | None:
    """What the sign-in told; None unless the cookie is ours, whole and of this address."""
    text = _signed(cookies, USER_COOKIE)
    parts = CHUNKS.fullmatch(text or "")
    if parts:
        pieces = [_signed(cookies, f"{USER_COOKIE}_{place}") for place in range(1, int(parts[1]) + 1)]
        text = None if None in pieces else "".join(piece or "" for piece in pieces)
    try:
        found = json.loads(text or "null")
    except json.JSONDecodeError:
        return None
    here = settings().public_url.rstrip("/")
    if not isinstance(found, dict) or found.get("origin") != here or found.get("is_logged_in") is not True:
        return None
    return found


def _signed(cookies: Mapping[str, str], name: str) -> str | None:
    if name not in cookies:
        return None
    try:
        found = URLSafeTimedSerializer(cookie_secret(), salt=name).loads(cookies[name], max_age=OLDEST)
    except BadData:
        return None
    return found if isinstance(found, str) else None
