"""Whose answers a viewer may touch, and the participant that a signed-in person is."""

from sqlmodel import Session

from assessment.domain.assessment import Participant
from assessment.domain.errors import NotAllowed
from assessment.domain.personal_link import LinkEnded
from assessment.domain.viewer import Viewer, ViewerKind
from assessment.services.clock import now
from assessment.storage import repository
from assessment.storage.repository import access_rows


def must_answer_as(session: Session, viewer: Viewer, participant_id: str) -> bool:
    """Within a transaction. Whether a signed-in person enters what somebody else answers, from paper or as it is told.

    Raises NotAllowed, or LinkEnded when the link that the viewer came by has ended since.
    """
    if viewer.link:
        found = access_rows.link_with(session, viewer.link)
        if found is None or not found.open(now()) or found.participant_id != viewer.participant_id:
            raise LinkEnded
    person = access_rows.person_of(session, participant_id) if viewer.person else ""
    viewer.must_answer_as(participant_id, person=person)
    return viewer.person != person


def own_participant(session: Session, viewer: Viewer, assessment_id: str) -> Participant | None:
    """Who the signed-in person is in an assessment; None before joining, and for whoever has not signed in."""
    if not viewer.person:
        return None
    held = access_rows.persons(session, assessment_id)
    mine = next((id_ for id_, person in held.items() if person == viewer.person), None)
    return repository.participant(session, mine) if mine else None


def must_take_part(viewer: Viewer) -> None:
    """Raises NotAllowed unless the viewer may join: a steward, or a member who has signed in."""
    if not viewer.may_steward and not (viewer.kind is ViewerKind.MEMBER and viewer.person):
        raise NotAllowed
