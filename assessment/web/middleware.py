"""What lies round Streamlit, in its order: cookies, phones, the first document, access, files sent in, packed bundles.

Written as bare ASGI, because `BaseHTTPMiddleware` would buffer and does not see WebSockets.
"""

import asyncio
import gzip
import re
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessment.web.access import Access
from assessment.web.page_head import PageHead, read_whole
from assessment.web.phone import PHONE_PAGES, PhoneAddresses
from assessment.web.sign_in_cookies import SignInCookies
from assessment.web.uploads import Uploads

COMPRESSED: Final = (".js", ".css")
GZIP: Final = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")


class PackedBundles:
    """Sends Streamlit's scripts and styles gzipped, each packed once. Their names carry a hash of their content."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.packed: dict[str, tuple[list[tuple[bytes, bytes]], bytes]] = {}
        self.packing = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self._packable(scope):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        async with self.packing:
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
        return named and fresh and GZIP.search(headers.get("accept-encoding", "")) is not None

    async def _pack(self, scope: Scope, receive: Receive, send: Send) -> bool:
        """Keep the packed answer; False when the answer was no file and has been sent as it was."""
        messages: list[Message] = []

        async def keep(message: Message) -> None:
            messages.append(message)

        plain = {**read_whole(scope, without={b"accept-encoding"}), "method": "GET"}
        await self.app(plain, receive, keep)
        if messages[0]["status"] != 200:
            for message in messages:
                await send(message)
            return False
        whole = b"".join(message.get("body", b"") for message in messages[1:])
        body = await asyncio.to_thread(gzip.compress, whole, 6, mtime=0)
        headers = MutableHeaders(raw=list(messages[0]["headers"]))
        headers["content-encoding"] = "gzip"
        headers["content-length"] = str(len(body))
        headers["vary"] = "Accept-Encoding"
        self.packed[scope["path"]] = (headers.raw, body)
        return True


MIDDLEWARE: Final = [
    Middleware(SignInCookies),
    Middleware(PhoneAddresses, pages=PHONE_PAGES),  # before Access: phones come from the network
    Middleware(PageHead),
    Middleware(Access),
    Middleware(Uploads),
    Middleware(PackedBundles),
]  # the first is the outermost
