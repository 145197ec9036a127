"""The copies that an installation keeps: made by hand or by themselves, listed, handed out, thinned out."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from assessment.domain.errors import AssessmentError
from assessment.domain.house_copy import CopyUnknown, HouseCopy, copy_name, superfluous
from assessment.domain.viewer import Viewer
from assessment.services.clock import now
from assessment.services.copies import write_copy
from assessment.services.copy_plan import CopyPlan
from assessment.storage import copy_folder
from assessment.storage.backup import untouched_since
from assessment.storage.backup_errors import CopyFailed
from assessment.storage.copy_seal import Seal, seal_of
from assessment.storage.copy_turn import turn_to_copy
from assessment.storage.postgres_compare import same_dump

CLOCKS_DIFFER: Final = timedelta(minutes=2)  # between computers that share a folder


@dataclass(frozen=True, slots=True)
class CopyFailure:
    """Why the latest copy that Rustad tried to make by itself came to nothing."""

    at: datetime
    problem: AssessmentError


_failures: dict[Path, CopyFailure] = {}  # by folder


def listed(plan: CopyPlan, viewer: Viewer) -> tuple[HouseCopy, ...]:
    """The newest first."""
    viewer.must_keep_house()
    return copy_folder.copies_in(plan.folder, plan.database)


def content(plan: CopyPlan, viewer: Viewer, name: str) -> bytes:
    """Raises CopyUnknown for whatever is not the name of a listed copy, or for one that has been thinned out since."""
    if name not in {copy.name for copy in listed(plan, viewer)}:
        raise CopyUnknown(name=name)
    try:
        return (plan.folder / name).read_bytes()
    except OSError as error:
        raise CopyUnknown(name=name) from error


def make(plan: CopyPlan, viewer: Viewer) -> HouseCopy:
    """Copy the database now. Raises an error of `storage.backup_errors`."""
    viewer.must_keep_house()
    made = _made(plan)
    _failures.pop(plan.folder, None)
    assert made is not None, "it is made whatever there is"
    return made


def make_if_due(plan: CopyPlan, viewer: Viewer) -> HouseCopy | None:
    """Copy the database if it is time, something has changed since the newest copy, and no other process is at it.

    Raises an error of `storage.backup_errors`, which `failure` tells of until a copy has been made.
    """
    viewer.must_serve()
    try:
        made = _made_in_turn(plan) if _is_due(plan) else None
    except AssessmentError as error:
        _failures[plan.folder] = CopyFailure(now(), error)
        raise
    _failures.pop(plan.folder, None)
    return made


def failure(plan: CopyPlan, viewer: Viewer) -> CopyFailure | None:
    """What this process knows; another process sees for itself whether the newest copy is too old."""
    viewer.must_keep_house()
    return _failures.get(plan.folder)


def behind(plan: CopyPlan) -> bool:
    """Whether something may have changed since the newest copy, for use cases that have asked who it is."""
    newest = newest_copy(plan)
    return newest is None or not (plan.on_file and untouched_since(plan.url, newest.looked_at))


def confirmed_at(plan: CopyPlan, copy: HouseCopy) -> datetime:
    """When the database last held what the copy holds, as far as `behind` can not tell better.

    A server does not tell when it was last written to, so its database is copied to find out.
    """
    if plan.on_file or not copy.made_at <= copy.looked_at <= now() + CLOCKS_DIFFER:
        return copy.made_at
    return copy.looked_at


def broken(plan: CopyPlan, *, among_all: bool) -> tuple[str, ...]:
    """The names of copies that are not as they were made, for use cases that have asked who it is.

    Only the newest is read unless `among_all`.
    """
    found = copy_folder.copies_in(plan.folder, plan.database)
    names = [one.name for one in found[: None if among_all else 1]]
    return tuple(name for name in names if seal_of(plan.folder / name) is Seal.BROKEN)


def _is_due(plan: CopyPlan) -> bool:
    newest = newest_copy(plan)
    if plan.every is None or (newest is not None and now() - confirmed_at(plan, newest) < plan.every):
        return False
    return behind(plan)


def newest_copy(plan: CopyPlan) -> HouseCopy | None:
    """For use cases that have asked who it is.

    A copy from a day to come was made while the clock was wrong: it must not stand in the way of those of today.
    """
    until = now() + CLOCKS_DIFFER
    return next((one for one in copy_folder.copies_in(plan.folder, plan.database) if one.made_at <= until), None)


def _made_in_turn(plan: CopyPlan) -> HouseCopy | None:
    with turn_to_copy(plan.url) as ours:
        return _made(plan, unless_same=True) if ours and _is_due(plan) else None  # another may just have made it


def _made(plan: CopyPlan, *, unless_same: bool = False) -> HouseCopy | None:
    """None with `unless_same`, when the newest copy says the same already."""
    started, before = now(), newest_copy(plan)
    name = copy_name(plan.database, started, ending=plan.ending)
    try:
        copy_folder.prepare(plan.folder)
        write_copy(plan.url, plan.folder / name)
        copy_folder.looked_at(plan.folder, name, started)
        if unless_same and before is not None and _same(plan, name, before.name):
            copy_folder.looked_at(plan.folder, before.name, started)
            copy_folder.remove(plan.folder, [name])
            return None
        found = copy_folder.copies_in(plan.folder, plan.database)
        # The new one stays, also when a wrong clock makes it the oldest.
        gone = [one.name for one in superfluous(found, newest=plan.kept) if one.name != name]
        copy_folder.remove(plan.folder, gone)
    except OSError as error:
        raise CopyFailed(path=str(plan.folder), problem=error.strerror or str(error)) from error
    return next(one for one in found if one.name == name)


def _same(plan: CopyPlan, one: str, other: str) -> bool:
    if plan.on_file:
        return copy_folder.same(plan.folder, one, other)
    return same_dump(plan.url, plan.folder / one, plan.folder / other)
