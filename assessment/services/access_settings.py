"""Whether the settings that decide who gets in belong together, and what follows from them."""

from hashlib import sha256
from hmac import new as keyed
from typing import Final
from urllib.parse import urlsplit

from assessment.domain.errors import sentence
from assessment.domain.setting_errors import SettingMissing, SettingWrong
from assessment.settings import Settings, settings
from assessment.storage.database import must_be_address
from assessment.storage.errors import SecretKeyMissing
from assessment.storage.secret_key import has_key_file

SHORTEST_SECRET: Final = 32
LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
NEEDED: Final = (
    ("public_url", sentence("the address under which people reach Rustad, such as https://rustad.example")),
    ("secret_key", sentence("a long random text, the same in every process")),
    ("oidc_metadata_url", sentence("the provider's address that ends with /.well-known/openid-configuration")),
    ("oidc_client_id", sentence("what the provider calls Rustad")),
    ("oidc_client_secret", sentence("the secret that the provider gave Rustad")),
    ("administrators", sentence("at least one group, role or e-mail address")),
)
ONLY_ORIGIN: Final = sentence("it must be https:// and a name with nothing after it; http:// only on this computer")
ONLY_HTTPS: Final = sentence("it must begin with https://, unless the provider is on this computer")
TOO_SHORT: Final = sentence("it needs at least 32 characters")
TOO_FEW_HOURS: Final = sentence("it must be 1 or more")


def must_belong_together() -> None:
    """Raises SettingMissing, SettingWrong, SecretKeyMissing or DatabaseAddressWrong, which name the variable."""
    chosen = settings()
    must_be_address(chosen.database_url)
    if not chosen.secret_key and not has_key_file(chosen.database_url):
        raise SecretKeyMissing
    if chosen.access != "oidc":
        return
    for name, what in NEEDED:
        if not getattr(chosen, name).strip(", "):
            raise SettingMissing(variable=_variable(name), what=what)
    _must_hold(_is_origin(chosen), "public_url", ONLY_ORIGIN)
    _must_hold(_is_safe(chosen.oidc_metadata_url), "oidc_metadata_url", ONLY_HTTPS)
    _must_hold(len(chosen.secret_key) >= SHORTEST_SECRET, "secret_key", TOO_SHORT)
    _must_hold(chosen.session_hours >= 1, "session_hours", TOO_FEW_HOURS)


def cookie_secret() -> str:
    """What the sign-in's cookies are signed with: not the secret itself, which other things follow from too."""
    return keyed(settings().secret_key.encode(), b"sign-in cookies", sha256).hexdigest()


def public_host() -> str:
    """Name and port of the address under which people reach Rustad, in small letters."""
    return urlsplit(settings().public_url).netloc.lower()


def behind_https() -> bool:
    """Whether people sign in and reach Rustad encrypted."""
    return settings().access == "oidc" and settings().public_url.startswith("https://")


def _must_hold(holds: bool, name: str, what: str) -> None:
    if not holds:
        raise SettingWrong(variable=_variable(name), what=what)


def _variable(name: str) -> str:
    return f"RUSTAD_{name.upper()}"


def _is_origin(chosen: Settings) -> bool:
    if not _is_safe(chosen.public_url):
        return False
    parts = urlsplit(chosen.public_url)
    return not (parts.path.strip("/") or parts.query or parts.fragment or parts.username)


def _is_safe(address: str) -> bool:
    try:
        parts = urlsplit(address)
        named = bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets without an address, a port that is none
        return False
    return named and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK))
