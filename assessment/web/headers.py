"""What a browser may load, keep and tell of what Rustad sends it. Each relaxation has its reason beside it."""

import re
from base64 import b64encode
from hashlib import sha256
from typing import Final

from assessment.settings import settings

YEAR: Final = 31_536_000  # seconds
# What is no page loads nothing and is shown nowhere. Scripts are also what workers begin with, which load more of them.
NOTHING: Final = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
OWN_ONLY: Final = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
PAPER: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)  # the marks carry their lengths in style attributes
SAFE: Final = {
    "x-content-type-options": "nosniff",
    # Not "no-referrer": under that browsers send forms with "Origin: null", as those from elsewhere would be
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
NOT_KEPT: Final = "no-store"
ASKED_AGAIN: Final = "no-cache"
INLINE: Final = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
HOST: Final = re.compile(r"[A-Za-z0-9.-]+(:\d{1,5})?|\[[0-9a-fA-F:]+\](:\d{1,5})?")


def screen_policy(document: bytes, host: str) -> str:
    """For Streamlit's document. The scripts that stand in it are named by what they are, so that no other one runs."""
    scripts = " ".join(f"'sha256-{_digest(script)}'" for script in INLINE.findall(document))
    return (
        # WebAssembly: Streamlit's reader of messages and Plotly try to compile some as they are loaded
        f"default-src 'none'; script-src 'self' {scripts} 'wasm-unsafe-eval'; "
        # Streamlit writes its styles into the page as it goes, and so do our stylesheet and the marks
        "style-src 'self' 'unsafe-inline'; "
        # Streamlit's own stylesheet holds a small font as data
        "font-src 'self' data:; "
        # Pictures that are made in the browser: Plotly's download, Streamlit's icons
        "img-src 'self' data: blob:; media-src 'self'; manifest-src 'self'; worker-src 'self' blob:; "
        f"connect-src 'self'{_sockets(host)}; "
        "object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def _sockets(host: str) -> str:
    """Older browsers do not count WebSockets to one's own server to 'self'."""
    return f" ws://{host} wss://{host}" if HOST.fullmatch(host) else ""


def style_digest(style: str) -> str:
    return f"'sha256-{_digest(style.encode())}'"


def _digest(content: bytes) -> str:
    return b64encode(sha256(content).digest()).decode()


def policy_for(kind: str) -> str:
    """For everything but the document. `kind` is the content type."""
    return OWN_ONLY if "javascript" in kind else NOTHING


def kept(path: str) -> str | None:
    """What may be kept of an answer from there; None where Streamlit says it itself, by names that change."""
    if path.startswith("/static/"):
        return None
    return ASKED_AGAIN if path.startswith("/app/static/") else NOT_KEPT


def transport() -> dict[str, str]:
    """Once reached over https, never again without."""
    secure = settings().public_url.startswith("https://")
    return {"strict-transport-security": f"max-age={YEAR}"} if secure else {}
