"""Checklists: from the files that come with Rustad into the database, as versions that never change."""

from hashlib import sha256
from pathlib import Path

from sqlalchemy.engine import Engine

from assessment.domain.checklist import Checklist
from assessment.domain.errors import ChecklistUnknown
from assessment.domain.viewer import Viewer
from assessment.services.clock import now
from assessment.settings import ROOT
from assessment.storage import repository
from assessment.storage.checklist_file import read_checklist
from assessment.storage.database import reading, unit_of_work
from assessment.storage.errors import ChecklistVersionTaken

SHIPPED = ROOT / "data" / "checklists" / "beredskap-i-inkop.yaml"
SHIPPED_KEY = "beredskap-i-inkop"


def install(engine: Engine, viewer: Viewer, path: Path = SHIPPED) -> int:
    """Store the checklist of a file, unless it is stored already, and return its id.

    Raises ChecklistFileUnreadable, ChecklistFileWrong or ChecklistVersionTaken.
    """
    viewer.must_steward()
    digest = _digest(path)
    with unit_of_work(engine) as session:
        known = repository.checklist_id_by_digest(session, digest)
        if known is not None:
            return known
        part = read_checklist(path)
        same = repository.checklist_id(session, key=part.key, version=part.version)
        if same is None:
            return repository.add_checklist(session, part, digest=digest, now=now())
        if repository.checklist_content(session, same) != part.stored():
            raise ChecklistVersionTaken(file=path.name, key=part.key, version=part.version)
        return same


def _digest(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""  # no stored checklist has this; reading the file will tell what is wrong


def newest(engine: Engine, viewer: Viewer, *, key: str = SHIPPED_KEY) -> Checklist:
    """The version that a new assessment begins with. Raises ChecklistUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        checklist_id = repository.latest_checklist_id(session, key=key)
        if checklist_id is None:
            raise ChecklistUnknown(key=key)
        return repository.checklist(session, checklist_id)
