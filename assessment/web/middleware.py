"""What lies round Streamlit: who may reach it, in which language it begins, how much it sends, what it may load.

Written as bare ASGI, because `BaseHTTPMiddleware` would buffer and does not see WebSockets.
"""

import gzip
from ipaddress import ip_address
from typing import Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessment.domain.errors import sentence
from assessment.settings import settings
from assessment.texts.language import CODES, language

LOOPBACK_NAMES: Final = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})
FORWARDING: Final = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
ONLY_HERE: Final = sentence(
    "Rustad answers only to this computer. To let others in, the server must be set up for sign-in."
)
POLICY: Final = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss:; worker-src 'self' blob:; "
    "frame-ancestors 'none'; base-uri 'self'; form-action 'self'"
)
HEADERS: Final = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
COMPRESSED: Final = (".js", ".css")


class LocalAccess:
    """Lets in this computer only: loopback peer, loopback Host, no sign of a proxy."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or self._local(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            refusal = PlainTextResponse(language(_asked_language(scope)).text(ONLY_HERE), status_code=403)
            await refusal(scope, receive, send)

    def _local(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        peer = scope.get("client")
        if peer is not None and not _is_loopback(peer[0]):
            return False
        if any(name in headers for name in FORWARDING):
            return False
        host = headers.get("host", "").rpartition(":")[0] or headers.get("host", "")
        return host.lower() in LOOPBACK_NAMES


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return address == "testclient"


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
                document = body.replace(b'<html lang="en">', f'<html lang="{_asked_language(scope)}">'.encode())
                document = document.replace(b"<title>Streamlit</title>", b"<title>Rustad</title>")
                MutableHeaders(scope=start)["content-length"] = str(len(document))
                await send(start)
                await send({"type": "http.response.body", "body": document})
                return
            await send(message)

        # The document must come unpacked to be rewritten, and complete rather than "not modified"
        if not scope["path"].startswith("/static/"):
            scope = {**scope, "headers": [h for h in scope["headers"] if h[0] not in UNPACKED]}
        await self.app(scope, receive, rewrite)


UNPACKED: Final = (b"accept-encoding", b"if-none-match", b"if-modified-since")


def _asked_language(scope: Scope) -> str:
    codes = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("lang", [])
    return codes[0] if codes and codes[0] in CODES else settings().language


class PackedBundles:
    """Sends Streamlit's scripts and styles gzipped, each packed once. Their names carry a hash of their content."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.packed: dict[str, tuple[list[tuple[bytes, bytes]], bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self._packable(scope):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if path not in self.packed and not await self._pack(scope, receive, send):
            return
        headers, body = self.packed[path]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body if scope["method"] == "GET" else b""})

    def _packable(self, scope: Scope) -> bool:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return False
        named = scope["path"].startswith("/static/") and scope["path"].endswith(COMPRESSED)
        headers = Headers(scope=scope)
        fresh = "range" not in headers and "if-none-match" not in headers and "if-modified-since" not in headers
        return named and fresh and "gzip" in headers.get("accept-encoding", "")

    async def _pack(self, scope: Scope, receive: Receive, send: Send) -> bool:
        """Keep the packed answer; False when the answer was no file and has been sent as it was."""
        messages: list[Message] = []

        async def keep(message: Message) -> None:
            messages.append(message)

        plain = {**scope, "method": "GET", "headers": [h for h in scope["headers"] if h[0] != b"accept-encoding"]}
        await self.app(plain, receive, keep)
        if messages[0]["status"] != 200:
            for message in messages:
                await send(message)
            return False
        body = gzip.compress(b"".join(m.get("body", b"") for m in messages[1:]), 6, mtime=0)
        headers = MutableHeaders(raw=list(messages[0]["headers"]))
        headers["content-encoding"] = "gzip"
        headers["content-length"] = str(len(body))
        headers["vary"] = "Accept-Encoding"
        self.packed[scope["path"]] = (headers.raw, body)
        return True


MIDDLEWARE: Final = [Middleware(LocalAccess), Middleware(PackedBundles), Middleware(PageHead)]
