"""Copies of an SQLite database, made while it is in use, and put back in its place."""

import os
import shutil
import sqlite3
import stat
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from itertools import chain, count
from pathlib import Path
from typing import Final

from sqlalchemy.engine import URL

from assessment.domain.house_copy import ZONE
from assessment.storage.backup_errors import (
    CopyFailed,
    CopyOfPostgres,
    CopyUnreadable,
    DatabaseInUse,
    FileExists,
    FileMissing,
    FolderMissing,
    NoFile,
)
from assessment.storage.copy_seal import seal
from assessment.storage.database import open_engine, told_plainly
from assessment.storage.errors import DatabaseAway, DatabaseNewer, DatabaseUnreadable
from assessment.storage.migrate import is_current, migrate

SQLITE_MARK: Final = b"SQLite format 3\0"
POSTGRES_MARK: Final = b"PGDMP"
LOG_FILES: Final = ("-wal", "-shm", "-journal")
CLOSED: Final = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY)
SHORT_WAIT: Final = 2.0
UNFINISHED: Final = ".rustad-"  # begins the name of a folder that holds a copy in the making
OWNER_ONLY: Final = 0o600  # answers may tell where somebody is weak
FORGOTTEN: Final = timedelta(days=1)  # no copy takes that long: whoever made it was killed
TOUCHED: Final = timedelta(seconds=2)  # how far a disk's own times may lie from ours


def file_of(url: URL) -> Path:
    """The file of an SQLite database. Raises NoFile."""
    if not url.database or url.database == ":memory:":
        raise NoFile
    return Path(url.database)


def must_be_free(path: Path) -> None:
    """Raises FileExists or FolderMissing when no new file can be made there."""
    if path.exists():
        raise FileExists(path=str(path))
    if not path.absolute().parent.is_dir():
        raise FolderMissing(path=str(path.absolute().parent))


def back_up(url: URL, to: Path) -> None:
    """Copy the database as it is at one moment to a new file.

    Raises NoFile, FileExists, FolderMissing, FileMissing, DatabaseUnreadable or CopyFailed.
    """
    source = file_of(url)
    must_be_free(to)
    with beside(to) as part:
        copy(source, part, named=to)
        seal(part)
        into_place(part, to)


def put_back(url: URL, source: Path, *, moment: datetime) -> Path | None:
    """Replace the database by a copy, upgraded if it is older. Returns where the replaced file lies, if there was one.

    The copy is checked before anything is touched. Raises NoFile, FileMissing, CopyUnreadable, DatabaseNewer,
    DatabaseFull, DatabaseInUse or CopyFailed.
    """
    target = file_of(url)
    if not target.absolute().parent.is_dir():
        raise FolderMissing(path=str(target.absolute().parent))
    _must_be_sqlite(source)
    with beside(target) as part:
        try:
            copy(source, part, named=target)
            _check(part)
        except DatabaseNewer as error:
            raise DatabaseNewer(path=str(source)) from error
        except DatabaseUnreadable as error:
            raise CopyUnreadable(path=str(source)) from error
        kept = _set_aside(target, moment)
        into_place(part, target)
    return kept


def copy(source: Path, to: Path, *, named: Path) -> None:
    """Copy one database to a new file, in one piece and without log files beside it.

    `named` is what the file will be called. Raises FileMissing, DatabaseUnreadable or CopyFailed.
    """
    if not source.is_file():
        raise FileMissing(path=str(source))
    try:
        with closing(_opened(source, mode="ro")) as original, closing(sqlite3.connect(to)) as duplicate:
            original.backup(duplicate)
            duplicate.execute("PRAGMA journal_mode=DELETE")
    except UnicodeDecodeError as error:  # SQLite complains in the words of a schema that is broken
        raise DatabaseUnreadable(path=str(source)) from error
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            raise DatabaseUnreadable(path=str(source)) from error
        raise CopyFailed(path=str(named), problem=str(error)) from error


def problems_in(path: Path) -> Mapping[str, int]:
    """What SQLite's own checks find: the number of damaged places and of rows that refer to nothing.

    Raises DatabaseAway for a file that may not be read, which says nothing about what it holds.
    """
    try:
        with closing(_opened(path, mode="ro")) as connection:
            damaged = [row for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
            return {"damaged": len(damaged), "orphaned": len(connection.execute("PRAGMA foreign_key_check").fetchall())}
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in CLOSED:
            raise DatabaseAway(path=str(path)) from error
        return {"damaged": 1, "orphaned": 0}


def _must_be_sqlite(source: Path) -> None:
    """Raises CopyOfPostgres. What else it may be, SQLite tells."""
    if source.is_file():
        with source.open("rb") as file:
            if file.read(len(POSTGRES_MARK)) == POSTGRES_MARK:
                raise CopyOfPostgres(path=str(source))


def _check(part: Path) -> None:
    """Bring it to this version. Raises DatabaseUnreadable, DatabaseNewer or DatabaseFull, also when it is not whole."""
    with closing(_opened(part, mode="ro")) as connection:
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if not tables or any(problems_in(part).values()):
        raise DatabaseUnreadable(path=str(part))
    engine = open_engine(f"sqlite:///{part}")
    try:
        with told_plainly(engine):
            migrate(engine)
            assert is_current(engine), "migrating brings the schema to this version"
    finally:
        engine.dispose()


def _set_aside(target: Path, moment: datetime) -> Path | None:
    """Give the present database a second name, with all that lies in its log, once nobody uses it.

    It keeps its first name too until the copy takes that, so that no power cut leaves the address empty.
    """
    if not target.exists():
        return None
    try:
        with closing(sqlite3.connect(target, timeout=SHORT_WAIT)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")  # refused while anybody else has it open
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise DatabaseInUse(path=str(target)) from error
        # else it is damaged, which is a good reason to replace it
    kept = _free_name(target, f"{moment.astimezone(ZONE):%Y-%m-%d %H.%M.%S}")
    try:
        kept.hardlink_to(target)
    except OSError:  # a disk that knows one name for each file
        target.rename(kept)
    for ending in LOG_FILES:
        log = target.with_name(target.name + ending)
        if log.exists():
            log.rename(kept.with_name(kept.name + ending))
    return kept


def _free_name(target: Path, when: str) -> Path:
    names = (
        f"{target.stem} {when} replaced{number}{target.suffix}" for number in chain([""], map(" {}".format, count(2)))
    )
    return next(path for path in map(target.with_name, names) if not path.exists())


def _opened(path: Path, *, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=SHORT_WAIT)


def into_place(part: Path, to: Path) -> None:
    """Give a finished file its name, so that also a power cut leaves all of it or nothing."""
    _let_in_the_same(part, to)
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(to)
    if os.name == "posix":  # elsewhere a folder cannot be synced, and need not be
        folder = os.open(to.absolute().parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _let_in_the_same(part: Path, to: Path) -> None:
    """The file is for whoever the one that it replaces is for, else for its owner alone."""
    if not to.exists():
        part.chmod(OWNER_ONLY)
        return
    before = to.stat()
    part.chmod(stat.S_IMODE(before.st_mode))
    if os.name == "posix":
        with suppress(OSError):  # only the superuser may give files away
            os.chown(part, before.st_uid, before.st_gid)


def untouched_since(url: URL, moment: datetime) -> bool:
    """Whether nobody can have written since then, as the disk tells it. False when it may be otherwise."""
    source = file_of(url)
    parts = [path for path in (source, source.with_name(source.name + "-wal")) if path.exists()]
    return all(path.stat().st_mtime < (moment - TOUCHED).timestamp() for path in parts)


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A name for a file in the making, on the same disk; what is left of it is removed, and of those long forgotten."""
    try:
        _clear_forgotten(path.absolute().parent)
        folder = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=path.absolute().parent))
    except OSError as error:
        raise CopyFailed(path=str(path), problem=error.strerror or str(error)) from error
    try:
        yield folder / path.name
    finally:
        shutil.rmtree(folder)


def _clear_forgotten(folder: Path) -> None:
    """Remove what those who were killed left behind; it holds answers."""
    for left in folder.glob(f"{UNFINISHED}*"):
        if time.time() - left.stat().st_mtime > FORGOTTEN.total_seconds():
            shutil.rmtree(left, ignore_errors=True)
