"""Brings a database to this version's schema, from any earlier one."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DatabaseError

from assessment.storage.database import WRITE, place, plain_error
from assessment.storage.errors import DatabaseNewer, DatabaseUnreadable

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> None:
    """Create or upgrade the schema in one transaction.

    Raises DatabaseNewer for a schema of a later version, DatabaseUnreadable for a file that is something else, and the
    other errors of `storage.errors`. Nothing is changed then.
    """
    try:
        if _revision(engine) == head():
            return
        with engine.execution_options(**{WRITE: True}).begin() as connection:
            _upgrade(engine, connection)
    except DatabaseError as error:
        plain = plain_error(engine.url, error)
        if plain is None:
            raise
        raise plain from error


def head() -> str:
    """The revision that this version of the program works with."""
    revision = _script().get_current_head()
    assert revision is not None, "there is at least one migration"
    return revision


def is_current(engine: Engine) -> bool:
    """Whether the schema is the one that this version works with."""
    return _revision(engine) == head()


def _revision(engine: Engine) -> str | None:
    with engine.connect() as connection:
        return _current(connection)


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _upgrade(engine: Engine, connection: Connection) -> None:
    current = _current(connection)
    if current is None and inspect(connection).get_table_names():
        raise DatabaseUnreadable(path=place(engine.url))
    if current is not None and current not in {script.revision for script in _script().walk_revisions()}:
        raise DatabaseNewer(path=place(engine.url))
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _script() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
