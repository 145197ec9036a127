"""Who is in the rooms at each process, as the process itself has told."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlmodel import Session

from assessment.storage.tables import PresenceRow
from assessment.storage.tables.base import table_of
from assessment.storage.upsert import upsert

PRESENCE = table_of(PresenceRow)
ELSEWHERE = select(PRESENCE.c.participants).where(
    PRESENCE.c.workshop_id == bindparam("workshop_id"),
    PRESENCE.c.process != bindparam("process"),
    PRESENCE.c.told_at >= bindparam("since"),
)  # made once: every big screen asks several times a second


def present_elsewhere(session: Session, workshop_id: str, *, process: str, since: datetime) -> set[str]:
    """The participants whom other processes have told of since then."""
    asked = {"workshop_id": workshop_id, "process": process, "since": since}
    return {one for (told,) in session.connection().execute(ELSEWHERE, asked) for one in told.split()}


def save_presence(session: Session, process: str, rooms: Mapping[str, Collection[str]], *, now: datetime) -> None:
    """Tell who is in these rooms at this process. A room may be empty, but it must exist."""
    if not rooms:
        return
    connection = session.connection()
    key, changed = ("process", "workshop_id"), ("participants", "told_at")
    statement = upsert(PresenceRow, connection.dialect.name, key=key, changed=changed)
    connection.execute(
        statement,
        [
            {"process": process, "workshop_id": room, "participants": " ".join(sorted(people)), "told_at": now}
            for room, people in rooms.items()
        ],
    )


def forget_presence(session: Session, *, before: datetime) -> None:
    session.connection().execute(delete(PRESENCE).where(PRESENCE.c.told_at < before))
