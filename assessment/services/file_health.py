"""A look at the file that holds the database, at its folder and its disk."""

import shutil
import tempfile
from pathlib import Path
from typing import Final

from assessment.domain.errors import AssessmentError
from assessment.services.health_errors import FolderClosed, LittleSpace, RowsOrphaned
from assessment.storage.backup import problems_in
from assessment.storage.errors import DatabaseAway, DatabaseUnreadable

LEAST_FREE: Final = 200_000_000


def folder_problem(folder: Path) -> AssessmentError | None:
    """Of a folder, or of the nearest one above that exists: it is made when it is needed."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        with tempfile.TemporaryFile(dir=folder):
            return None
    except OSError:
        return FolderClosed(path=str(folder))


def space_problem(path: Path) -> AssessmentError | None:
    """There should be room for the database twice over: it grows, and it is copied."""
    folder = path.absolute().parent
    if not folder.is_dir():
        return FolderClosed(path=str(folder))
    needed = max(LEAST_FREE, 2 * path.stat().st_size if path.exists() else 0)
    free = shutil.disk_usage(folder).free
    return LittleSpace(free=free // 1_000_000) if free < needed else None


def content_problems(path: Path) -> tuple[AssessmentError | None, AssessmentError | None]:
    """Whether the file is damaged or closed to us, and whether rows in it refer to nothing."""
    try:
        found = problems_in(path)
    except DatabaseAway as closed:
        return closed, None
    damaged = DatabaseUnreadable(path=str(path)) if found["damaged"] else None
    return damaged, RowsOrphaned(number=found["orphaned"]) if found["orphaned"] else None
