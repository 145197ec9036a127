"""The folder that the copies of a database lie in."""

import filecmp
import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from assessment.domain.house_copy import HouseCopy, made_at
from assessment.storage.backup_errors import CopyFailed


def copies_in(folder: Path, database: str) -> tuple[HouseCopy, ...]:
    """The copies of the database with this name, the newest first. None when the folder does not exist."""
    found = []
    with suppress(OSError):
        for path in folder.iterdir():
            at = made_at(path.name, database=database)
            if at is not None and path.is_file():
                state = path.stat()
                looked = datetime.fromtimestamp(state.st_mtime, UTC)
                found.append(HouseCopy(path.name, at, state.st_size, looked))
    return tuple(sorted(found, key=lambda copy: (copy.made_at, copy.name), reverse=True))


def prepare(folder: Path) -> None:
    """Make the folder, for nobody else to look into. Raises CopyFailed."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CopyFailed(path=str(folder), problem=error.strerror or str(error)) from error


def looked_at(folder: Path, name: str, at: datetime) -> None:
    """Note on the file that the database still held the same."""
    os.utime(folder / name, (at.timestamp(), at.timestamp()))


def same(folder: Path, one: str, other: str) -> bool:
    """Whether two copies are alike to the last byte."""
    return filecmp.cmp(folder / one, folder / other, shallow=False)


def remove(folder: Path, names: Iterable[str]) -> None:
    """A file that somebody holds open, as Windows has it, is left for the next time."""
    for name in names:
        with suppress(OSError):
            (folder / name).unlink(missing_ok=True)
