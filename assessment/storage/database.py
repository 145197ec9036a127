"""The engine, and the only two ways to use it: `unit_of_work` to write and `reading` to read."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, Engine, make_url
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session, create_engine

from assessment.domain.errors import AssessmentError
from assessment.storage.errors import (
    DatabaseAway,
    DatabaseBusy,
    DatabaseFull,
    DatabaseReadOnly,
    DatabaseUnreadable,
)

BUSY_SECONDS = 15
WRITE = "rustad_write"


def open_engine(url: str) -> Engine:
    """An engine that syncs every commit to disk. Connects only when used."""
    target = make_url(url)
    engine = create_engine(target, connect_args=_connect_args(target))
    if target.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _connect_args(url: URL) -> dict[str, object]:
    if url.get_backend_name() != "sqlite":
        return {}
    # isolation_level=None hands BEGIN to the listener below instead of the driver
    return {"isolation_level": None, "check_same_thread": False, "timeout": BUSY_SECONDS}


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={BUSY_SECONDS * 1000}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # Our writes read first. Taking the write lock at once keeps two of them from deciding on the same stale row.
    writes = connection.get_execution_options().get(WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def unit_of_work(engine: Engine) -> Iterator[Session]:
    """A transaction that writes: committed and synced when the block ends, rolled back on any exception.

    Raises a database error of `storage.errors` when the database refuses.
    """
    writer = engine.execution_options(**{WRITE: True})
    with _told_plainly(engine), Session(writer, expire_on_commit=False) as session, session.begin():
        yield session


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A transaction that only reads: one moment's view of everything."""
    with _told_plainly(engine), Session(engine) as session, session.begin():
        yield session


@contextmanager
def _told_plainly(engine: Engine) -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        plain = plain_error(engine.url, error)
        if plain is None:
            raise
        raise plain from error


def place(url: URL) -> str:
    """The database as a person knows it: the file's path, or the address without password."""
    return str(Path(url.database)) if url.get_backend_name() == "sqlite" and url.database else url.render_as_string()


def plain_error(url: URL, error: DatabaseError) -> AssessmentError | None:
    """The plain words for what the driver reports, or None for a bug of ours."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is None:
        return None
    match code & 0xFF:
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return DatabaseUnreadable(path=place(url))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return DatabaseReadOnly(path=place(url))
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            return DatabaseFull()
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return DatabaseBusy()
        case sqlite3.SQLITE_CANTOPEN:
            return DatabaseAway(path=place(url))
    return None
