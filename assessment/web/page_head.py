"""The first document and the headers of everything: in which language it begins, and what it may load."""

from collections.abc import Collection
from typing import Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessment.settings import settings
from assessment.texts.language import CODES
from assessment.web.headers import SAFE, kept, policy_for, screen_policy, transport
from assessment.web.refused_log import REFUSED

# Files rather than lines within the page, so that no script runs that merely found its way into one
SCRIPTS: Final = b"".join(
    b'<script src="./app/static/%s.js" defer></script>' % name
    for name in (b"keyboard", b"leaving", b"away", b"beginning")
)


class PageHead:
    """Gives the first document its language, and every answer the headers that keep it from loading anything else."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        start: Message | None = None
        body = b""

        async def rewrite(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                _protect(headers, scope["path"])
                REFUSED.note(message["status"], scope["path"])
                if headers.get("content-type", "").startswith("text/html"):
                    start = message
                    return
            elif start is not None and message["type"] == "http.response.body":
                body += message.get("body", b"")
                if message.get("more_body"):
                    return
                headers = MutableHeaders(scope=start)
                document = _document(body, asked_language(scope))
                headers.setdefault("content-security-policy", screen_policy(document, _host(scope)))
                if scope["method"] == "HEAD":
                    document = b""
                    del headers["content-length"]  # it is not that of the rewritten document
                else:
                    headers["content-length"] = str(len(document))
                await send(start)
                await send({"type": "http.response.body", "body": document})
                return
            await send(message)

        # The document must come unpacked to be rewritten, and complete rather than "not modified"
        if not scope["path"].startswith("/static/"):
            scope = read_whole(scope, without=UNPACKED)
        await self.app(scope, receive, rewrite)


def _protect(headers: MutableHeaders, path: str) -> None:
    for name, value in {**SAFE, **transport()}.items():
        headers.setdefault(name, value)
    kind = headers.get("content-type", "")
    if not kind.startswith("text/html"):
        headers.setdefault("content-security-policy", policy_for(kind))
    keeping = kept(path)
    if keeping:
        headers["cache-control"] = keeping
    if headers.get("access-control-allow-origin") == "*":
        del headers["access-control-allow-origin"]  # other sites have nothing to read here


def _document(body: bytes, code: str) -> bytes:
    document = body.replace(b'<html lang="en">', f'<html lang="{code}">'.encode())
    document = document.replace(b"<title>Streamlit</title>", b"<title>Rustad</title>")
    return document.replace(b"</head>", SCRIPTS + b"</head>", 1) if b'<div id="root">' in document else document


def _host(scope: Scope) -> str:
    return Headers(scope=scope).get("host", "")


UNPACKED: Final = frozenset({b"accept-encoding", b"if-none-match", b"if-modified-since"})


def read_whole(scope: Scope, *, without: Collection[bytes]) -> Scope:
    """The request as it is asked further in: answered with its body, and not with the name of a file to be sent."""
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in without], "extensions": {}}


def asked_language(scope: Scope) -> str:
    codes = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("lang", [])
    return codes[0] if codes and codes[0] in CODES else settings().language
