"""Copies of everything: back up and restore."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL

from assessment.domain.viewer import Viewer
from assessment.services.clock import now
from assessment.storage import backup, postgres_copy
from assessment.storage.backup_errors import CopyBroken
from assessment.storage.copy_seal import Seal, seal_of
from assessment.storage.database import driver_url
from assessment.storage.move import move as move_rows


@dataclass(frozen=True, slots=True)
class Restored:
    """`kept` is the file or schema that holds what was there before, if there was anything."""

    kept: str | None
    seal: Seal


def back_up(database_url: str, viewer: Viewer, to: Path) -> None:
    """Copy the database to a new file while it is in use. Raises an error of `storage.backup_errors`."""
    viewer.must_keep_house()
    write_copy(driver_url(database_url), to)


def write_copy(url: URL, to: Path) -> None:
    """For use cases that have asked who it is."""
    (backup.back_up if url.get_backend_name() == "sqlite" else postgres_copy.dump)(url, to)


def restore(database_url: str, viewer: Viewer, source: Path, *, anyway: bool = False) -> Restored:
    """Put a copy in the database's place, `anyway` also one whose checksum does not match.

    Rustad must be stopped, and not for the database's sake alone: processes, screens and phones know by counters what
    they have seen, and these stand lower in the copy and would come to the same numbers again with another content.

    Raises an error of `storage.backup_errors`, DatabaseUnreadable or DatabaseNewer; then nothing has changed.
    """
    viewer.must_keep_house()
    url, found = driver_url(database_url), seal_of(source)
    if found is Seal.BROKEN and not anyway:
        raise CopyBroken(path=str(source))
    put_back = backup.put_back if url.get_backend_name() == "sqlite" else postgres_copy.put_back
    kept = put_back(url, source, moment=now())
    return Restored(str(kept) if kept else None, found)


def move(database_url: str, viewer: Viewer, target_url: str) -> int:
    """Take everything over to an empty database of whichever kind. Returns the number of rows, each compared.

    Raises an error of `storage.backup_errors` or `storage.errors`; then nothing has changed.
    """
    viewer.must_keep_house()
    return move_rows(database_url, target_url)
