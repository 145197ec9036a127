"""Signing out for real: noted in the database, and open windows of that sign-in are closed wherever they are.

Streamlit takes the cookie from the browser and asks nobody again in a window that is open, nor about a copy.
"""

import logging
from collections.abc import Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessment.domain.errors import AssessmentError
from assessment.domain.sign_in import Claims
from assessment.services import sign_in
from assessment.services.house import house
from assessment.settings import settings
from assessment.texts.language import language
from assessment.web.sign_in_cookies import LOGOUT
from assessment.web.signed_in import claims_in

PROTOCOLS = b"sec-websocket-protocol"
log = logging.getLogger("rustad")


class EndedSignIns:
    """Does nothing in local mode."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        leaving = scope["type"] == "http" and scope["path"] == LOGOUT
        claims = _claims(scope) if leaving or scope["type"] == "websocket" else None
        if claims is None:
            await self.app(scope, receive, send)
        elif leaving:
            await run_in_threadpool(_sign_out, claims)
            await self.app(scope, receive, send)
        elif await run_in_threadpool(_holds, claims):
            window = _Window(claims, receive, send)
            await self.app(scope, window.receive, window.send)
        else:
            await self.app(_as_stranger(scope), receive, send)  # the shell says what is the matter


class _Window:
    """The connection of an open window. It is closed when something comes from it after its sign-in has ended."""

    def __init__(self, claims: Claims, receive: Receive, send: Send) -> None:
        self._claims, self._receive, self._send = claims, receive, send
        self._closed = False

    async def receive(self) -> Message:
        message = await self._receive()
        if message["type"] != "websocket.receive" or await run_in_threadpool(_holds, self._claims):
            return message
        self._closed = True
        await self._send({"type": "websocket.close", "code": 1008})
        return {"type": "websocket.disconnect", "code": 1008}

    async def send(self, message: Message) -> None:
        if not self._closed:  # Streamlit may be in the middle of a run
            await self._send(message)


def _claims(scope: Scope) -> Claims | None:
    if settings().access == "local":
        return None
    cookies: Mapping[str, str] = HTTPConnection(scope).cookies
    return claims_in(cookies)


def _sign_out(claims: Claims) -> None:
    """Should the database be away, the browser still loses its cookie, and the log tells that a copy would work."""
    try:
        sign_in.sign_out(house(settings().database_url), claims)
    except AssessmentError as error:
        log.error("somebody signed out and it could not be noted: %s", language("en").explain(error))


def _holds(claims: Claims) -> bool:
    """When the database is away the window stays open: nothing can be read or written in it anyway."""
    try:
        return sign_in.holds(house(settings().database_url), claims)
    except AssessmentError:
        return True


def _as_stranger(scope: Scope) -> Scope:
    """Without the third protocol, in which a window names the session that it had: it gets a new and empty one."""
    headers = [
        (name, b", ".join(part.strip() for part in value.split(b",")[:2])) if name == PROTOCOLS else (name, value)
        for name, value in scope["headers"]
    ]
    return {**scope, "headers": headers}
