"""Checklist files: looked through before they are brought in, and written out again."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sqlalchemy.engine import Engine

from assessment.domain.checklist import Checklist
from assessment.domain.checklist_change import ChecklistChanges, checklist_changes
from assessment.domain.checklist_version import ChecklistVersion, next_own_version
from assessment.domain.errors import ChecklistUnknown
from assessment.domain.own_item import OwnItem, checked_own_item, own_id
from assessment.domain.viewer import Viewer
from assessment.services.checklists import SHIPPED_KEY, same_version, stored
from assessment.storage import repository
from assessment.storage.checklist_file import checklist_in, read_checklist
from assessment.storage.checklist_schema import ChecklistPart
from assessment.storage.checklist_writer import checklist_text
from assessment.storage.database import reading, unit_of_work
from assessment.storage.own_item_part import with_own_item


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """What a file would bring in. `before` is the version it takes over from, and `changes` what differs from that.

    `known` is whether exactly this is stored already.
    """

    checklist: Checklist
    known: bool
    before: ChecklistVersion | None
    changes: ChecklistChanges | None


def validated(path: Path) -> Checklist:
    """The checklist in a file. Raises ChecklistFileUnreadable or ChecklistFileWrong."""
    return read_checklist(path).checklist()


def look_through(engine: Engine, viewer: Viewer, content: bytes, *, file: str) -> LookedThrough:
    """Read a file's content and compare it with what is stored; nothing changes.

    Raises ChecklistFileUnreadable, ChecklistFileWrong or ChecklistVersionTaken.
    """
    viewer.must_steward()
    part = checklist_in(content, file=file)
    checklist = part.checklist()
    with reading(engine) as session:
        known = same_version(session, part, file=file) is not None
        latest = repository.latest_checklist_id(session, key=part.key)
        before = next((one for one in repository.checklist_versions(session) if one.id == latest), None)
    changes = checklist_changes(before.checklist, checklist) if before else None
    return LookedThrough(checklist, known, before, changes)


def exported(engine: Engine, viewer: Viewer, *, key: str = SHIPPED_KEY, version: str | None = None) -> str:
    """A checklist as the text of a file: the version, or else the newest. Raises ChecklistUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        checklist_id = (
            repository.latest_checklist_id(session, key=key)
            if version is None
            else repository.checklist_id(session, key=key, version=version)
        )
        if checklist_id is None:
            raise ChecklistUnknown(key=key if version is None else f"{key} {version}")
        return checklist_text(repository.checklist_content(session, checklist_id))


def add_own_item(engine: Engine, viewer: Viewer, checklist_id: int, own: OwnItem) -> str:
    """Store a version with the question added to this one, and return the question's id.

    Raises ChecklistUnknown, or what `checked_own_item` raises.
    """
    viewer.must_steward()
    clean = checked_own_item(own)
    with unit_of_work(engine) as session:
        every = repository.checklist_versions(session)
        base = next((one.checklist for one in every if one.id == checklist_id), None)
        if base is None:
            raise ChecklistUnknown(key=checklist_id)
        related = [one.checklist for one in every if one.checklist.key == base.key]
        item_id = own_id(clean.dimension, {item.id for one in related for item in one.items})
        version = next_own_version(base.version, frozenset(one.version for one in related))
        part = ChecklistPart.from_stored(repository.checklist_content(session, checklist_id))
        grown = with_own_item(part, clean, item_id=item_id, version=version)
        digest = sha256(grown.stored().encode()).hexdigest()
        stored(session, grown, digest=digest, file=version, by=viewer.name)
    return item_id
