"""Personal links: made, listed and withdrawn by a facilitator; whoever holds one is that participant."""

from dataclasses import dataclass
from datetime import timedelta
from secrets import token_urlsafe

from sqlalchemy.engine import Engine

from assessment.domain.personal_link import USUAL_DAYS, LinkEnded, LinksClosed, PersonalLink, checked_days
from assessment.domain.viewer import Viewer, ViewerKind
from assessment.services.assessments import ID_BYTES
from assessment.services.attendance import TOKEN_BYTES, digest
from assessment.services.clock import now
from assessment.services.own_answers import must_answer_as
from assessment.settings import settings
from assessment.storage import repository
from assessment.storage.database import reading, unit_of_work
from assessment.storage.repository import access_rows


@dataclass(frozen=True, slots=True)
class MadeLink:
    """A new link with its token, which nothing can show again."""

    link: PersonalLink
    token: str


def make(engine: Engine, viewer: Viewer, participant_id: str, *, days: int = USUAL_DAYS) -> MadeLink:
    """Give a participant a link; those handed out before stop working.

    Raises LinksClosed in local mode, LinkDaysWrong, ParticipantUnknown, or NotAllowed for who answers as herself.
    """
    viewer.must_steward()
    if settings().access == "local":
        raise LinksClosed
    lasts, moment, token = timedelta(days=checked_days(days)), now(), token_urlsafe(TOKEN_BYTES)
    made = PersonalLink(token_urlsafe(ID_BYTES), participant_id, moment, viewer.name, moment + lasts)
    with unit_of_work(engine) as session:
        repository.participant(session, participant_id)
        must_answer_as(session, viewer, participant_id)
        access_rows.revoke_links(session, participant_id)
        access_rows.add_link(session, made, token_digest=digest(token))
    return MadeLink(made, token)


def of_assessment(engine: Engine, viewer: Viewer, assessment_id: str) -> dict[str, PersonalLink]:
    """The latest link of each participant that has had one, by participant id."""
    viewer.must_steward()
    with reading(engine) as session:
        return {one.participant_id: one for one in reversed(access_rows.links(session, assessment_id))}


def withdraw(engine: Engine, viewer: Viewer, participant_id: str) -> None:
    """End every link of a participant. Raises ParticipantUnknown."""
    viewer.must_steward()
    with unit_of_work(engine) as session:
        repository.participant(session, participant_id)
        access_rows.revoke_links(session, participant_id)


def come_by(engine: Engine, token: str) -> Viewer:
    """Whoever opens a link, and when is noted. Raises LinkEnded."""
    moment = now()
    with unit_of_work(engine) as session:
        found = access_rows.link_with(session, digest(token))
        if found is None or not found.open(moment):
            raise LinkEnded
        access_rows.link_used(session, found.id, at=moment)
    return holder(engine, token)


def holder(engine: Engine, token: str) -> Viewer:
    """Whoever came by a link. Raises LinkEnded."""
    held = digest(token)
    with reading(engine) as session:
        found = access_rows.link_with(session, held)
        if found is None or not found.open(now()):
            raise LinkEnded
        person = repository.participant(session, found.participant_id)
    return Viewer(ViewerKind.PARTICIPANT, person.id, person.name, person.assessment_id, link=held)
