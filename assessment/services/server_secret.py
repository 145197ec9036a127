"""The server's secret, from which join codes and digests are worked out. The same in every process."""

from functools import cache

from sqlalchemy.engine import Engine

from assessment.settings import settings
from assessment.storage.secret_key import secret_key


def server_secret(engine: Engine) -> bytes:
    """RUSTAD_SECRET_KEY, or the key in the file beside the database. Raises SecretKeyMissing or DiskFailed."""
    return settings().secret_key.encode() or _key_beside(engine.url.render_as_string(hide_password=False))


@cache
def _key_beside(database_url: str) -> bytes:
    return secret_key(database_url)
