"""Actions, what they aim at, and their history, to which lines are only ever added."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import delete
from sqlmodel import Session, col, select

from assessment.domain.action import Action, ActionChange, ActionStatus, Plan
from assessment.domain.action_errors import ActionUnknown
from assessment.domain.checklist import Effort
from assessment.storage.tables import ActionAimRow, ActionChangeRow, ActionRow

BY_VERSION = (col(ActionChangeRow.version), col(ActionChangeRow.field))


def action(session: Session, action_id: str) -> Action:
    """Raises ActionUnknown. Removed actions are found too."""
    row = session.get(ActionRow, action_id)
    if row is None:
        raise ActionUnknown
    return _action(row, _aims(session, [row.id]).get(row.id, {}))


def actions(session: Session, assessment_id: str, *, removed: bool = False) -> tuple[Action, ...]:
    """The actions of an assessment, oldest first; the removed ones only when asked for."""
    chosen = select(ActionRow).where(ActionRow.assessment_id == assessment_id)
    if not removed:
        chosen = chosen.where(col(ActionRow.removed).is_(False))
    rows = session.exec(chosen.order_by(col(ActionRow.created_at), col(ActionRow.id))).all()
    aims = _aims(session, [row.id for row in rows])
    return tuple(_action(row, aims.get(row.id, {})) for row in rows)


def actions_of(session: Session, assessment_ids: Collection[str]) -> tuple[Action, ...]:
    """The actions of several assessments, oldest first, without the removed ones."""
    theirs = col(ActionRow.assessment_id).in_(assessment_ids)
    chosen = select(ActionRow).where(theirs, col(ActionRow.removed).is_(False))
    rows = session.exec(chosen.order_by(col(ActionRow.created_at), col(ActionRow.id))).all()
    aims = _aims(session, [row.id for row in rows])
    return tuple(_action(row, aims.get(row.id, {})) for row in rows)


def _aims(session: Session, action_ids: list[str]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    chosen = select(ActionAimRow).where(col(ActionAimRow.action_id).in_(action_ids))
    for row in session.exec(chosen.order_by(col(ActionAimRow.item_id))).all():
        found.setdefault(row.action_id, {})[row.item_id] = row.level
    return found


def _action(row: ActionRow, aims: Mapping[str, int]) -> Action:
    return Action(
        id=row.id,
        assessment_id=row.assessment_id,
        plan=Plan(
            title=row.title,
            owner=row.owner,
            owner_role=row.owner_role,
            due=row.due,
            status=ActionStatus(row.status),
            effort=Effort(row.effort),
            note=row.note,
            aims=aims,
        ),
        created_at=row.created_at,
        changed_at=row.changed_at,
        changed_by=row.changed_by,
        version=row.version,
        removed=row.removed,
    )


def save_action(session: Session, action: Action) -> None:
    """Insert or replace the action with all that it aims at."""
    plan = action.plan
    session.merge(
        ActionRow(
            id=action.id,
            assessment_id=action.assessment_id,
            title=plan.title,
            owner=plan.owner,
            owner_role=plan.owner_role,
            due=plan.due,
            status=plan.status.value,
            effort=plan.effort.value,
            note=plan.note,
            created_at=action.created_at,
            changed_at=action.changed_at,
            changed_by=action.changed_by,
            version=action.version,
            removed=action.removed,
        )
    )
    session.execute(delete(ActionAimRow).where(col(ActionAimRow.action_id) == action.id))
    session.flush()
    session.add_all(ActionAimRow(action_id=action.id, item_id=item, level=level) for item, level in plan.aims.items())
    session.flush()


def add_changes(session: Session, changes: Iterable[ActionChange]) -> None:
    session.add_all(
        ActionChangeRow(
            action_id=one.action_id,
            version=one.version,
            field=one.field,
            before=one.before,
            after=one.after,
            at=one.at,
            by=one.by,
            batch=one.batch,
        )
        for one in changes
    )
    session.flush()


def changes(session: Session, action_id: str) -> tuple[ActionChange, ...]:
    """An action's history, oldest first."""
    chosen = select(ActionChangeRow).where(ActionChangeRow.action_id == action_id)
    rows = session.exec(chosen.order_by(*BY_VERSION)).all()
    return tuple(map(_change, rows))


def batch_changes(session: Session, batch: str) -> tuple[ActionChange, ...]:
    """Everything that one import changed."""
    chosen = select(ActionChangeRow).where(ActionChangeRow.batch == batch)
    ordered = chosen.order_by(col(ActionChangeRow.action_id), *BY_VERSION)
    return tuple(map(_change, session.exec(ordered).all()))


def all_batch_changes(session: Session, assessment_id: str) -> tuple[ActionChange, ...]:
    """Everything that imports changed in an assessment, oldest first."""
    chosen = select(ActionChangeRow).join(ActionRow).where(ActionRow.assessment_id == assessment_id)
    imported = chosen.where(ActionChangeRow.batch != "").order_by(
        col(ActionChangeRow.at), col(ActionChangeRow.action_id), *BY_VERSION
    )
    return tuple(map(_change, session.exec(imported).all()))


def _change(row: ActionChangeRow) -> ActionChange:
    return ActionChange(row.action_id, row.version, row.field, row.before, row.after, row.at, row.by, row.batch)
