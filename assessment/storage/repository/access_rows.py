"""Who a participant is at the sign-in, who added whom, and personal links."""

from datetime import datetime

from sqlalchemy import bindparam, update
from sqlalchemy import select as plain_select
from sqlmodel import Session, col, select

from assessment.domain.personal_link import PersonalLink
from assessment.storage.tables import ParticipantAddedRow, ParticipantPersonRow, ParticipantRow, PersonalLinkRow
from assessment.storage.tables.base import table_of

PERSON = table_of(ParticipantPersonRow)
# Every answer of somebody who has signed in runs this twice, so it is made once.
PERSON_OF = plain_select(PERSON.c.person).where(PERSON.c.participant_id == bindparam("participant"))


def person_of(session: Session, participant_id: str) -> str:
    """Who has signed in as this participant; empty when nobody has."""
    return session.connection().execute(PERSON_OF, {"participant": participant_id}).scalar() or ""


def persons(session: Session, assessment_id: str) -> dict[str, str]:
    """Who is who among those of an assessment that signed in, by participant id."""
    chosen = (
        select(ParticipantPersonRow)
        .join(ParticipantRow, col(ParticipantRow.id) == col(ParticipantPersonRow.participant_id))
        .where(ParticipantRow.assessment_id == assessment_id)
    )
    return {row.participant_id: row.person for row in session.exec(chosen).all()}


def bind_person(session: Session, participant_id: str, *, person: str) -> None:
    session.add(ParticipantPersonRow(participant_id=participant_id, person=person))
    session.flush()


def note_added(session: Session, participant_id: str, *, by: str) -> None:
    session.add(ParticipantAddedRow(participant_id=participant_id, by=by))
    session.flush()


def added(session: Session, assessment_id: str) -> dict[str, str]:
    """Who added those of an assessment that somebody else added, by participant id."""
    chosen = (
        select(ParticipantAddedRow)
        .join(ParticipantRow, col(ParticipantRow.id) == col(ParticipantAddedRow.participant_id))
        .where(ParticipantRow.assessment_id == assessment_id)
    )
    return {row.participant_id: row.by for row in session.exec(chosen).all()}


def add_link(session: Session, link: PersonalLink, *, token_digest: str) -> None:
    session.add(
        PersonalLinkRow(
            id=link.id,
            participant_id=link.participant_id,
            token_digest=token_digest,
            created_at=link.created_at,
            created_by=link.created_by,
            expires_at=link.expires_at,
        )
    )
    session.flush()


def link_with(session: Session, token_digest: str) -> PersonalLink | None:
    row = session.exec(select(PersonalLinkRow).where(PersonalLinkRow.token_digest == token_digest)).first()
    return None if row is None else _link_of(row)


def link(session: Session, link_id: str) -> PersonalLink | None:
    row = session.get(PersonalLinkRow, link_id)
    return None if row is None else _link_of(row)


def links(session: Session, assessment_id: str) -> tuple[PersonalLink, ...]:
    """All that were ever made in an assessment, the latest first."""
    chosen = (
        select(PersonalLinkRow)
        .join(ParticipantRow, col(ParticipantRow.id) == col(PersonalLinkRow.participant_id))
        .where(ParticipantRow.assessment_id == assessment_id)
        .order_by(col(PersonalLinkRow.created_at).desc(), col(PersonalLinkRow.id))
    )
    return tuple(map(_link_of, session.exec(chosen).all()))


def revoke_links(session: Session, participant_id: str) -> None:
    session.execute(
        update(PersonalLinkRow).where(col(PersonalLinkRow.participant_id) == participant_id).values(revoked=True)
    )


def link_used(session: Session, link_id: str, *, at: datetime) -> None:
    session.execute(update(PersonalLinkRow).where(col(PersonalLinkRow.id) == link_id).values(used_at=at))


def _link_of(row: PersonalLinkRow) -> PersonalLink:
    return PersonalLink(
        row.id, row.participant_id, row.created_at, row.created_by, row.expires_at, row.used_at, row.revoked
    )
