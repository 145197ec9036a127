"""Checklists: brought in as versions whose content never changes, offered to new assessments, and retired."""

from hashlib import sha256
from pathlib import Path

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.checklist import Checklist
from assessment.domain.checklist_version import ChecklistVersion, LastOffered
from assessment.domain.errors import ChecklistUnknown
from assessment.domain.viewer import Viewer
from assessment.services.clock import now
from assessment.settings import ROOT
from assessment.storage import repository
from assessment.storage.checklist_file import checklist_in, read_checklist
from assessment.storage.checklist_schema import ChecklistPart
from assessment.storage.database import reading, unit_of_work
from assessment.storage.errors import ChecklistVersionTaken

SHIPPED = ROOT / "data" / "checklists" / "beredskap-i-inkop.yaml"
SHIPPED_KEY = "beredskap-i-inkop"


def install(engine: Engine, viewer: Viewer, path: Path = SHIPPED) -> int:
    """Store the checklist of a file, unless it is stored already, and return its id.

    It takes the place of the versions that are offered; what comes with Rustad only that of what came with Rustad.
    Raises ChecklistFileUnreadable, ChecklistFileWrong or ChecklistVersionTaken.
    """
    viewer.must_steward()
    digest = _digest(path)
    with unit_of_work(engine) as session:
        known = repository.checklist_id_by_digest(session, digest)
        if known is not None:
            return known
        part = read_checklist(path)
        return stored(session, part, digest=digest, file=path.name, by=None if path == SHIPPED else viewer.name)


def _digest(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""  # no stored checklist has this; reading the file will tell what is wrong


def bring_in(engine: Engine, viewer: Viewer, content: bytes, *, file: str) -> int:
    """The same for a file's content; `file` is what the refusals call it."""
    viewer.must_steward()
    part = checklist_in(content, file=file)
    with unit_of_work(engine) as session:
        return stored(session, part, digest=sha256(content).hexdigest(), file=file, by=viewer.name)


def stored(session: Session, part: ChecklistPart, *, digest: str, file: str, by: str | None) -> int:
    """Within the caller's transaction: the id of this content, stored now if it was not. See `install`."""
    same = same_version(session, part, file=file)
    if same is not None:
        return same
    before = [one for one in repository.checklist_versions(session) if one.checklist.key == part.key and one.offered]
    begun = now()
    for one in before:
        if by is not None or one.stored_by is None:
            repository.retire_checklist(session, one.id, now=begun, by=by)
    return repository.add_checklist(session, part, digest=digest, now=begun, by=by)


def same_version(session: Session, part: ChecklistPart, *, file: str) -> int | None:
    """The id under which exactly this is stored, None when it is new. Raises ChecklistVersionTaken."""
    same = repository.checklist_id(session, key=part.key, version=part.version)
    if same is not None and repository.checklist_content(session, same) != part.stored():
        raise ChecklistVersionTaken(file=file, key=part.key, version=part.version)
    return same


def newest(engine: Engine, viewer: Viewer, *, key: str = SHIPPED_KEY) -> Checklist:
    """The version that a new assessment begins with. Raises ChecklistUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        checklist_id = repository.latest_checklist_id(session, key=key)
        if checklist_id is None:
            raise ChecklistUnknown(key=key)
        return repository.checklist(session, checklist_id)


def versions(engine: Engine, viewer: Viewer) -> tuple[ChecklistVersion, ...]:
    """Every version, the one stored last first."""
    viewer.must_steward()
    with reading(engine) as session:
        return tuple(repository.checklist_versions(session))


def offer(engine: Engine, viewer: Viewer, checklist_id: int) -> None:
    """Let new assessments begin with it again. Raises ChecklistUnknown."""
    viewer.must_steward()
    with unit_of_work(engine) as session:
        repository.offer_checklist(session, _known(session, checklist_id).id)


def retire(engine: Engine, viewer: Viewer, checklist_id: int) -> None:
    """No new assessment begins with it; those that have go on. Raises ChecklistUnknown or LastOffered."""
    viewer.must_steward()
    with unit_of_work(engine) as session:
        chosen = _known(session, checklist_id)
        if not chosen.offered:
            return
        if sum(one.offered for one in repository.checklist_versions(session)) == 1:
            raise LastOffered(version=chosen.checklist.version)
        repository.retire_checklist(session, checklist_id, now=now(), by=viewer.name)


def _known(session: Session, checklist_id: int) -> ChecklistVersion:
    for one in repository.checklist_versions(session):
        if one.id == checklist_id:
            return one
    raise ChecklistUnknown(key=checklist_id)
