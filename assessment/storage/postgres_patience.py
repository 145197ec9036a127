"""A server that has stopped answering without hanging up: a frozen machine, a cable that was pulled.

Its network still takes what it is sent, so neither the operating system nor the server's own limits end the wait.
Here nobody waits longer than is said below, and while it is silent only one asks whether it is back.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic
from typing import Any, Final

from psycopg import Connection, OperationalError
from psycopg.abc import PQGen
from psycopg.errors import ConnectionTimeout, _WaitTimeout
from sqlalchemy import Connection as Transaction
from sqlalchemy import event
from sqlalchemy.engine import URL, Engine

from assessment.storage.database import PURPOSE, Purpose

PING: Final = 5.0  # seconds for the question whether a connection that rested is still there
STATEMENT: Final = 25.0  # seconds; longer than anybody waits for a lock
RETRY: Final = 1.0  # seconds from when the server was silent until somebody asks again


class Silence:
    """What this process knows of one server. Thread-safe."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._silent = self._asking = False
        self._ask_at = 0.0  # by the clock `monotonic`

    def heard_nothing(self) -> None:
        with self._lock:
            self._silent, self._ask_at = True, monotonic() + RETRY

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Connect in the block. Raises OperationalError at once when the server is silent and it is not time to ask."""
        with self._lock:
            if self._silent and (self._asking or monotonic() < self._ask_at):
                raise OperationalError("silent since somebody asked last")
            alone = self._asking = self._silent
        try:
            yield
        except ConnectionTimeout:
            self.heard_nothing()
            raise
        else:
            with self._lock:
                self._silent = False
        finally:
            if alone:
                with self._lock:
                    self._asking = False


class PatientConnection(Connection[Any]):
    """Gives up after `patience` seconds without a full answer, and hangs up: a late one would be taken for the next."""

    patience: float | None = PING
    silence: Silence

    def wait(self, gen: PQGen[Any], interval: float = 0.1, timeout: float | None = None) -> Any:
        try:
            return super().wait(gen, interval, self.patience if timeout is None else timeout)
        except _WaitTimeout:
            self.pgconn.finish()
            self.silence.heard_nothing()
            raise


_silences: dict[URL, Silence] = {}  # by database


def wait_patiently(engine: Engine) -> None:
    """Every use of the engine ends, with the error that the connection is lost if need be."""
    silence = _silences.setdefault(engine.url, Silence())

    def connect(_dialect: object, _record: object, given: Any, options: Any) -> PatientConnection:
        with silence.asking():
            connection = PatientConnection.connect(*given, **options)
        connection.silence = silence
        return connection

    def begin(transaction: Transaction) -> None:
        purpose = transaction.get_execution_options().get(PURPOSE, Purpose.READ)
        connection: Any = transaction.connection.driver_connection
        connection.patience = None if purpose is Purpose.SCHEMA else STATEMENT  # a rebuilt table takes what it takes

    def rest(connection: Any, _record: object) -> None:
        if connection is not None:
            connection.patience = PING

    event.listen(engine, "do_connect", connect)
    event.listen(engine, "begin", begin)
    event.listen(engine, "checkin", rest)
