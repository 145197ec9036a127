"""What is wrong with an installation, and what to do about it."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy.engine import make_url

from assessment.domain.errors import AssessmentError, sentence
from assessment.storage.backup import file_of, problems_in
from assessment.storage.database import open_engine, told_plainly
from assessment.storage.errors import DatabaseUnreadable
from assessment.storage.migrate import is_current

LEAST_FREE: Final = 200_000_000


class SchemaOld(AssessmentError):
    text = sentence("The database has an older schema. Run: python -m assessment migrate")


class DatabaseMissing(AssessmentError):
    text = sentence("{path} does not exist yet. Start Rustad, or run: python -m assessment migrate")


class LittleSpace(AssessmentError):
    text = sentence("Only {free} MB are free on the disk. Free some space.")


class FolderClosed(AssessmentError):
    text = sentence("The folder {path} can not be written to. Check its rights.")


class RowsOrphaned(AssessmentError):
    text = sentence("{number} rows refer to something that is gone. Restore a copy.")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; `problem` is None when it is well."""

    subject: str
    problem: AssessmentError | None = None


def checks(database_url: str) -> Iterator[Check]:
    """Look at the database and its place without changing anything."""
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        path = file_of(url)
        yield Check(sentence("The folder can be written to"), _folder_problem(path.absolute().parent))
        yield Check(sentence("There is space on the disk"), _space_problem(path.absolute().parent))
        if not path.is_file():
            yield Check(sentence("The database exists"), DatabaseMissing(path=str(path)))
            return
        found = problems_in(path)
        yield Check(sentence("The database is whole"), DatabaseUnreadable(path=str(path)) if found["damaged"] else None)
        if found["damaged"]:
            return
        orphaned = found["orphaned"]
        yield Check(sentence("All rows belong together"), RowsOrphaned(number=orphaned) if orphaned else None)
    yield Check(sentence("The schema is current"), _schema_problem(database_url))


def _folder_problem(folder: Path) -> AssessmentError | None:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return None
    except OSError:
        return FolderClosed(path=str(folder))


def _space_problem(folder: Path) -> AssessmentError | None:
    if not folder.is_dir():
        return FolderClosed(path=str(folder))
    free = shutil.disk_usage(folder).free
    return LittleSpace(free=free // 1_000_000) if free < LEAST_FREE else None


def _schema_problem(database_url: str) -> AssessmentError | None:
    engine = open_engine(database_url)
    try:
        with told_plainly(engine):
            return None if is_current(engine) else SchemaOld()
    except AssessmentError as problem:
        return problem
    finally:
        engine.dispose()
