"""Copies of everything: back up and restore."""

from pathlib import Path

from sqlalchemy.engine import make_url

from assessment.domain.errors import NotAllowed
from assessment.domain.viewer import Viewer, ViewerKind
from assessment.services.clock import now
from assessment.storage import backup


def back_up(database_url: str, viewer: Viewer, to: Path) -> None:
    """Copy the database to a new file while it is in use. Raises an error of `storage.backup_errors`."""
    _must_keep_house(viewer)
    backup.back_up(make_url(database_url), to)


def restore(database_url: str, viewer: Viewer, source: Path) -> Path | None:
    """Put a copy in the database's place. Returns where the replaced file lies, or None when there was none.

    Raises an error of `storage.backup_errors`, DatabaseUnreadable or DatabaseNewer; then nothing has changed.
    """
    _must_keep_house(viewer)
    return backup.put_back(make_url(database_url), source, moment=now())


def _must_keep_house(viewer: Viewer) -> None:
    if viewer.kind is not ViewerKind.ADMINISTRATOR:
        raise NotAllowed
