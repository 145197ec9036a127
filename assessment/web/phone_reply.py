"""What the phone pages answer, with headers that keep the page from loading or telling anything elsewhere."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from starlette.types import Send

from assessment.web.headers import NOTHING, SAFE, style_digest, transport
from assessment.web.phone_page import STYLE
from assessment.web.phone_request import LANGUAGE_COOKIE, Visit

Headers = tuple[tuple[bytes, bytes], ...]
# The one style sheet within the page is named by what it is; the bars of a shown vote carry their lengths themselves
PAGE_POLICY: Final = (
    f"default-src 'none'; style-src {style_digest(STYLE)}; style-src-attr 'unsafe-inline'; script-src 'self'; "
    "connect-src 'self'; font-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def strict(policy: str) -> Headers:
    """What every answer carries."""
    safe = {"content-security-policy": policy, **SAFE, **transport()}
    return tuple((name.encode(), value.encode()) for name, value in safe.items())


NOT_KEPT: Final[Headers] = ((b"cache-control", b"no-store"),)
HTML: Final = b"text/html; charset=utf-8"
JSON: Final = b"application/json"
YEAR: Final = 31_536_000  # seconds
MONTH: Final = 2_592_000


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole answer."""

    status: int
    body: bytes
    kind: bytes
    headers: Headers = NOT_KEPT

    async def send(self, send: Send) -> None:
        length = (b"content-length", str(len(self.body)).encode())
        policy = PAGE_POLICY if self.kind is HTML else NOTHING
        headers = [(b"content-type", self.kind), length, *strict(policy), *self.headers]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": self.body})


def page_reply(visit: Visit, html: str, *, status: int = 200, headers: Headers = ()) -> Reply:
    """A page. The language that its address asked for is remembered."""
    kept = (language_cookie(visit.asked_language),) if visit.asked_language else ()
    return Reply(status, html.encode(), HTML, (*NOT_KEPT, *kept, *headers))


def json_reply(content: Mapping[str, object], *, status: int = 200, headers: Headers = ()) -> Reply:
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return Reply(status, body, JSON, (*NOT_KEPT, *headers))


def sent_on(to: str, *, query: str = "", headers: Headers = ()) -> Reply:
    """To another of our pages, to be fetched with GET."""
    place = quote(to) + (f"?{query}" if query else "")
    return Reply(303, b"", HTML, (*NOT_KEPT, (b"location", place.encode()), *headers))


def cookie(name: str, value: str, *, seconds: int, secure: bool) -> tuple[bytes, bytes]:
    """A header that sets a cookie for the phone pages only, out of reach for scripts and for other sites' forms."""
    ending = "; Secure" if secure else ""
    return (
        b"set-cookie",
        f"{name}={value}; Max-Age={seconds}; Path=/d; HttpOnly; SameSite=Lax{ending}".encode(),
    )


def language_cookie(code: str) -> tuple[bytes, bytes]:
    return cookie(LANGUAGE_COOKIE, code, seconds=YEAR, secure=False)
