"""Sign-ins that somebody has ended."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlmodel import Session

from assessment.storage.tables import EndedSignInRow
from assessment.storage.tables.base import table_of
from assessment.storage.upsert import upsert

ENDED = table_of(EndedSignInRow)


def end_sign_in(session: Session, mark: str, *, at: datetime) -> None:
    connection = session.connection()
    statement = upsert(EndedSignInRow, connection.dialect.name, key=("mark",), changed=("at",))
    connection.execute(statement, {"mark": mark, "at": at})


def ended_sign_ins(session: Session, *, since: datetime | None) -> dict[str, datetime]:
    """When each sign-in ended, by its mark; those from `since` on, or all."""
    chosen = select(ENDED.c.mark, ENDED.c.at)
    if since is not None:
        chosen = chosen.where(ENDED.c.at >= since)
    return {row.mark: row.at for row in session.connection().execute(chosen)}


def forget_ended(session: Session, *, before: datetime) -> None:
    session.connection().execute(delete(ENDED).where(ENDED.c.at < before))
