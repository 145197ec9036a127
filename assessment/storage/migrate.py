"""Brings a database to this version's schema, from any earlier one."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect
from sqlalchemy.engine import Engine

from assessment.storage.database import BUSY_SECONDS, PURPOSE, Purpose, place, told_plainly
from assessment.storage.errors import DatabaseNewer, DatabaseUnreadable
from assessment.storage.postgres_schema import must_hold_utf8, order_by_code_point
from assessment.storage.tables import Row

# Alembic is imported only where a schema is changed: most starts change none, and it costs a sixth of a second.
if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
VERSION_TABLE = "alembic_version"
OURS = {"checklist", "assessment"}  # tables that every version of the schema has


def migrate(engine: Engine) -> None:
    """Create or upgrade the schema in one transaction.

    Raises DatabaseNewer for a schema of a later version, DatabaseUnreadable for a file that is something else, and the
    other errors of `storage.errors`. Nothing is changed then.
    """
    with told_plainly(engine):
        if not is_current(engine):
            with schema_change(engine) as connection:
                upgrade(engine, connection)
        _use_wal(engine)


def head() -> str:
    """The revision that this version of the program works with: migrations are numbered by their file names."""
    return max(path.stem.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*_*.py"))


def knows(revision: str) -> bool:
    """Whether this version of the program can work with a database of that revision, or upgrade it."""
    return bool(list((MIGRATIONS / "versions").glob(f"{revision}_*.py"))) if revision.isalnum() else False


def is_current(engine: Engine) -> bool:
    """Whether the database is ours and the schema is the one that this version works with."""
    with engine.connect() as connection:
        return (
            inspect(connection).get_table_names() != []
            and _is_ours(connection)
            and stored_revision(connection) == head()
        )


@contextmanager
def schema_change(engine: Engine) -> Iterator[Connection]:
    """A writing transaction in which tables may be rebuilt: committed when the block ends.

    Foreign keys rest meanwhile. Otherwise SQLite would delete everything that refers to a table while it is rebuilt.
    """
    with engine.connect().execution_options(**{PURPOSE: Purpose.SCHEMA}) as connection:
        _enforce_foreign_keys(connection, "OFF")
        try:
            with connection.begin():
                yield connection
                _must_have_whole_references(connection)
        finally:
            _enforce_foreign_keys(connection, "ON")


def _enforce_foreign_keys(connection: Connection, value: str) -> None:
    if connection.dialect.name == "sqlite":
        _pragma(connection, f"foreign_keys={value}")


def _must_have_whole_references(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        assert not broken, f"the migration would leave rows without parent: {broken[:3]}"


def _use_wal(engine: Engine) -> None:
    """Let people read while somebody writes. The mode is kept in the file.

    SQLite does not wait for its turn here, so we do: another process may be starting at the same moment.
    """
    if engine.dialect.name != "sqlite":
        return
    give_up_at = monotonic() + BUSY_SECONDS
    with engine.connect() as connection:
        while _pragma(connection, "journal_mode") != "wal":
            try:
                _pragma(connection, "journal_mode=WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > give_up_at:
                    raise
                sleep(0.02)


def _pragma(connection: Connection, pragma: str) -> object:
    """Run a pragma outside any transaction, where SQLite wants it."""
    driver = connection.connection.driver_connection
    assert driver is not None, "the connection is open"
    row = driver.execute(f"PRAGMA {pragma}").fetchone()
    return row[0] if row else None


def _is_ours(connection: Connection) -> bool:
    tables = set(inspect(connection).get_table_names()) - {VERSION_TABLE}
    return not tables or tables >= OURS


def stored_revision(connection: Connection) -> str | None:
    """The revision of the schema as the database tells it; None when it is not ours."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.exec_driver_sql(f"SELECT version_num FROM {VERSION_TABLE}").scalar()


def upgrade(engine: Engine, connection: Connection) -> None:
    """Create or upgrade the schema in this transaction, see `migrate`."""
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - see above

    current = stored_revision(connection)
    unversioned = current is None and set(inspect(connection).get_table_names()) - {VERSION_TABLE}
    if unversioned or not _is_ours(connection):
        raise DatabaseUnreadable(path=place(engine.url))
    if current is not None and current not in {
        script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()
    }:
        raise DatabaseNewer(path=place(engine.url))
    config = _config()
    config.attributes["connection"] = connection
    if connection.dialect.name != "postgresql":
        command.upgrade(config, "head")
        return
    must_hold_utf8(connection)
    command.upgrade(config, "head")
    order_by_code_point(connection, list(Row.metadata.tables))


def _config() -> "Config":
    from alembic.config import Config  # noqa: PLC0415 - see above

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
