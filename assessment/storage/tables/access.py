"""Who a participant is at the sign-in, and personal links."""

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
