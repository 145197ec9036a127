"""What is known of one participant, and what stays of it when it is erased."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.domain.agreement import FEWEST_RATERS
from assessment.domain.assessment import Participant


@dataclass(frozen=True, slots=True)
class Traces:
    """`votes` were shown to a room and stay there as somebody's; `unseen` were not, and go with the rest."""

    participant: Participant
    answers: int
    texts: int  # comments, reasons and notes of evidence
    votes: int
    unseen: int


def kept_roles(participant: Participant, attendees: Iterable[Participant]) -> tuple[str, ...]:
    """The roles under which the votes stay: those that so many in the room had that they point at nobody."""
    held = [role for one in attendees for role in one.roles]
    return tuple(role for role in participant.roles if held.count(role) >= FEWEST_RATERS)
