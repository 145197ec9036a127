"""The viewer that a signed-in person is, and the end of a sign-in."""

import json
from datetime import timedelta
from hashlib import sha256
from hmac import new as keyed
from typing import Final

from sqlalchemy.engine import Engine

from assessment.domain.assessment import NAME_LIMIT
from assessment.domain.personal_link import LinkEnded
from assessment.domain.response import one_line
from assessment.domain.sign_in import (
    ONE_SIGN_IN,
    AccessLists,
    Claims,
    NotListed,
    NotSignedIn,
    SignedOut,
    SignInOld,
    kind_of,
    listed,
    made_at,
    name_of,
    still_holds,
)
from assessment.domain.viewer import Viewer
from assessment.services import personal_links
from assessment.services.clock import now
from assessment.services.sign_in_marks import marks_of
from assessment.settings import settings
from assessment.storage.database import unit_of_work
from assessment.storage.repository import ended_sign_in_rows

EVERYBODY: Final = "everybody"
KEPT: Final = timedelta(days=31)  # no sign-in's cookie is believed longer, whatever RUSTAD_SESSION_HOURS becomes


def arrived(engine: Engine, claims: Claims | None, token: str) -> Viewer:
    """Whoever signed in with these claims, else whoever came by the personal link, if there is one.

    So a link works also for those who are signed in and have no access of their own. Raises NotSignedIn, SignInOld,
    SignedOut, NotListed or LinkEnded.
    """
    try:
        if claims is None:
            raise NotSignedIn
        return viewer_of(engine, claims)
    except (NotSignedIn, NotListed) as refused:
        if not token:
            raise
        try:
            return personal_links.holder(engine, token)
        except LinkEnded:
            if claims is None:
                raise
            raise refused from None


def viewer_of(engine: Engine, claims: Claims) -> Viewer:
    """From claims whose signature has been checked. Raises NotSignedIn, SignInOld, SignedOut or NotListed."""
    issuer, subject = claims.get("iss"), claims.get("sub")
    if not isinstance(issuer, str) or not isinstance(subject, str) or not subject:
        raise NotSignedIn
    if not still_holds(claims, moment=now(), lasts=timedelta(hours=settings().session_hours)):
        raise SignInOld
    if _ended(engine, claims):
        raise SignedOut
    name = one_line(name_of(claims), limit=NAME_LIMIT)
    kind = kind_of(claims, _lists())
    if kind is None:
        raise NotListed(who=name or subject)
    return Viewer(kind, name=name, person=_digest(issuer, subject))


def holds(engine: Engine, claims: Claims) -> bool:
    """Whether somebody is still signed in, listed or not."""
    try:
        viewer_of(engine, claims)
    except NotSignedIn:
        return False
    except NotListed:
        pass
    return True


def holds_without_asking(engine: Engine) -> bool:
    """Whether `holds` would answer from memory."""
    return marks_of(engine).fresh


def sign_out(engine: Engine, claims: Claims) -> None:
    """End this very sign-in, for every copy of its cookie, in other processes within a second.

    Other sign-ins of the same person go on.
    """
    _end(engine, _mark(claims))


def sign_everybody_out(engine: Engine, viewer: Viewer) -> None:
    """End every sign-in that has been made until now, the viewer's own too. Personal links and phones are none."""
    viewer.must_keep_house()
    _end(engine, EVERYBODY)


def _end(engine: Engine, mark: str) -> None:
    moment = now()
    with unit_of_work(engine) as session:
        ended_sign_in_rows.end_sign_in(session, mark, at=moment)
        ended_sign_in_rows.forget_ended(session, before=moment - KEPT)
    marks_of(engine).forget()


def _ended(engine: Engine, claims: Claims) -> bool:
    mark = _mark(claims)
    ended = marks_of(engine).ended(engine)
    made = made_at(claims) or 0.0
    return mark in ended or (EVERYBODY in ended and made <= ended[EVERYBODY].timestamp())


def _mark(claims: Claims) -> str:
    """Of one sign-in. Keyed as a person's digest is."""
    told = json.dumps([claims.get(name) for name in ONE_SIGN_IN], default=str)
    return keyed(settings().secret_key.encode(), f"sign-in\0{told}".encode(), sha256).hexdigest()


def _lists() -> AccessLists:
    chosen = settings()
    return AccessLists(
        chosen.oidc_role_claim, listed(chosen.administrators), listed(chosen.facilitators), listed(chosen.members)
    )


def _digest(issuer: str, subject: str) -> str:
    """Keyed, so that nobody who reads the database can try out names."""
    return keyed(settings().secret_key.encode(), f"person\0{issuer}\0{subject}".encode(), sha256).hexdigest()
