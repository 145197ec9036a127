"""Copies of everything: back up and restore."""

from pathlib import Path

from sqlalchemy.engine import URL

from assessment.domain.viewer import Viewer
from assessment.services.clock import now
from assessment.storage import backup, postgres_copy
from assessment.storage.database import driver_url
from assessment.storage.move import move as move_rows


def back_up(database_url: str, viewer: Viewer, to: Path) -> None:
    """Copy the database to a new file while it is in use. Raises an error of `storage.backup_errors`."""
    viewer.must_keep_house()
    write_copy(driver_url(database_url), to)


def write_copy(url: URL, to: Path) -> None:
    """For use cases that have asked who it is."""
    (backup.back_up if url.get_backend_name() == "sqlite" else postgres_copy.dump)(url, to)


def restore(database_url: str, viewer: Viewer, source: Path) -> str | None:
    """Put a copy in the database's place. Returns the file or schema that keeps what was there, if there was anything.

    Raises an error of `storage.backup_errors`, DatabaseUnreadable or DatabaseNewer; then nothing has changed.
    """
    viewer.must_keep_house()
    url = driver_url(database_url)
    if url.get_backend_name() != "sqlite":
        return postgres_copy.put_back(url, source, moment=now())
    kept = backup.put_back(url, source, moment=now())
    return str(kept) if kept else None


def move(database_url: str, viewer: Viewer, target_url: str) -> int:
    """Take everything over to an empty database of whichever kind. Returns the number of rows, each compared.

    Raises an error of `storage.backup_errors` or `storage.errors`; then nothing has changed.
    """
    viewer.must_keep_house()
    return move_rows(database_url, target_url)
