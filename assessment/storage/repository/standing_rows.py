"""What many assessments amount to, in a handful of statements: for comparing them without reading every report."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import func
from sqlalchemy import select as select_many
from sqlmodel import Session, col, select

from assessment.domain.response import ANSWERS, Answer
from assessment.storage.tables import AgreedLevelRow, AssessmentRow, ParticipantRow, ResponseRow, WorkshopRow

ANSWER_OF = {(answer.kind.value, answer.level): answer for answer in ANSWERS}


def stamps(session: Session) -> dict[str, tuple[int, datetime]]:
    """What tells whether an assessment has changed, by its id."""
    rows = session.exec(select(AssessmentRow.id, AssessmentRow.revision, AssessmentRow.changed_at))
    return {id_: (revision, changed_at) for id_, revision, changed_at in rows}


def answers_of(session: Session, assessment_ids: Collection[str]) -> dict[str, dict[str, list[Answer]]]:
    """Everybody's own answers by assessment id and item id, in no order. Ballots of workshops are not among them."""
    owner = col(ParticipantRow.assessment_id)
    said = (owner, col(ResponseRow.item_id), col(ResponseRow.kind), col(ResponseRow.level))
    counted = (
        select_many(*said, func.count())
        .join(ResponseRow, col(ResponseRow.participant_id) == col(ParticipantRow.id))
        .where(owner.in_(assessment_ids), col(ResponseRow.kind).is_not(None))
        .group_by(*said)
    )
    found: dict[str, dict[str, list[Answer]]] = {id_: {} for id_ in assessment_ids}
    for assessment_id, item_id, kind, level, number in session.execute(counted):
        found[assessment_id].setdefault(item_id, []).extend([ANSWER_OF[kind, level]] * number)
    return found


def agreed_levels_of(session: Session, assessment_ids: Collection[str]) -> Mapping[str, Mapping[str, int]]:
    """Settled levels by assessment id and item id."""
    chosen = select(AgreedLevelRow.assessment_id, AgreedLevelRow.item_id, AgreedLevelRow.level).where(
        col(AgreedLevelRow.assessment_id).in_(assessment_ids)
    )
    found: dict[str, dict[str, int]] = {id_: {} for id_ in assessment_ids}
    for assessment_id, item_id, level in session.exec(chosen):
        found[assessment_id][item_id] = level
    return found


def with_workshops(session: Session, assessment_ids: Collection[str]) -> set[str]:
    """Those that have been voted in, or may be."""
    chosen = select(WorkshopRow.assessment_id).where(col(WorkshopRow.assessment_id).in_(assessment_ids))
    return set(session.exec(chosen.distinct()))
