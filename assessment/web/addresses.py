"""An address that no screen has leads to the start page, instead of to Streamlit's English dialogue."""

from collections.abc import Collection

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send


class KnownAddresses:
    """`pages` are the addresses of the screens and of our own routes, without slashes."""

    def __init__(self, app: ASGIApp, *, pages: Collection[str]) -> None:
        self.app = app
        self.pages = frozenset(pages)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and self._stray(scope["path"]):
            query = scope.get("query_string", b"").decode("latin-1")
            await RedirectResponse(f"/?{query}" if query else "/")(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _stray(self, path: str) -> bool:
        """A single name that is no file and none of ours."""
        name = path.strip("/")
        return "/" not in name and "." not in name and name not in self.pages
