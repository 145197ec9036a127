"""The engine, and the only two ways to use it: `unit_of_work` to write and `reading` to read."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, Engine, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlmodel import Session, create_engine

from assessment.domain.errors import AssessmentError
from assessment.storage.errors import (
    DatabaseAddressWrong,
    DatabaseAway,
    DatabaseBusy,
    DatabaseFull,
    DatabaseReadOnly,
    DatabaseUnreadable,
    DiskFailed,
)

BUSY_SECONDS = 15
CONNECTIONS = 60  # more than the threads that serve people; an SQLite connection costs next to nothing
WRITE = "rustad_write"
POSTGRES = ("postgres", "postgresql", "postgresql+psycopg")
_writers: dict[URL, Lock] = {}  # by database


def open_engine(url: str) -> Engine:
    """An engine that syncs every commit to disk. Connects only when used. Raises DatabaseAddressWrong."""
    try:
        target = driver_url(url)
        engine = create_engine(
            target,
            connect_args=_connect_args(target),
            max_overflow=CONNECTIONS,
            pool_timeout=BUSY_SECONDS,
        )
    except ArgumentError as error:  # its own text may hold the password
        raise DatabaseAddressWrong from error
    if target.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def driver_url(url: str) -> URL:
    """The parts of an address, with the driver that we use: PostgreSQL is psycopg's. Raises DatabaseAddressWrong."""
    try:
        parts = make_url(url)
    except ArgumentError as error:  # its own text may hold the password
        raise DatabaseAddressWrong from error
    return parts.set(drivername="postgresql+psycopg") if parts.drivername in POSTGRES else parts


def _connect_args(url: URL) -> dict[str, object]:
    if url.get_backend_name() != "sqlite":
        return {}
    # isolation_level=None hands BEGIN to the listener below instead of the driver
    return {"isolation_level": None, "check_same_thread": False, "timeout": BUSY_SECONDS}


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # Nothing here changes the file: it may turn out to be somebody else's. WAL is set by `migrate`, and stays.
    for pragma in ("synchronous=FULL", "foreign_keys=ON", f"busy_timeout={BUSY_SECONDS * 1000}"):
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
    with (
        told_plainly(engine),
        _turn_to_write(engine),
        Session(writer, expire_on_commit=False) as session,
        session.begin(),
    ):
        yield session


@contextmanager
def _turn_to_write(engine: Engine) -> Iterator[None]:
    """Wait in a queue within this process. SQLite has one writer, and waiting for its lock is a matter of luck."""
    if engine.dialect.name != "sqlite":
        yield
        return
    turn = _writers.setdefault(engine.url, Lock())
    if not turn.acquire(timeout=BUSY_SECONDS):
        raise DatabaseBusy
    try:
        yield
    finally:
        turn.release()


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A transaction that only reads: one moment's view of everything."""
    with told_plainly(engine), Session(engine) as session, session.begin():
        yield session


@contextmanager
def told_plainly(engine: Engine) -> Iterator[None]:
    """Whatever the database refuses in the block becomes an error of `storage.errors`; our own bugs stay bugs."""
    try:
        yield
    except PoolTimeout as error:
        raise DatabaseBusy from error
    except DatabaseError as error:
        plain = plain_error(engine.url, error.orig)
        if plain is None:
            raise
        raise plain from error
    except sqlite3.DatabaseError as error:
        plain = plain_error(engine.url, error)
        if plain is None:
            raise
        raise plain from error


def place(url: URL) -> str:
    """The database as a person knows it: the file's path, or the address without password."""
    if url.get_backend_name() == "sqlite" and url.database:
        return str(Path(url.database.removeprefix("file:")))
    return url.render_as_string()


def plain_error(url: URL, error: BaseException | None) -> AssessmentError | None:
    """The plain words for what the driver reports, or None for a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    match code & 0xFF:
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
