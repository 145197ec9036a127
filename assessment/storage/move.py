"""Everything in one database taken over to another, of whichever kind, and compared before it counts."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Table, func, inspect, select
from sqlalchemy.engine import Engine

from assessment.storage.backup_errors import FileMissing, MovedWrong, SourceOld, TargetNotEmpty
from assessment.storage.database import PURPOSE, Purpose, open_engine, place, told_plainly
from assessment.storage.errors import AddressFailed, DatabaseNewer, DatabaseUnreadable
from assessment.storage.in_use import must_be_unused
from assessment.storage.migrate import is_current, knows, schema_change, stored_revision, upgrade
from assessment.storage.tables import Row

BATCH: Final = 1000  # rows


def move(source_url: str, target_url: str) -> int:
    """Fill an empty database with every row of every table. Returns the number of rows.

    Nobody can write to the source meanwhile, and it stays as it was. One transaction makes the target's schema, fills
    it and compares it, so that it holds everything or nothing. Raises FileMissing, SourceOld, TargetNotEmpty,
    MovedWrong, DatabaseInUse or an error of `storage.errors`.
    """
    with told_of_target():
        target = open_engine(target_url)
    source = open_engine(source_url)
    try:
        if place(source.url) == place(target.url):
            raise TargetNotEmpty(place=place(target.url))
        with (
            _held(source) as original,
            told_of_target(),
            told_plainly(target),
            schema_change(target) as connection,
        ):
            if inspect(connection).get_table_names():
                raise TargetNotEmpty(place=place(target.url))
            upgrade(target, connection)
            tables = Row.metadata.sorted_tables
            for table in tables:
                _copy(original, connection, table)
            return sum(_compared(original, connection, table) for table in tables)
    finally:
        source.dispose()
        target.dispose()


@contextmanager
def told_of_target() -> Iterator[None]:
    """What is wrong with an address in the block is wrong with where everything is to go."""
    try:
        yield
    except AddressFailed as error:
        raise error.named("RUSTAD_MOVE_TO") from error


@contextmanager
def _held(source: Engine) -> Iterator[Connection]:
    """The source, which nobody else uses now and nobody can write to until the block ends."""
    if source.dialect.name == "sqlite" and not Path(source.url.database or "").is_file():
        raise FileMissing(path=place(source.url))
    with told_plainly(source):
        _must_be_current(source)
        must_be_unused(source)
        with source.connect().execution_options(**{PURPOSE: Purpose.WRITE}) as connection, connection.begin():
            yield connection


def _must_be_current(source: Engine) -> None:
    if is_current(source):
        return
    with source.connect() as connection:
        revision = stored_revision(connection)
    if revision is None:
        raise DatabaseUnreadable(path=place(source.url))
    raise (SourceOld if knows(revision) else DatabaseNewer)(path=place(source.url))


def _copy(original: Connection, connection: Connection, table: Table) -> None:
    for rows in original.execute(select(table)).partitions(BATCH):
        connection.execute(table.insert(), [dict(row._mapping) for row in rows])
    numbered = table.autoincrement_column
    if numbered is not None and connection.dialect.name == "postgresql":  # its counters know nothing of given numbers
        counter = func.pg_get_serial_sequence(table.name, numbered.name)
        connection.execute(select(func.setval(counter, func.max(numbered))))


def _compared(original: Connection, connection: Connection, table: Table) -> int:
    """The number of rows, the same in both. Raises MovedWrong unless every row is the same."""
    before, after = _digests(original, table), _digests(connection, table)
    if before != after:
        raise MovedWrong(table=table.name)
    return len(after)


def _digests(connection: Connection, table: Table) -> set[bytes]:
    """What tells each row from any other: its keys make all rows different."""
    rows = (row for part in connection.execute(select(table)).partitions(BATCH) for row in part)
    return {blake2b(repr(tuple(row)).encode(errors="surrogatepass"), digest_size=16).digest() for row in rows}
