"""Whose turn it is to copy by itself: of all processes that share a database server, one at a time."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Final

from sqlalchemy.engine import URL

from assessment.storage.database import open_engine, told_plainly

LOCK: Final = 0x527573746165  # not the one that writers wait for: people go on working
ASKED: Final = "SELECT pg_try_advisory_lock(%s)"


@contextmanager
def turn_to_copy(url: URL) -> Iterator[bool]:
    """Whether no other process is at it; nobody else is until the block ends. An SQLite file has one process.

    The server gives the turn back by itself when a process dies. Raises an error of `storage.errors`.
    """
    if url.get_backend_name() == "sqlite":
        yield True
        return
    engine = open_engine(url.render_as_string(hide_password=False))
    try:
        with told_plainly(engine), closing(engine.raw_connection()) as connection:  # in no transaction, which would end
            cursor = connection.cursor()
            cursor.execute(ASKED, (LOCK,))
            [ours] = cursor.fetchone() or (False,)
            yield ours
    finally:
        engine.dispose()  # the turn lasts as long as the connection
