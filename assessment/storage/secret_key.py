"""The server's own secret, from which join codes are worked out. It is kept beside the database, not in it."""

import os
from pathlib import Path
from secrets import token_bytes
from threading import Lock
from typing import Final

from sqlalchemy.engine import make_url

from assessment.storage.database import POSTGRES
from assessment.storage.errors import DiskFailed, SecretKeyMissing

LENGTH: Final = 32  # bytes
SUFFIX: Final = ".key"
_turn_to_make: Final = Lock()


def secret_key(database_url: str) -> bytes:
    """The key in the file beside the database, made on first use.

    Raises DiskFailed when there can be none, and SecretKeyMissing for a database that is no file: several servers use
    that, and each would make a key of its own.
    """
    path = _key_path(database_url)
    try:
        with _turn_to_make:
            return _read(path) or _make(path)
    except OSError as error:
        raise DiskFailed(path=str(path)) from error


def has_key_file(database_url: str) -> bool:
    """Whether there can be such a file. An address that is none is told of by whoever opens it."""
    return database_url.partition(":")[0] not in POSTGRES


def _key_path(database_url: str) -> Path:
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite" and url.database:
        return Path(url.database).with_suffix(SUFFIX)
    raise SecretKeyMissing


def _read(path: Path) -> bytes:
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        return b""
    return found if len(found) == LENGTH else b""


def _make(path: Path) -> bytes:
    """Write a new key so that a process which starts at the same moment uses the same one."""
    new = path.with_name(f"{path.name}.{os.getpid()}")
    with open(new, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(token_bytes(LENGTH))
    try:
        os.link(new, path)
    except FileExistsError:  # another process was first, or a full disk once cut the key off
        if not _read(path):
            new.replace(path)
    finally:
        new.unlink(missing_ok=True)
    return _read(path)
