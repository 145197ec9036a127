"""The viewer that a signed-in person is."""

from datetime import timedelta
from hashlib import sha256
from hmac import new as keyed

from assessment.domain.assessment import NAME_LIMIT
from assessment.domain.response import one_line
from assessment.domain.sign_in import (
    AccessLists,
    Claims,
    NotListed,
    NotSignedIn,
    SignInOld,
    kind_of,
    listed,
    name_of,
    still_holds,
)
from assessment.domain.viewer import Viewer
from assessment.services.clock import now
from assessment.settings import settings


def viewer_of(claims: Claims) -> Viewer:
    """From claims whose signature has been checked. Raises NotSignedIn, SignInOld or NotListed."""
    issuer, subject = claims.get("iss"), claims.get("sub")
    if not isinstance(issuer, str) or not isinstance(subject, str) or not subject:
        raise NotSignedIn
    if not still_holds(claims, moment=now(), lasts=timedelta(hours=settings().session_hours)):
        raise SignInOld
    name = one_line(name_of(claims), limit=NAME_LIMIT)
    kind = kind_of(claims, _lists())
    if kind is None:
        raise NotListed(who=name or subject)
    return Viewer(kind, name=name, person=_digest(issuer, subject))


def _lists() -> AccessLists:
    chosen = settings()
    return AccessLists(
        chosen.oidc_role_claim, listed(chosen.administrators), listed(chosen.facilitators), listed(chosen.members)
    )


def _digest(issuer: str, subject: str) -> str:
    """Keyed, so that nobody who reads the database can try out names."""
    return keyed(settings().secret_key.encode(), f"person\0{issuer}\0{subject}".encode(), sha256).hexdigest()
