"""A request to the phone pages, read once and by hand: hundreds come at the same moment."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final
from urllib.parse import parse_qs

from starlette.types import Receive, Scope

from assessment.domain.errors import AssessmentError, sentence
from assessment.settings import settings
from assessment.texts.language import CODES, Language, language

Fields = Mapping[str, list[str]]
LANGUAGE_COOKIE: Final = "rustad_lang"
SEAT_COOKIE: Final = "rustad_d_"
MOST_FIELDS: Final = 100
SLOWEST: Final = 30.0  # seconds for a form to arrive


class BodyTooSlow(AssessmentError):
    text = sentence("What you sent did not arrive in time. Nothing was saved. Try again where the network is better.")


class BodyTooLarge(AssessmentError):
    text = sentence("What you sent is too long. Shorten it and try again.")


@dataclass(frozen=True, slots=True)
class Visit:
    """`parts` are the parts of the path after /d. `address` is where the visitor comes from."""

    method: str
    parts: tuple[str, ...]
    query: Fields
    headers: Mapping[bytes, bytes]
    cookies: Mapping[str, str]
    address: str
    secure: bool

    @property
    def asked_language(self) -> str | None:
        """The language that the address asks for."""
        asked = first(self.query, "lang")
        return asked if asked in CODES else None

    @property
    def language(self) -> Language:
        kept = self.cookies.get(LANGUAGE_COOKIE, "")
        return language(self.asked_language or (kept if kept in CODES else settings().language))

    @property
    def wants_json(self) -> bool:
        return b"application/json" in self.headers.get(b"accept", b"")

    @property
    def from_elsewhere(self) -> bool:
        """Whether another site's page sent this. Browsers say so in Origin."""
        origin = self.headers.get(b"origin")
        here = self.headers.get(b"host", b"").lower()
        return origin is not None and origin.partition(b"://")[2].lower() != here

    @property
    def seats(self) -> dict[str, str]:
        """The tokens that this browser holds, by the name of their cookie."""
        return {name: value for name, value in self.cookies.items() if name.startswith(SEAT_COOKIE)}

    def token(self, workshop_id: str) -> str | None:
        return self.cookies.get(seat_cookie(workshop_id))


def visit_of(scope: Scope) -> Visit:
    headers: dict[bytes, bytes] = dict(scope["headers"])
    client = scope.get("client")
    return Visit(
        method="GET" if scope["method"] == "HEAD" else scope["method"],
        parts=tuple(scope["path"].strip("/").split("/")[1:]),
        query=fields(scope.get("query_string", b"")),
        headers=headers,
        cookies=_cookies(headers.get(b"cookie", b"")),
        address=client[0] if client else "",
        secure=scope.get("scheme") == "https",
    )


def fields(encoded: bytes) -> Fields:
    """Names and values of a query or a form. One that is nonsense is empty."""
    if not encoded:
        return {}
    try:
        return parse_qs(encoded.decode("latin-1"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        return {}


def first(given: Fields, name: str) -> str:
    """The value of a field that may be missing."""
    return given.get(name, [""])[0]


async def form(receive: Receive, *, limit: int) -> Fields:
    """The fields of the body. Raises BodyTooLarge for more than `limit` bytes, and BodyTooSlow."""
    body, more = bytearray(), True
    try:
        async with asyncio.timeout(SLOWEST):
            while more:
                message = await receive()
                if message["type"] == "http.disconnect":
                    return {}
                body += message.get("body", b"")
                more = message.get("more_body", False)
                if len(body) > limit:
                    raise BodyTooLarge
    except TimeoutError as error:
        raise BodyTooSlow from error
    return fields(bytes(body))


def seat_cookie(workshop_id: str) -> str:
    """The name of the cookie that holds one's seat in this workshop."""
    return SEAT_COOKIE + sha256(workshop_id.encode()).hexdigest()[:8]


def _cookies(header: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in header.decode("latin-1").split(";"):
        name, equals, value = pair.partition("=")
        if equals:
            found.setdefault(name.strip(), value.strip().strip('"'))
    return found
