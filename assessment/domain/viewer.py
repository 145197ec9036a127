"""Who is asking, and what that person may do. Services ask here; hiding a button is not access control."""

from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.errors import NotAllowed, OnlyAdministrators, OnlyStewards
from assessment.domain.workshop_errors import OnlyFacilitator


class ViewerKind(StrEnum):
    ADMINISTRATOR = "administrator"
    FACILITATOR = "facilitator"
    MEMBER = "member"
    PARTICIPANT = "participant"
    SERVER = "server"


STEWARDS = frozenset({ViewerKind.ADMINISTRATOR, ViewerKind.FACILITATOR})
READERS = STEWARDS | {ViewerKind.MEMBER}


@dataclass(frozen=True, slots=True)
class Viewer:
    """A participant has `participant_id` and `assessment_id`, and sees and changes that response only.

    `name` stands in histories and records; it may be empty. `person` is the keyed digest of who signed in, empty for
    whoever sits at the computer itself. `link` is the digest of the personal link that a participant came by.
    """

    kind: ViewerKind
    participant_id: str | None = None
    name: str = ""
    assessment_id: str | None = None
    person: str = ""
    link: str = ""

    @property
    def may_steward(self) -> bool:
        """Whether this viewer may change assessments and what is registered, for hiding what would be refused."""
        return self.kind in STEWARDS

    @property
    def may_read(self) -> bool:
        """Whether this viewer may see results, for hiding what would be refused."""
        return self.kind in READERS

    @property
    def may_keep_house(self) -> bool:
        """Whether this viewer may look after the installation itself, for hiding what would be refused."""
        return self.kind is ViewerKind.ADMINISTRATOR

    def must_keep_house(self) -> None:
        """Raises NotAllowed or OnlyAdministrators unless the viewer may look after the installation itself."""
        if not self.may_keep_house:
            raise OnlyAdministrators if self.may_read else NotAllowed

    def must_steward(self) -> None:
        """Raises NotAllowed or OnlyStewards unless the viewer may start, change and delete assessments."""
        if not self.may_steward:
            raise OnlyStewards if self.may_read else NotAllowed

    def must_facilitate(self) -> None:
        """Raises OnlyFacilitator unless the viewer may run workshops."""
        if not self.may_steward:
            raise OnlyFacilitator

    def must_read(self) -> None:
        """Raises NotAllowed unless the viewer may see the results of a whole assessment."""
        if not self.may_read:
            raise NotAllowed

    def must_answer_as(self, participant_id: str, *, person: str = "") -> None:
        """Raises NotAllowed unless the viewer may read and write this participant's responses.

        `person` is who the participant is at the sign-in, empty when nobody has signed in as this participant. Who
        signed in answers for no other person who did, and a member for nobody else at all.
        """
        match self.kind:
            case ViewerKind.PARTICIPANT:
                allowed = self.participant_id == participant_id
            case ViewerKind.MEMBER:
                allowed = bool(self.person) and self.person == person
            case ViewerKind.SERVER:
                allowed = False
            case _:
                allowed = not self.person or person in ("", self.person)
        if not allowed:
            raise NotAllowed

    def must_serve(self) -> None:
        """Raises NotAllowed unless it is the program itself that asks, on nobody's behalf."""
        if self.kind is not ViewerKind.SERVER:
            raise NotAllowed


ADMINISTRATOR = Viewer(ViewerKind.ADMINISTRATOR)
SERVER = Viewer(ViewerKind.SERVER)
