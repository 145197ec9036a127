"""Actions: plan, change, split and remove them. Every change is kept with who made it and when.

A writer names the version that was on the screen. When somebody else was first, ActionChanged is raised, nothing is
changed, and both values can be shown.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from secrets import token_urlsafe

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.action import PLANNED, Action, ActionChange, Plan, changed_fields, checked_plan, written
from assessment.domain.action_errors import ActionChanged, NothingToSplit
from assessment.domain.errors import ItemNotAsked, RoleUnknown
from assessment.domain.viewer import Viewer
from assessment.services.assessments import ID_BYTES
from assessment.services.clock import now
from assessment.storage import repository
from assessment.storage.database import reading, unit_of_work

REMOVED = "removed"  # the name of this change in the history


def of_assessment(engine: Engine, viewer: Viewer, assessment_id: str) -> tuple[Action, ...]:
    """The actions of an assessment, oldest first."""
    viewer.must_read()
    with reading(engine) as session:
        return repository.actions(session, assessment_id)


def action(engine: Engine, viewer: Viewer, action_id: str) -> Action:
    """Raises ActionUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        return repository.action(session, action_id)


def history(engine: Engine, viewer: Viewer, action_id: str) -> tuple[ActionChange, ...]:
    """Who changed what, oldest first."""
    viewer.must_read()
    with reading(engine) as session:
        return repository.changes(session, action_id)


def add(engine: Engine, viewer: Viewer, assessment_id: str, plan: Plan) -> Action:
    """Plan an action. Raises AssessmentUnknown, ItemNotAsked, RoleUnknown, and what `checked_plan` raises."""
    viewer.must_steward()
    clean = checked_plan(plan)
    with unit_of_work(engine) as session:
        must_fit(session, assessment_id, clean)
        return write_new(session, assessment_id, clean, at=now(), by=viewer.name)


def change(engine: Engine, viewer: Viewer, action_id: str, *, version: int, plan: Plan) -> Action:
    """Replace the plan. Raises ActionUnknown, ActionChanged, and what `add` raises."""
    viewer.must_steward()
    clean = checked_plan(plan)
    with unit_of_work(engine) as session:
        before = _expected(session, action_id, version)
        must_fit(session, before.assessment_id, clean)
        return write_changed(session, before, clean, at=now(), by=viewer.name)


def split(engine: Engine, viewer: Viewer, action_id: str, *, version: int, item_ids: Collection[str]) -> Action:
    """Move some of the action's items to a new action with the same plan, and return the new one.

    Raises ActionUnknown, ActionChanged, or NothingToSplit unless some but not all items are named.
    """
    viewer.must_steward()
    moment = now()
    with unit_of_work(engine) as session:
        before = _expected(session, action_id, version)
        moved = {item: level for item, level in before.plan.aims.items() if item in item_ids}
        kept = {item: level for item, level in before.plan.aims.items() if item not in item_ids}
        if not moved or not kept:
            raise NothingToSplit
        write_changed(session, before, replace(before.plan, aims=kept), at=moment, by=viewer.name)
        return write_new(session, before.assessment_id, replace(before.plan, aims=moved), at=moment, by=viewer.name)


def remove(engine: Engine, viewer: Viewer, action_id: str, *, version: int) -> Action:
    """Take the action out of the plan; its history stays. Raises ActionUnknown or ActionChanged."""
    return _set_removed(engine, viewer, action_id, version=version, removed=True)


def restore(engine: Engine, viewer: Viewer, action_id: str, *, version: int) -> Action:
    """Put a removed action back. Raises ActionUnknown or ActionChanged."""
    return _set_removed(engine, viewer, action_id, version=version, removed=False)


def _set_removed(engine: Engine, viewer: Viewer, action_id: str, *, version: int, removed: bool) -> Action:
    viewer.must_steward()
    with unit_of_work(engine) as session:
        before = _expected(session, action_id, version, removed=not removed)
        return write_removed(session, before, removed=removed, at=now(), by=viewer.name)


def _expected(session: Session, action_id: str, version: int, *, removed: bool = False) -> Action:
    found = repository.action(session, action_id)
    if found.version != version or found.removed is not removed:
        raise ActionChanged(who=found.changed_by or "–")
    return found


def must_fit(session: Session, assessment_id: str, plan: Plan) -> None:
    """Raises ItemNotAsked or RoleUnknown when the plan does not belong to the assessment."""
    assessment = repository.assessment(session, assessment_id)
    checklist = repository.checklist(session, assessment.checklist_id)
    asked = {item.id for item in assessment.asked(checklist)}
    for item_id in plan.aims:
        if item_id not in asked:
            raise ItemNotAsked(item=item_id)
    if plan.owner_role and plan.owner_role not in {role.id for role in checklist.roles}:
        raise RoleUnknown(role=plan.owner_role)


def write_new(session: Session, assessment_id: str, plan: Plan, *, at: datetime, by: str, batch: str = "") -> Action:
    """Store an action within a transaction. `plan` must have been checked."""
    made = Action(token_urlsafe(ID_BYTES), assessment_id, plan, at, at, by, version=1)
    repository.save_action(session, made)
    empty = Plan(title="")
    before = dict.fromkeys(PLANNED, "")
    _note(session, made, before, [name for name in PLANNED if written(plan, name) != written(empty, name)], batch)
    repository.touch(session, assessment_id, now=at)
    return made


def write_changed(session: Session, before: Action, plan: Plan, *, at: datetime, by: str, batch: str = "") -> Action:
    """Store a changed plan within a transaction; when nothing differs, nothing is written."""
    names = changed_fields(before.plan, plan)
    if not names:
        return before
    after = replace(before, plan=plan, changed_at=at, changed_by=by, version=before.version + 1)
    repository.save_action(session, after)
    _note(session, after, {name: written(before.plan, name) for name in names}, names, batch)
    repository.touch(session, before.assessment_id, now=at)
    return after


def write_removed(session: Session, before: Action, *, removed: bool, at: datetime, by: str, batch: str = "") -> Action:
    """Take an action out of the plan, or back into it, within a transaction."""
    after = replace(before, removed=removed, changed_at=at, changed_by=by, version=before.version + 1)
    repository.save_action(session, after)
    line = ActionChange(after.id, after.version, REMOVED, str(before.removed), str(removed), at, by, batch)
    repository.add_changes(session, [line])
    repository.touch(session, before.assessment_id, now=at)
    return after


def _note(session: Session, after: Action, before: Mapping[str, str], names: Collection[str], batch: str) -> None:
    repository.add_changes(
        session,
        [
            ActionChange(
                after.id,
                after.version,
                name,
                before[name],
                written(after.plan, name),
                after.changed_at,
                after.changed_by,
                batch,
            )
            for name in names
        ],
    )
