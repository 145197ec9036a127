"""Who is asking, and what that person may do. Services ask here; hiding a button is not access control."""

from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.errors import NotAllowed
from assessment.domain.workshop_errors import OnlyFacilitator


class ViewerKind(StrEnum):
    ADMINISTRATOR = "administrator"
    FACILITATOR = "facilitator"
    MEMBER = "member"
    PARTICIPANT = "participant"


@dataclass(frozen=True, slots=True)
class Viewer:
    """`participant_id` is set for a participant, who sees and changes that response only.

    `name` stands in histories and records; it may be empty.
    """

    kind: ViewerKind
    participant_id: str | None = None
    name: str = ""

    def must_steward(self) -> None:
        """Raises NotAllowed unless the viewer may start, change and delete assessments."""
        if self.kind not in (ViewerKind.ADMINISTRATOR, ViewerKind.FACILITATOR):
            raise NotAllowed

    def must_facilitate(self) -> None:
        """Raises OnlyFacilitator unless the viewer may run workshops."""
        if self.kind not in (ViewerKind.ADMINISTRATOR, ViewerKind.FACILITATOR):
            raise OnlyFacilitator

    def must_read(self) -> None:
        """Raises NotAllowed unless the viewer may see the results of a whole assessment."""
        if self.kind is ViewerKind.PARTICIPANT:
            raise NotAllowed

    def must_answer_as(self, participant_id: str) -> None:
        """Raises NotAllowed unless the viewer may read and write this participant's responses."""
        if self.kind is ViewerKind.PARTICIPANT and self.participant_id != participant_id:
            raise NotAllowed
        if self.kind is ViewerKind.MEMBER:
            raise NotAllowed


ADMINISTRATOR = Viewer(ViewerKind.ADMINISTRATOR)
