"""How Rustad speaks to a PostgreSQL server: connections, transactions, and what its errors mean."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from psycopg import Connection as DriverConnection
from psycopg import Error, OperationalError, ProgrammingError
from psycopg.conninfo import make_conninfo
from psycopg.types.string import StrDumperUnknown
from sqlalchemy.engine import URL, Engine

from assessment.domain.errors import AssessmentError
from assessment.storage.errors import (
    DatabaseAddressWrong,
    DatabaseBusy,
    DatabaseFull,
    DatabaseUnreadable,
    DiskFailed,
)
from assessment.storage.postgres_errors import (
    ConnectionLost,
    ConnectionsUsedUp,
    RightsMissing,
    ServerAway,
    ServerReadOnly,
    ServerWithoutDatabase,
    SignInRefused,
)
from assessment.storage.postgres_patience import wait_patiently

LOCK: Final = 0x527573746164  # the number of our advisory lock: “Rustad”
POOL: Final = {"pool_size": 20, "max_overflow": 10, "pool_pre_ping": True, "pool_use_lifo": True}
# Seconds unless said otherwise. A server that vanished without a word is noticed within half a minute.
CONNECTING: Final[Mapping[str, object]] = {
    "application_name": "rustad",
    "connect_timeout": 5,
    "keepalives_idle": 15,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,  # milliseconds
}
LONGEST: Final = 60  # seconds for a statement, and for a transaction that does nothing
# A commit is on disk when it is acknowledged, also where the server's own choice is to be quicker.
PREPARE: Final = """
SELECT set_config('TimeZone', 'UTC', false), set_config('lock_timeout', '{wait}s', false),
       set_config('statement_timeout', '{longest}s', false),
       set_config('idle_in_transaction_session_timeout', '{longest}s', false),
       set_config('synchronous_commit', replace(current_setting('synchronous_commit'), 'off', 'on'), false)
"""
BEGIN: Final = {
    # One moment's view of everything, as in SQLite
    "read": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    # Writers take turns as in SQLite. The lock comes first, so that what they read afterwards is the newest.
    "write": f"BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock({LOCK})",
    # Another process may be changing the schema for a while; a rebuilt table takes what it takes.
    "schema": "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL statement_timeout = 0; "
    f"SET LOCAL lock_timeout = '10min'; SELECT pg_advisory_xact_lock({LOCK})",
}
# Before anybody is signed in the server sends no code, only words, which are English unless somebody chose otherwise.
AT_THE_DOOR: Final = (
    ("authentication failed", SignInRefused),
    ("no password supplied", SignInRefused),
    ("no pg_hba.conf entry", SignInRefused),
    ("is not permitted to log in", SignInRefused),
    ("does not exist", ServerWithoutDatabase),
    ("permission denied for database", RightsMissing),
    ("too many clients", ConnectionsUsedUp),
    ("too many connections", ConnectionsUsedUp),
    ("remaining connection slots", ConnectionsUsedUp),
)


class _WithoutNul(StrDumperUnknown):
    """PostgreSQL keeps no NUL in a text. Ours hold none, but an address may: then nothing of that name is found."""

    def dump(self, obj: str) -> Any:
        return super().dump(obj.replace("\0", "\ufffd") if "\0" in obj else obj)


def connect_args(url: URL, _wait: float) -> dict[str, object]:
    """What the driver is told beside the address, which comes first."""
    return {name: value for name, value in CONNECTING.items() if name not in url.query} | {"autocommit": True}


def preparing(wait: float) -> Callable[[DriverConnection, object], None]:
    """What is done with each new connection; `wait` is how many seconds it may wait for a lock."""
    settings = PREPARE.format(wait=wait, longest=LONGEST)

    def prepare(connection: DriverConnection, _record: object) -> None:
        connection.adapters.register_dumper(str, _WithoutNul)
        connection.execute(settings)

    return prepare


def watch(engine: Engine) -> None:
    """Nobody waits for ever for a server that has gone silent."""
    wait_patiently(engine)


def must_know_options(url: URL) -> None:
    """Raises DatabaseAddressWrong for what stands behind ? in an address and is no option of PostgreSQL's."""
    try:
        make_conninfo(**dict.fromkeys(url.query, ""))
    except ProgrammingError:
        raise DatabaseAddressWrong from None


def place(url: URL) -> str:
    """Host and database. No more: whatever else stands in an address may be secret."""
    host = url.host or url.query.get("host") or "localhost"
    port = f":{url.port}" if url.port else ""
    return f"{host if isinstance(host, str) else host[0]}{port}/{url.database or ''}"


def plain_error(url: URL, error: BaseException | None, *, lost: bool) -> AssessmentError | None:
    """The plain words for what the server reports, or None for a bug of ours. `lost`: the connection is gone."""
    if not isinstance(error, Error):
        return None
    where = place(url)
    match error.sqlstate or "":
        case "53100":
            return DatabaseFull()
        case "53300":
            return ConnectionsUsedUp(place=where)
        case "55P03" | "57014" | "25P03" | "40001" | "40P01" | "53200":
            return DatabaseBusy()
        case "25006":
            return ServerReadOnly(place=where)
        case "42501":
            return RightsMissing(place=where)
        case "58030":
            return DiskFailed(path=where)
        case "XX001" | "XX002":
            return DatabaseUnreadable(path=where)
        case "57P01" | "57P02" | "57P03":
            return ConnectionLost(place=where)
        case "":
            return ConnectionLost(place=where) if lost else _refused_at_the_door(where, error)
    return ConnectionLost(place=where) if lost else None


def _refused_at_the_door(where: str, error: Error) -> AssessmentError | None:
    told = str(error)
    if not isinstance(error, OperationalError):
        return DatabaseAddressWrong() if "invalid connection option" in told else None
    return next((meant(place=where) for words, meant in AT_THE_DOOR if words in told), ServerAway(place=where))
