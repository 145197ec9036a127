"""Copies of a PostgreSQL database, made while it is in use, and put back in one transaction."""

import os
import re
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy.engine import URL, Engine

from assessment.domain.house_copy import ZONE
from assessment.storage.backup import POSTGRES_MARK, SQLITE_MARK, beside, into_place, must_be_free
from assessment.storage.backup_errors import CopyOfSqlite, CopyUnreadable, DatabaseInUse, FileMissing, PostgresRefused
from assessment.storage.copy_seal import seal
from assessment.storage.database import open_engine, place, told_plainly
from assessment.storage.errors import DatabaseNewer
from assessment.storage.in_use import must_be_unused
from assessment.storage.migrate import OURS, VERSION_TABLE, knows, migrate
from assessment.storage.postgres_programs import must_suit, run
from assessment.storage.tables import Row

LISTED: Final = re.compile(r"^\d+; \d+ \d+ TABLE (?P<schema>\S+) (?P<name>\S+) ", re.MULTILINE)
WHERE: Final = "SELECT current_schema(), current_setting('server_version_num')::int / 10000"
TABLES: Final = "SELECT quote_ident(tablename), tablename FROM pg_tables WHERE schemaname = current_schema()"
FUNCTIONS: Final = (
    "SELECT DISTINCT tgfoid::regprocedure::text FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
    "WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace AND relname = ANY(%(names)s)"
)


def dump(url: URL, to: Path) -> None:
    """Copy the schema that is Rustad's, as it is at one moment, to a new file.

    Raises an error of `storage.backup_errors`, or of `storage.errors` when the server cannot be reached.
    """
    must_be_free(to)
    engine = open_engine(url.render_as_string(hide_password=False))
    try:
        schema, version = _where(engine)
    finally:
        engine.dispose()
    must_suit("pg_dump", version)
    with beside(to) as part:
        run(
            url,
            "pg_dump",
            *("--format=custom", "--no-owner", "--no-privileges", "--no-password"),
            *(f"--schema={schema}", f"--file={part}"),
        )
        seal(part)
        into_place(part, to)


def put_back(url: URL, source: Path, *, moment: datetime) -> str | None:
    """Put a copy in the place of Rustad's tables, which are kept in a schema of their own. Returns its name, if any.

    The copy is checked before anything is touched, and one transaction does all but the upgrade of an older copy.
    Raises an error of `storage.backup_errors` or DatabaseNewer; then nothing has changed.
    """
    engine = open_engine(url.render_as_string(hide_password=False))
    try:
        schema, version = _where(engine)
        for program in ("pg_restore", "psql"):
            must_suit(program, version)
        tables = _checked(url, source, schema)
        kept = f"replaced_{moment.astimezone(ZONE):%Y_%m_%d_%H%M%S_%f}"
        aside = _aside(engine, tables, kept)
        with tempfile.TemporaryDirectory() as folder:
            _swap(url, source, Path(folder), schema, aside)
        migrate(engine)
    finally:
        engine.dispose()
    return kept if aside else None


def _where(engine: Engine) -> tuple[str, int]:
    """The schema that our tables are in, and the server's major version."""
    with told_plainly(engine), engine.connect() as connection:
        schema, version = connection.exec_driver_sql(WHERE).one()
        return str(schema), int(version)


def _checked(url: URL, source: Path, schema: str) -> set[str]:
    """The tables in the copy. Reads all of it, so that a cut or damaged file is found."""
    if not source.is_file():
        raise FileMissing(path=str(source))
    with source.open("rb") as file:
        mark = file.read(len(SQLITE_MARK))
    if mark == SQLITE_MARK:
        raise CopyOfSqlite(path=str(source))
    if not mark.startswith(POSTGRES_MARK):
        raise CopyUnreadable(path=str(source))
    try:
        run(url, "pg_restore", f"--file={os.devnull}", source)
        listed = run(url, "pg_restore", "--list", source)
        revision = run(url, "pg_restore", "--data-only", f"--table={VERSION_TABLE}", "--file=-", source)
    except PostgresRefused as error:
        if "unsupported version" in str(error.parameters["problem"]):
            raise
        raise CopyUnreadable(path=str(source)) from error
    tables = {found["name"] for found in LISTED.finditer(listed) if found["schema"] == schema}
    if not tables >= {*OURS, VERSION_TABLE}:
        raise CopyUnreadable(path=str(source))
    found = re.search(r"^COPY [^\n]*\n([^\n]+)\n\\\.$", revision, re.MULTILINE)
    if found is None or not knows(found[1]):
        raise DatabaseNewer(path=str(source))
    return tables


def _aside(engine: Engine, tables: set[str], kept: str) -> str:
    """The statements that move the tables which are there now into a schema of their own; empty when there are none.

    Raises DatabaseInUse.
    """
    must_be_unused(engine)
    with told_plainly(engine), engine.connect() as connection:
        ours = tables | {*Row.metadata.tables, VERSION_TABLE}  # an older copy lacks some of the tables
        present = [(quoted, name) for quoted, name in connection.exec_driver_sql(TABLES) if name in ours]
        if not present:
            return ""
        functions = connection.exec_driver_sql(FUNCTIONS, {"names": [name for _, name in present]}).scalars().all()
    moves = [f"ALTER TABLE {quoted} SET SCHEMA {kept};" for quoted, _ in present]
    moves += [f"ALTER FUNCTION {function} SET SCHEMA {kept};" for function in functions]
    locked = ", ".join(quoted for quoted, _ in present)
    return "\n".join(
        ["SET lock_timeout = '2s';", f"LOCK TABLE {locked};", f"CREATE SCHEMA {kept};", *moves, "RESET lock_timeout;"]
    )


def _swap(url: URL, source: Path, folder: Path, schema: str, aside: str) -> None:
    before, script = folder / "before.sql", folder / "copy.sql"
    before.write_text(aside, encoding="utf-8")
    run(url, "pg_restore", "--no-owner", "--no-privileges", f"--schema={schema}", f"--file={script}", source)
    try:
        run(
            url,
            "psql",
            *("--no-psqlrc", "--quiet", "--no-password", "--single-transaction", "--set=ON_ERROR_STOP=1"),
            *(f"--file={before}", f"--file={script}"),
        )
    except PostgresRefused as error:
        if "lock timeout" in str(error.parameters["problem"]):
            raise DatabaseInUse(path=place(url)) from error
        raise
