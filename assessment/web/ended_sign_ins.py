"""Signing out for real: noted in the database, and known to the open windows of that sign-in wherever they are.

Streamlit takes the cookie from the browser. About a copy, and in a window that is open, it asks nobody again.
"""

import logging
from collections.abc import Callable, Mapping

from sqlalchemy.engine import Engine
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

log = logging.getLogger("rustad")


class EndedSignIns:
    """Does nothing in local mode.

    `from_the_start` turns what a window sends into a wish for a run of the whole page, in which the shell finds that
    the sign-in has ended and says so. What the window asked for is not done: Streamlit would not ask who it is.
    """

    def __init__(self, app: ASGIApp, *, from_the_start: Callable[[bytes], bytes]) -> None:
        self.app = app
        self.from_the_start = from_the_start
        self._engine: Engine | None = None  # once the house could be opened

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        leaving = scope["type"] == "http" and scope["path"] == LOGOUT
        claims = _claims(scope) if leaving or scope["type"] == "websocket" else None
        if claims is None:
            await self.app(scope, receive, send)
        elif leaving:
            await run_in_threadpool(_sign_out, claims)
            await self.app(scope, receive, send)
        else:

            async def watched() -> Message:
                message = await receive()
                sent = message.get("bytes")
                if sent is None or await self._still_holds(claims):
                    return message
                return {**message, "bytes": self.from_the_start(sent)}

            await self.app(scope, watched, send)

    async def _still_holds(self, claims: Claims) -> bool:
        """From memory where that will do: to wait for a thread costs more than to look."""
        if self._engine is not None and sign_in.holds_without_asking(self._engine):
            return sign_in.holds(self._engine, claims)
        return await run_in_threadpool(self._holds, claims)

    def _holds(self, claims: Claims) -> bool:
        """When the database is away the window goes on: nothing can be read or written in it anyway."""
        try:
            self._engine = house(settings().database_url)
            return sign_in.holds(self._engine, claims)
        except AssessmentError:
            return True


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
