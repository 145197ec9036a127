"""How Rustad uses an SQLite file: connections, transactions, and what its errors mean."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final

from sqlalchemy.engine import URL, Engine

from assessment.domain.errors import AssessmentError
from assessment.storage.errors import (
    DatabaseAway,
    DatabaseBusy,
    DatabaseFull,
    DatabaseReadOnly,
    DatabaseUnreadable,
    DiskFailed,
)
from assessment.storage.sqlite_place import keep_to_place

POOL: Final = {"max_overflow": 60}  # more than the threads that serve people; a connection costs next to nothing
# Our writes read first. Taking the write lock at once keeps two of them from deciding on the same stale row.
BEGIN: Final = {"read": "BEGIN", "write": "BEGIN IMMEDIATE", "schema": "BEGIN IMMEDIATE"}


def connect_args(_url: URL, wait: float) -> dict[str, object]:
    """What the driver is told. `wait`: how many seconds to wait for another program's lock."""
    # isolation_level=None hands BEGIN to us instead of the driver
    return {"isolation_level": None, "check_same_thread": False, "timeout": wait}


def preparing(wait: float) -> Callable[[sqlite3.Connection, object], None]:
    """What is done with each new connection."""

    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        # Nothing here changes the file: it may turn out to be somebody else's. WAL is set by `migrate`, and stays.
        for pragma in ("synchronous=FULL", "foreign_keys=ON", f"busy_timeout={int(wait * 1000)}"):
            connection.execute(f"PRAGMA {pragma}")

    return prepare


def watch(engine: Engine) -> None:
    """Meet the file at its address, and no other."""
    keep_to_place(engine)


def must_know_options(_url: URL) -> None:
    """SQLite passes over what it does not know."""


def place(url: URL) -> str:
    """The file's path."""
    return str(Path((url.database or "").removeprefix("file:")))


def plain_error(url: URL, error: BaseException | None, *, lost: bool) -> AssessmentError | None:  # noqa: ARG001
    """The plain words for what the driver reports, or None for a bug of ours."""
    match getattr(error, "sqlite_errorcode", -1) & 0xFF:
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return DatabaseUnreadable(path=place(url))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return DatabaseReadOnly(path=place(url))
        case sqlite3.SQLITE_FULL:
            return DatabaseFull()
        case sqlite3.SQLITE_IOERR:
            return DiskFailed(path=place(url))
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return DatabaseBusy()
        case sqlite3.SQLITE_CANTOPEN:
            return DatabaseAway(path=place(url))
    return None
