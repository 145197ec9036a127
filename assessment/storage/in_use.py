"""Whether anybody else uses a database: what replaces or moves one must have it alone."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlalchemy.engine import Engine

from assessment.storage.backup import SHORT_WAIT
from assessment.storage.backup_errors import DatabaseInUse
from assessment.storage.database import place, told_plainly

OTHERS: Final = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user "
    "AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
)


def must_be_unused(engine: Engine) -> None:
    """Closes the engine's own idle connections. Raises DatabaseInUse.

    On PostgreSQL whoever signs in under the same name counts, so that somebody who only watches the server does not.
    """
    engine.dispose()
    if engine.dialect.name == "sqlite":
        _file_must_be_unused(Path(engine.url.database or ""))
        return
    with told_plainly(engine), engine.connect() as connection:
        if connection.exec_driver_sql(OTHERS).scalar_one():
            raise DatabaseInUse(path=place(engine.url))


def _file_must_be_unused(path: Path) -> None:
    try:
        with closing(sqlite3.connect(path, timeout=SHORT_WAIT)) as connection:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")  # refused while anybody else has it open, even if only to read
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise DatabaseInUse(path=str(path)) from error
        raise
