"""The engine, and the only two ways to use it: `unit_of_work` to write and `reading` to read."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from threading import Lock
from typing import Any, Final, Protocol

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlmodel import Session, create_engine

from assessment.domain.errors import AssessmentError
from assessment.storage import sqlite_connections
from assessment.storage.errors import DatabaseAddressWrong, DatabaseBusy

POSTGRES: Final = ("postgres", "postgresql", "postgresql+psycopg")
SQLITE: Final = ("sqlite", "sqlite+pysqlite")
BUSY_SECONDS = 15
PURPOSE: Final = "rustad_purpose"
_writers: dict[URL, Lock] = {}  # by database


class Purpose(StrEnum):
    """What a transaction is for, by which each database chooses how to begin it."""

    READ = "read"
    WRITE = "write"
    SCHEMA = "schema"


class Connections(Protocol):
    """What a module offers that knows one kind of database."""

    @property
    def POOL(self) -> Mapping[str, object]: ...  # noqa: N802 - a module's constant

    @property
    def BEGIN(self) -> Mapping[str, str]: ...  # noqa: N802

    def connect_args(self, url: URL, wait: float) -> dict[str, object]: ...

    def preparing(self, wait: float) -> Callable[[Any, object], None]: ...

    def watch(self, engine: Engine) -> None: ...

    def place(self, url: URL) -> str: ...

    def must_know_options(self, url: URL) -> None: ...

    def plain_error(self, url: URL, error: Any, *, lost: bool) -> AssessmentError | None: ...


def _connections(url: URL) -> Connections:
    if url.get_backend_name() == "sqlite":
        return sqlite_connections
    # Only where there is a server: most installations have none, and importing its driver costs a tenth of a second.
    from assessment.storage import postgres_connections  # noqa: PLC0415 - see above

    return postgres_connections


def open_engine(url: str) -> Engine:
    """An engine that syncs every commit to disk. Connects only when used. Raises DatabaseAddressWrong.

    Its errors do not repeat the values in a statement, which may be somebody's answers.
    """
    target = driver_url(url)
    kind = _connections(target)
    engine = create_engine(
        target,
        hide_parameters=True,
        connect_args=kind.connect_args(target, BUSY_SECONDS),
        pool_timeout=BUSY_SECONDS,
        **kind.POOL,
    )

    def begin(connection: Connection) -> None:
        purpose = connection.get_execution_options().get(PURPOSE, Purpose.READ)
        connection.exec_driver_sql(kind.BEGIN[purpose])

    kind.watch(engine)
    event.listen(engine, "connect", kind.preparing(BUSY_SECONDS))
    event.listen(engine, "begin", begin)
    return engine


def driver_url(url: str) -> URL:
    """The parts of an address, with the driver that we use. Raises DatabaseAddressWrong."""
    try:
        parts = make_url(url)
    except (ArgumentError, ValueError):
        raise DatabaseAddressWrong from None  # the cause's own text may hold the password
    if parts.drivername in POSTGRES:
        return parts.set(drivername=POSTGRES[-1])
    if parts.drivername not in SQLITE:
        raise DatabaseAddressWrong
    return parts


def must_be_address(url: str) -> None:
    """Raises DatabaseAddressWrong, also for an option behind it that means nothing. Connects to nobody."""
    target = driver_url(url)
    _connections(target).must_know_options(target)


@contextmanager
def unit_of_work(engine: Engine) -> Iterator[Session]:
    """A transaction that writes: committed and synced when the block ends, rolled back on any exception.

    Raises a database error of `storage.errors` or `storage.postgres_errors` when the database refuses.
    """
    writer = engine.execution_options(**{PURPOSE: Purpose.WRITE})
    with (
        told_plainly(engine),
        _turn_to_write(engine),
        Session(writer, expire_on_commit=False) as session,
        session.begin(),
    ):
        yield session


@contextmanager
def _turn_to_write(engine: Engine) -> Iterator[None]:
    """Wait in a queue within this process. Nobody waits with a connection in hand."""
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
    """Whatever the database refuses in the block becomes an error with a sentence; our own bugs stay bugs."""
    try:
        yield
    except PoolTimeout as error:
        raise DatabaseBusy from error
    except DBAPIError as error:
        plain = plain_error(engine.url, error.orig, lost=error.connection_invalidated)
        if plain is None:
            raise
        raise plain from error
    except sqlite3.DatabaseError as error:
        plain = plain_error(engine.url, error)
        if plain is None:
            raise
        raise plain from error


def place(url: URL) -> str:
    """The database as a person knows it: the file's path, or host and name, never with a password."""
    return _connections(url).place(url)


def plain_error(url: URL, error: BaseException | None, *, lost: bool = False) -> AssessmentError | None:
    """The plain words for what the driver reports, or None for a bug of ours. `lost`: the connection is gone."""
    return _connections(url).plain_error(url, error, lost=lost)
