"""What Streamlit's sign-in leaves to us: cookies for https only, and back to the page that one came from."""

from typing import Final
from urllib.parse import quote, unquote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessment.services.access_settings import behind_https, public_host
from assessment.settings import settings

LOGIN: Final = "/auth/login"
LOGOUT: Final = "/auth/logout"
CALLBACK: Final = "/oauth2callback"
RETURN: Final = "rustad_till"
MINUTES: Final = 600  # seconds that a sign-in may take


class SignInCookies:
    """Does nothing in local mode."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or settings().access == "local":
            await self.app(scope, receive, send)
            return

        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                _keep_place(scope, headers)
                _go_back(scope, headers)
                if behind_https():
                    message["headers"] = [_secured(*pair) for pair in message["headers"]]
            await send(message)

        await self.app(scope, receive, complete)


def _keep_place(scope: Scope, headers: MutableHeaders) -> None:
    """At the start of a sign-in: remember the page, which the browser names in Referer."""
    if scope["path"] != LOGIN:
        return
    came = urlsplit(Headers(scope=scope).get("referer", ""))
    if came.netloc.lower() == public_host():
        place = quote(came.path + (f"?{came.query}" if came.query else ""), safe="")
        headers.append("set-cookie", f"{RETURN}={place}; Max-Age={MINUTES}; Path=/; HttpOnly; SameSite=Lax")


def _go_back(scope: Scope, headers: MutableHeaders) -> None:
    """After it: there, if it is a place of ours."""
    place = unquote(cookie_parser(Headers(scope=scope).get("cookie", "")).get(RETURN, ""))
    if scope["path"] != CALLBACK or not place:
        return
    if "location" in headers and place.startswith("/") and not place.startswith(("//", "/\\")) and place.isprintable():
        headers["location"] = quote(place, safe="/?&=%:+,")
    headers.append("set-cookie", f"{RETURN}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax")


def _secured(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    if name.lower() != b"set-cookie" or b"; secure" in value.lower():
        return name, value
    return name, value + b"; Secure"
