"""Checklist files: looked through before they are brought in, and written out again."""

from pathlib import Path

from sqlalchemy.engine import Engine

from assessment.domain.checklist import Checklist
from assessment.domain.errors import ChecklistUnknown
from assessment.domain.viewer import Viewer
from assessment.services.checklists import SHIPPED_KEY
from assessment.storage import repository
from assessment.storage.checklist_file import read_checklist
from assessment.storage.checklist_writer import checklist_text
from assessment.storage.database import reading


def validated(path: Path) -> Checklist:
    """The checklist in a file. Raises ChecklistFileUnreadable or ChecklistFileWrong."""
    return read_checklist(path).checklist()


def exported(engine: Engine, viewer: Viewer, *, key: str = SHIPPED_KEY) -> str:
    """The newest version of a checklist as the text of a file. Raises ChecklistUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        checklist_id = repository.latest_checklist_id(session, key=key)
        if checklist_id is None:
            raise ChecklistUnknown(key=key)
        return checklist_text(repository.checklist_content(session, checklist_id))
