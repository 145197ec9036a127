"""Who a participant is at the sign-in, personal links, and sign-ins that have ended."""

from datetime import datetime

from sqlmodel import Field

from assessment.storage.tables.base import Moment, Row


class ParticipantPersonRow(Row, table=True):
    """`person` is the keyed digest of who signed in, never the identity itself."""

    __tablename__ = "participant_person"

    participant_id: str = Field(primary_key=True, foreign_key="participant.id", ondelete="CASCADE")
    person: str = Field(index=True)


class PersonalLinkRow(Row, table=True):
    """The address that was handed out holds the token; here is only its SHA-256."""

    __tablename__ = "personal_link"

    id: str = Field(primary_key=True)
    participant_id: str = Field(foreign_key="participant.id", ondelete="CASCADE", index=True)
    token_digest: str = Field(index=True, unique=True)
    created_at: datetime = Field(sa_type=Moment)
    created_by: str
    expires_at: datetime = Field(sa_type=Moment)
    used_at: datetime | None = Field(default=None, sa_type=Moment)
    revoked: bool = False


class ParticipantAddedRow(Row, table=True):
    """A signed-in person added a participant who is somebody else. `by` is that person's name."""

    __tablename__ = "participant_added"

    participant_id: str = Field(primary_key=True, foreign_key="participant.id", ondelete="CASCADE")
    by: str


class EndedSignInRow(Row, table=True):
    """`mark` is the keyed digest of one sign-in, or says that everybody's ended: those made up to `at`."""

    __tablename__ = "ended_sign_in"

    mark: str = Field(primary_key=True)
    at: datetime = Field(sa_type=Moment, index=True)
