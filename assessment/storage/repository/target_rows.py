"""Wanted levels, and the levels that the group settled."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlmodel import Session, select

from assessment.domain.assessment import Targets
from assessment.domain.checklist import Checklist
from assessment.storage.tables import AgreedLevelRow, TargetRow


def targets(session: Session, assessment_id: str, checklist: Checklist) -> Targets:
    stored = session.exec(select(TargetRow.part, TargetRow.level).where(TargetRow.assessment_id == assessment_id)).all()
    return targets_from(stored, checklist)


def all_targets(session: Session) -> Mapping[str, list[tuple[str, int]]]:
    """What has been stored for every assessment, as `targets_from` takes it."""
    found: dict[str, list[tuple[str, int]]] = {}
    for assessment_id, part, level in session.exec(select(TargetRow.assessment_id, TargetRow.part, TargetRow.level)):
        found.setdefault(assessment_id, []).append((part, level))
    return found


def targets_from(stored: Iterable[tuple[str, int]], checklist: Checklist) -> Targets:
    """A dimension's target or an item's, told apart by what the checklist calls a dimension."""
    levels = dict(stored)
    dimensions = {dimension.id for dimension in checklist.dimensions}
    return Targets(
        default=checklist.default_target,
        dimensions={part: level for part, level in levels.items() if part in dimensions},
        items={part: level for part, level in levels.items() if part not in dimensions},
    )


def set_target(session: Session, assessment_id: str, *, part: str, level: int, now: datetime) -> None:
    row = session.get(TargetRow, (assessment_id, part))
    if row is None:
        session.add(TargetRow(assessment_id=assessment_id, part=part, level=level, changed_at=now))
        return
    row.level, row.version, row.changed_at = level, row.version + 1, now


def agreed_levels(session: Session, assessment_id: str) -> Mapping[str, int]:
    chosen = select(AgreedLevelRow.item_id, AgreedLevelRow.level).where(AgreedLevelRow.assessment_id == assessment_id)
    return dict(session.exec(chosen).all())


def agreed_moments(session: Session, assessment_id: str) -> Mapping[str, datetime]:
    """When each agreed level was settled, by item id."""
    chosen = select(AgreedLevelRow.item_id, AgreedLevelRow.settled_at)
    return dict(session.exec(chosen.where(AgreedLevelRow.assessment_id == assessment_id)).all())


def agreed_level(session: Session, assessment_id: str, item_id: str) -> tuple[int, str] | None:
    """Level and note that were settled for an item."""
    row = session.get(AgreedLevelRow, (assessment_id, item_id))
    return None if row is None else (row.level, row.note)


def save_agreed_level(
    session: Session, assessment_id: str, item_id: str, *, level: int, note: str, now: datetime
) -> None:
    row = session.get(AgreedLevelRow, (assessment_id, item_id))
    if row is None:
        session.add(
            AgreedLevelRow(assessment_id=assessment_id, item_id=item_id, level=level, note=note, settled_at=now)
        )
        return
    row.level, row.note, row.version, row.settled_at = level, note, row.version + 1, now


def remove_agreed_level(session: Session, assessment_id: str, item_id: str) -> None:
    """The item is no longer settled."""
    row = session.get(AgreedLevelRow, (assessment_id, item_id))
    if row is not None:
        session.delete(row)
