"""Who may reach the dashboard at all: this computer only, or whoever comes by the address that people sign in at.

In both cases a page of another site can neither open a socket nor send anything that changes something.
"""

import re
from ipaddress import ip_address
from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from assessment.domain.errors import sentence
from assessment.services.access_settings import public_host
from assessment.settings import settings
from assessment.web.shut_door import shut_door

LOOPBACK_NAMES: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})
PORT: Final = re.compile(r":\d*$")
FORWARDING: Final = frozenset({"forwarded", "via", "x-real-ip"})
FORWARDING_FAMILY: Final = "x-forwarded-"
READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})
PROBES: Final = frozenset({"/halsa", "/_stcore/health"})  # asked under any name; they tell nothing about anybody
ONLY_HERE: Final = sentence(
    "Rustad answers only to this computer. To let others in, the server must be set up for sign-in."
)
OTHER_NAME: Final = sentence("Rustad does not answer under this name. Use the address that you were given.")


class Access:
    """Refuses whoever may not come in, by the rules of RUSTAD_ACCESS."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        local = settings().access == "local"
        if scope["type"] == "lifespan" or (_is_local(scope) if local else _by_its_name(scope)):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            await shut_door(scope, ONLY_HERE if local else OTHER_NAME)(scope, receive, send)


def by_our_name(scope: Scope) -> bool:
    """Whether a phone asks under the name that people were given. In local mode any address that leads here will do."""
    return settings().access == "local" or _has_our_name(Headers(scope=scope))


def _is_local(scope: Scope) -> bool:
    """Loopback peer, loopback Host, no sign of a proxy, no other site behind it."""
    headers = Headers(scope=scope)
    peer = scope.get("client")
    if peer is None or not _is_loopback(peer[0]):
        return False
    if any(name in FORWARDING or name.startswith(FORWARDING_FAMILY) for name in headers):
        return False
    hosts = [PORT.sub("", host).lower() for host in headers.getlist("host")]
    return len(hosts) == 1 and hosts[0] in LOOPBACK_NAMES and _from_here(scope, headers)


def _by_its_name(scope: Scope) -> bool:
    """The public address's Host, no other site behind it."""
    headers = Headers(scope=scope)
    if scope["path"] in PROBES:
        return True
    return _has_our_name(headers) and _from_here(scope, headers)


def _has_our_name(headers: Headers) -> bool:
    return [host.lower() for host in headers.getlist("host")] == [public_host()]


def _from_here(scope: Scope, headers: Headers) -> bool:
    """Whether what opens a socket or changes something was sent by a page of ours. Browsers say so in Origin."""
    if scope["type"] == "http" and scope["method"] in READING:
        return True
    host = headers.get("host", "").lower()
    return all(origin.lower().partition("://")[2] == host for origin in headers.getlist("origin"))


def _is_loopback(address: str) -> bool:
    try:
        found = ip_address(address)
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)  # how a server that listens on both sees IPv4
    return (mapped or found).is_loopback
