"""The first document and the headers of everything: in which language it begins, and what it may load."""

from collections.abc import Collection
from typing import Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessment.settings import settings
from assessment.texts.language import CODES
from assessment.web.headers import HEADERS


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
                for name, value in HEADERS.items():
                    MutableHeaders(scope=message).setdefault(name, value)
                if Headers(scope=message).get("content-type", "").startswith("text/html"):
                    start = message
                    return
            elif start is not None and message["type"] == "http.response.body":
                body += message.get("body", b"")
                if message.get("more_body"):
                    return
                document = body.replace(b'<html lang="en">', f'<html lang="{asked_language(scope)}">'.encode())
                document = document.replace(b"<title>Streamlit</title>", b"<title>Rustad</title>")
                if scope["method"] == "HEAD":
                    document = b""
                    del MutableHeaders(scope=start)["content-length"]  # it is not that of the rewritten document
                else:
                    MutableHeaders(scope=start)["content-length"] = str(len(document))
                await send(start)
                await send({"type": "http.response.body", "body": document})
                return
            await send(message)

        # The document must come unpacked to be rewritten, and complete rather than "not modified"
        if not scope["path"].startswith("/static/"):
            scope = read_whole(scope, without=UNPACKED)
        await self.app(scope, receive, rewrite)


UNPACKED: Final = frozenset({b"accept-encoding", b"if-none-match", b"if-modified-since"})


def read_whole(scope: Scope, *, without: Collection[bytes]) -> Scope:
    """The request as it is asked further in: answered with its body, and not with the name of a file to be sent."""
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in without], "extensions": {}}


def asked_language(scope: Scope) -> str:
    codes = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("lang", [])
    return codes[0] if codes and codes[0] in CODES else settings().language
