"""An SQLite file can be moved, deleted or unplugged while it is open.

Left to itself, SQLite goes on writing to a file that has been deleted, and makes an empty one in its place for the next
who comes. Here only the file that lies at the address is used, and one that was there and is gone is away.
"""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DisconnectionError

FILE: Final = "rustad_file"
Identity = tuple[int, int]  # device and number of a file


def keep_to_place(engine: Engine) -> None:
    """Every use of the engine meets the file at its address, or the error that it cannot be opened."""
    path = engine.url.database
    if not path or path == ":memory:" or path.startswith("file:"):
        return  # nothing to keep to, or somebody who says how the file is to be opened
    file, seen = Path(path).absolute(), False

    def connect(
        _dialect: object, _record: object, _given: object, options: dict[str, Any]
    ) -> sqlite3.Connection | None:
        if not seen:
            _make(file)
            return None  # as SQLite does it
        opened: sqlite3.Connection = sqlite3.connect(f"file:{quote(str(file))}?mode=rw", uri=True, **options)
        return opened

    def note(_connection: object, record: Any) -> None:
        nonlocal seen
        record.info[FILE] = _identity(file)
        seen = True

    def check(_connection: object, record: Any, _proxy: object) -> None:
        if record.info.get(FILE) != _identity(file):
            raise DisconnectionError

    event.listen(engine, "do_connect", connect)
    event.listen(engine, "connect", note)
    event.listen(engine, "checkout", check)


def _make(file: Path) -> None:
    """A new file is for its owner alone, as the logs beside it then are: answers may tell where somebody is weak."""
    with suppress(OSError):  # there is one already; or SQLite will say what is wrong with the place
        os.close(os.open(file, os.O_CREAT | os.O_EXCL, 0o600))


def _identity(file: Path) -> Identity | None:
    try:
        found = os.stat(file)  # noqa: PTH116 - several times as quick, and asked before every transaction
    except OSError:
        return None
    return found.st_dev, found.st_ino
