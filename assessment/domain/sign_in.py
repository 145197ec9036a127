"""From what the sign-in tells about somebody to what that person may do here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from assessment.domain.errors import AssessmentError, sentence
from assessment.domain.viewer import ViewerKind

Claims = Mapping[str, object]
# What tells one sign-in of a person from the next. Providers give some of it, and always the first three.
ONE_SIGN_IN: Final = ("iss", "sub", "iat", "nonce", "sid", "jti", "at_hash")


class NotSignedIn(AssessmentError):
    text = sentence("Sign in to see this.")


class SignInOld(NotSignedIn):
    text = sentence("It is a while since you signed in. Sign in again to go on.")


class SignedOut(NotSignedIn):
    text = sentence("You have been signed out. Sign in again to go on.")


class NotListed(AssessmentError):
    text = sentence("You are signed in as {who}, but have not been given access to Rustad. Ask those who run it.")


@dataclass(frozen=True, slots=True)
class AccessLists:
    """Who may do what, by values of one claim or by e-mail addresses."""

    claim: str
    administrators: frozenset[str]
    facilitators: frozenset[str]
    members: frozenset[str]


def listed(text: str) -> frozenset[str]:
    """The values of a setting that has commas between them."""
    return frozenset(part.strip() for part in text.split(",") if part.strip())


def kind_of(claims: Claims, lists: AccessLists) -> ViewerKind | None:
    """The most that any of the lists gives; None for who is in none."""
    held, email = _values(claims, lists.claim), _address(claims)
    for kind, names in (
        (ViewerKind.ADMINISTRATOR, lists.administrators),
        (ViewerKind.FACILITATOR, lists.facilitators),
        (ViewerKind.MEMBER, lists.members),
    ):
        if held & names or (email and email in {name.casefold() for name in names}):
            return kind
    return None


def name_of(claims: Claims) -> str:
    """What to call the person: the name, else the account, else the address; empty when nothing is told."""
    given = (claims.get(name) for name in ("name", "preferred_username", "email"))
    return next((one for one in given if isinstance(one, str) and one), "")


def still_holds(claims: Claims, *, moment: datetime, lasts: timedelta) -> bool:
    """Whether the sign-in is younger than `lasts`. One that does not tell when it was made is not."""
    made = made_at(claims)
    return made is not None and moment.timestamp() - made < lasts.total_seconds()


def made_at(claims: Claims) -> float | None:
    """When the sign-in was made by the provider's clock, in seconds since 1970; None when that is not told."""
    made = claims.get("iat")
    return None if isinstance(made, bool) or not isinstance(made, int | float) else made


def _address(claims: Claims) -> str:
    """The e-mail address, unless the provider says that nobody has verified it."""
    email, verified = claims.get("email"), claims.get("email_verified")
    if not isinstance(email, str) or verified is False or str(verified).casefold() == "false":
        return ""
    return email.casefold()


def _values(claims: Claims, path: str) -> frozenset[str]:
    """The values of a claim, which may lie inside others and be a list or one text."""
    found: object = claims.get(path)
    if found is None:
        found = claims
        for part in path.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
    if isinstance(found, str):
        return listed(found)
    return frozenset(one for one in found if isinstance(one, str)) if isinstance(found, list | tuple) else frozenset()
