"""Wrong codes, by the place they came from."""

from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlmodel import Session

from assessment.domain.guesses import Guesses
from assessment.storage.tables import GuessRow
from assessment.storage.tables.base import table_of
from assessment.storage.upsert import upsert

GUESS = table_of(GuessRow)
ONE = select(GUESS.c.left, GUESS.c.at).where(GUESS.c.origin == bindparam("origin"))  # made once: a hall asks


def guesses(session: Session, origin: str) -> Guesses | None:
    row = session.connection().execute(ONE, {"origin": origin}).first()
    return None if row is None else Guesses(row.left, row.at)


def save_guesses(session: Session, origin: str, known: Guesses) -> None:
    connection = session.connection()
    statement = upsert(GuessRow, connection.dialect.name, key=("origin",), changed=("left", "at"))
    connection.execute(statement, {"origin": origin, "left": known.left, "at": known.at})


def forget_guesses(session: Session, *, before: datetime) -> None:
    session.connection().execute(delete(GUESS).where(GUESS.c.at < before))
