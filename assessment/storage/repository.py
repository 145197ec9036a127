"""All SQL. Functions take and return domain objects; rows stay here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, update
from sqlmodel import Session, col, select

from assessment.domain.assessment import Assessment, Participant, Targets
from assessment.domain.checklist import Checklist, Scope
from assessment.domain.errors import AssessmentUnknown, ParticipantUnknown
from assessment.domain.response import Answer, AnswerKind, Response
from assessment.storage.checklist_schema import ChecklistPart
from assessment.storage.tables import (
    AgreedLevelRow,
    AssessmentRow,
    ChecklistRow,
    ParticipantRow,
    ResponseRow,
    TargetRow,
)

_checklists: dict[tuple[str, int], Checklist] = {}  # by digest and id; a version never changes, so it is parsed once


# Checklists


def checklist_id_by_digest(session: Session, digest: str) -> int | None:
    return session.exec(select(ChecklistRow.id).where(ChecklistRow.file_digest == digest)).first()


def checklist_id(session: Session, *, key: str, version: str) -> int | None:
    chosen = select(ChecklistRow.id).where(ChecklistRow.key == key, ChecklistRow.version == version)
    return session.exec(chosen).first()


def latest_checklist_id(session: Session, *, key: str) -> int | None:
    """The version that was stored last."""
    newest = select(ChecklistRow.id).where(ChecklistRow.key == key).order_by(col(ChecklistRow.id).desc())
    return session.exec(newest).first()


def checklist_content(session: Session, checklist_id: int) -> str:
    return session.exec(select(ChecklistRow.content).where(ChecklistRow.id == checklist_id)).one()


def add_checklist(session: Session, part: ChecklistPart, *, digest: str, now: datetime) -> int:
    row = ChecklistRow(key=part.key, version=part.version, content=part.stored(), file_digest=digest, stored_at=now)
    session.add(row)
    session.flush()
    assert row.id is not None, "flushing gives an id"
    return row.id


def checklist(session: Session, checklist_id: int) -> Checklist:
    digest = session.exec(select(ChecklistRow.file_digest).where(ChecklistRow.id == checklist_id)).one()
    found = _checklists.get((digest, checklist_id))
    if found is None:
        found = ChecklistPart.from_stored(checklist_content(session, checklist_id)).checklist()
        _checklists[digest, checklist_id] = found
    return found


# Assessments


@dataclass(frozen=True, slots=True)
class AssessmentSummary:
    """One line on the start page. Numbers of participants, and of items that somebody has answered."""

    assessment: Assessment
    participants: int
    answered: int
    changed_at: datetime  # UTC


def add_assessment(session: Session, assessment: Assessment) -> None:
    session.add(
        AssessmentRow(
            id=assessment.id,
            name=assessment.name,
            organisation=assessment.organisation,
            organisation_type=assessment.organisation_type,
            scope=assessment.scope.value,
            checklist_id=assessment.checklist_id,
            created_at=assessment.created_at,
            changed_at=assessment.created_at,
            revision=assessment.revision,
            example=assessment.example,
        )
    )
    session.flush()


def assessment(session: Session, assessment_id: str) -> Assessment:
    """Raises AssessmentUnknown."""
    row = session.get(AssessmentRow, assessment_id)
    if row is None:
        raise AssessmentUnknown
    return _assessment(row, targets(session, row))


def _assessment(row: AssessmentRow, wanted: Targets) -> Assessment:
    return Assessment(
        id=row.id,
        name=row.name,
        organisation=row.organisation,
        organisation_type=row.organisation_type,
        scope=Scope(row.scope),
        checklist_id=row.checklist_id,
        created_at=row.created_at,
        revision=row.revision,
        example=row.example,
        targets=wanted,
    )


def latest_organisation(session: Session) -> str:
    """The organisation named last, examples aside; empty when none has been."""
    newest = select(AssessmentRow.organisation).where(col(AssessmentRow.example).is_(False))
    return session.exec(newest.order_by(col(AssessmentRow.created_at).desc())).first() or ""


def summaries(session: Session) -> list[AssessmentSummary]:
    """All assessments, the one changed last first."""
    people = dict(
        session.exec(
            select(ParticipantRow.assessment_id, func.count()).group_by(col(ParticipantRow.assessment_id))
        ).all()
    )
    answered = dict(
        session.exec(
            select(ParticipantRow.assessment_id, func.count(func.distinct(col(ResponseRow.item_id))))
            .join(ResponseRow, col(ResponseRow.participant_id) == col(ParticipantRow.id))
            .where(col(ResponseRow.kind).is_not(None))
            .group_by(col(ParticipantRow.assessment_id))
        ).all()
    )
    rows = session.exec(select(AssessmentRow).order_by(col(AssessmentRow.changed_at).desc())).all()
    return [
        AssessmentSummary(
            _assessment(row, targets(session, row)), people.get(row.id, 0), answered.get(row.id, 0), row.changed_at
        )
        for row in rows
    ]


def touch(session: Session, assessment_id: str, *, now: datetime) -> None:
    """Count one change of the assessment or of anything in it."""
    session.execute(
        update(AssessmentRow)
        .where(col(AssessmentRow.id) == assessment_id)
        .values(revision=AssessmentRow.revision + 1, changed_at=now)
    )


def revision(session: Session, assessment_id: str) -> int | None:
    """How often the assessment has changed; None when it is gone."""
    return session.exec(select(AssessmentRow.revision).where(AssessmentRow.id == assessment_id)).first()


def rename(session: Session, assessment_id: str, *, name: str, organisation: str) -> None:
    session.execute(
        update(AssessmentRow).where(col(AssessmentRow.id) == assessment_id).values(name=name, organisation=organisation)
    )


def remove_assessment(session: Session, assessment_id: str) -> None:
    """Delete the assessment and all that belongs to it."""
    session.execute(delete(AssessmentRow).where(col(AssessmentRow.id) == assessment_id))


# Targets and agreed levels


def targets(session: Session, row: AssessmentRow) -> Targets:
    bank = checklist(session, row.checklist_id)
    stored = session.exec(select(TargetRow.part, TargetRow.level).where(TargetRow.assessment_id == row.id)).all()
    dimensions = {dimension.id for dimension in bank.dimensions}
    return Targets(
        default=bank.default_target,
        dimensions={part: level for part, level in stored if part in dimensions},
        items={part: level for part, level in stored if part not in dimensions},
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


# Participants


def add_participant(session: Session, participant: Participant) -> None:
    session.add(
        ParticipantRow(
            id=participant.id,
            assessment_id=participant.assessment_id,
            roles=" ".join(participant.roles),
            name=participant.name,
            created_at=participant.created_at,
        )
    )
    session.flush()


def participant(session: Session, participant_id: str) -> Participant:
    """Raises ParticipantUnknown."""
    row = session.get(ParticipantRow, participant_id)
    if row is None:
        raise ParticipantUnknown
    return _participant(row)


def participants(session: Session, assessment_id: str) -> tuple[Participant, ...]:
    """Those who take part, in the order in which they came."""
    chosen = select(ParticipantRow).where(ParticipantRow.assessment_id == assessment_id)
    ordered = chosen.order_by(col(ParticipantRow.created_at), col(ParticipantRow.id))
    return tuple(map(_participant, session.exec(ordered).all()))


def _participant(row: ParticipantRow) -> Participant:
    return Participant(row.id, row.assessment_id, tuple(row.roles.split()), row.name, row.created_at)


def change_roles(session: Session, participant_id: str, *, roles: Sequence[str], name: str) -> None:
    session.execute(
        update(ParticipantRow).where(col(ParticipantRow.id) == participant_id).values(roles=" ".join(roles), name=name)
    )


# Responses


def response(session: Session, participant_id: str, item_id: str) -> Response | None:
    row = session.get(ResponseRow, (participant_id, item_id))
    return None if row is None else _response(row)


def responses_of(session: Session, participant_id: str) -> dict[str, Response]:
    """One participant's responses by item id."""
    rows = session.exec(select(ResponseRow).where(ResponseRow.participant_id == participant_id)).all()
    return {row.item_id: _response(row) for row in rows}


def responses(session: Session, assessment_id: str) -> dict[str, list[Response]]:
    """Every response of an assessment by participant id, sorted by item id."""
    chosen = (
        select(ResponseRow)
        .join(ParticipantRow, col(ParticipantRow.id) == col(ResponseRow.participant_id))
        .where(ParticipantRow.assessment_id == assessment_id)
        .order_by(col(ResponseRow.item_id))
    )
    found: dict[str, list[Response]] = {}
    for row in session.exec(chosen).all():
        found.setdefault(row.participant_id, []).append(_response(row))
    return found


def _response(row: ResponseRow) -> Response:
    return Response(
        item_id=row.item_id,
        answer=None if row.kind is None else Answer(AnswerKind(row.kind), row.level),
        reason=row.reason,
        comment=row.comment,
        evidence=row.evidence,
        answered_at=row.answered_at,
        evidence_at=row.evidence_at,
        updated_at=row.updated_at,
    )


def save_response(session: Session, participant_id: str, response: Response) -> None:
    """Insert or replace. `response.updated_at` must be set."""
    assert response.updated_at is not None, "a stored response has a time"
    session.merge(
        ResponseRow(
            participant_id=participant_id,
            item_id=response.item_id,
            kind=None if response.answer is None else response.answer.kind.value,
            level=None if response.answer is None else response.answer.level,
            reason=response.reason,
            comment=response.comment,
            evidence=response.evidence,
            answered_at=response.answered_at,
            evidence_at=response.evidence_at,
            updated_at=response.updated_at,
        )
    )
