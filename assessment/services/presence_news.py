"""What the processes tell each other about who is in which room.

One row for each process and room, written when it has changed and else twice a minute: a hall that sits and votes costs
nothing. Who was at a process that died is waited for as long as anybody whose phone went dark.
"""

from collections.abc import Callable
from datetime import timedelta
from secrets import token_hex
from time import monotonic
from typing import Final

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.services.clock import now
from assessment.services.presence import AWAY_AFTER, PRESENCE, Presence
from assessment.storage import repository
from assessment.storage.database import unit_of_work

PROCESS: Final = token_hex(8)  # who this process is to the others, for as long as it runs
REPEATED_AFTER: Final = 30.0  # seconds; well under AWAY_AFTER, after which the others stop believing it
FORGOTTEN_AFTER: Final = timedelta(minutes=10)


def everywhere(session: Session, workshop_id: str) -> set[str]:
    """The ids of the participants who are in the room, at whichever process."""
    since = now() - timedelta(seconds=AWAY_AFTER)
    elsewhere = repository.present_elsewhere(session, workshop_id, process=PROCESS, since=since)
    return elsewhere | PRESENCE.present(workshop_id)


class PresenceNews:
    """Remembers what has been told. `clock` gives seconds and never goes back. Used by one thread at a time."""

    def __init__(
        self, presence: Presence = PRESENCE, *, process: str = PROCESS, clock: Callable[[], float] = monotonic
    ) -> None:
        self._presence = presence
        self._process = process
        self._clock = clock
        self._told: dict[str, tuple[set[str], float]] = {}  # workshop → who, and when

    def tell(self, engine: Engine) -> None:
        """Write down what the others do not know yet. Raises a database error; then it is told the next time."""
        at = self._clock()
        news = {room: people for room in self._presence.rooms() if self._is_new(room, people := self._in(room), at)}
        if not news:
            return
        moment = now()
        with unit_of_work(engine) as session:
            there = repository.workshop_versions(session, list(news))
            known = {room: people for room, people in news.items() if room in there}
            repository.save_presence(session, self._process, known, now=moment)
            repository.forget_presence(session, before=moment - FORGOTTEN_AFTER)
        self._told |= {room: (people, at) for room, people in news.items()}

    def _in(self, room: str) -> set[str]:
        return self._presence.present(room)

    def _is_new(self, room: str, people: set[str], at: float) -> bool:
        told, when = self._told.get(room, (set(), at))
        return people != told or (bool(people) and at - when >= REPEATED_AFTER)
