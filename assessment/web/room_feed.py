"""Tells every open phone when its room has changed.

One look at the database every quarter of a second for all rooms together, whichever process changed them. A phone
waits without a task or a thread of its own: it costs the memory of its connection.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable
from time import monotonic
from typing import Final

from sqlalchemy.engine import Engine
from starlette.types import Send

from assessment.domain.response import Answer
from assessment.domain.viewer import SERVER
from assessment.domain.workshop_errors import TooManyWindows
from assessment.services import attendance
from assessment.services.attendance import Door, Place
from assessment.services.presence import PRESENCE
from assessment.storage.errors import DatabaseFailed
from assessment.texts.language import language
from assessment.web.room_content import Content, Own, Person, RoomContent

LOOK_EVERY: Final = 0.25  # seconds
GATHER: Final = 0.01  # seconds in which those who come at once are waited for
BEAT_EVERY: Final = 20.0  # seconds without a word, so that no network thinks the connection dead
BEAT: Final = b":\n\n"
MANY: Final = 50  # phones, from which on all votes of a revealed round are fetched at once
MOST_WINDOWS: Final = 10  # of one participant that are told of changes
log = logging.getLogger("rustad")


class Phone:
    """An open connection. `version` is what the phone shows; None until it has been told anything."""

    __slots__ = ("busy", "person", "place", "send", "spoke_at", "version")

    def __init__(self, place: Place, person: Person, version: int | None, send: Send) -> None:
        self.place = place
        self.person = person
        self.version = version
        self.send = send
        self.busy = False
        self.spoke_at = monotonic()


class RoomFeed:
    """Belongs to one event loop. `engine` gives the database whenever it is needed."""

    def __init__(self, engine: Callable[[], Engine], rooms: RoomContent) -> None:
        self._engine = engine
        self._rooms = rooms
        self._phones: dict[str, set[Phone]] = defaultdict(set)  # by workshop
        self._watching: asyncio.Task[None] | None = None
        self._newcomer = asyncio.Event()
        self._sending: set[asyncio.Task[None]] = set()
        self._away = False  # the database did not answer last time, which has been logged
        self.closed = False

    def must_have_room(self, place: Place) -> None:
        """Raises TooManyWindows when this participant listens often enough."""
        here = self._phones.get(place.workshop_id, ())
        theirs = sum(phone.place.participant_id == place.participant_id for phone in here)
        if theirs >= MOST_WINDOWS:
            raise TooManyWindows

    def add(self, phone: Phone) -> None:
        """From now on the phone is told of every change; at once if it is behind."""
        self._phones[phone.place.workshop_id].add(phone)
        PRESENCE.connect(phone.place.workshop_id, phone.place.participant_id)
        if self._watching is None:
            self._newcomer = asyncio.Event()
            self._watching = asyncio.create_task(self._watch())
        self._newcomer.set()

    def remove(self, phone: Phone) -> None:
        phones = self._phones[phone.place.workshop_id]
        phones.discard(phone)
        if not phones:
            del self._phones[phone.place.workshop_id]
        PRESENCE.disconnect(phone.place.workshop_id, phone.place.participant_id)

    def close(self) -> None:
        """End all connections, because the server stops: it would wait for them."""
        self.closed = True
        for phones in self._phones.values():
            for phone in phones:
                self._start(phone, b"", last=True)

    async def _watch(self) -> None:
        try:
            while self._phones and not self.closed:
                try:
                    await self._look()
                    self._away = False
                except DatabaseFailed as error:
                    if not self._away:
                        log.error(language("en").explain_to_keeper(error))
                    self._away = True
                except Exception:  # the next look may go well, and nobody else would tell them
                    log.exception("phones were not told of changes")
                await self._wait()
        finally:
            self._watching = None

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(LOOK_EVERY):
                await self._newcomer.wait()
            await asyncio.sleep(GATHER)
        except TimeoutError:
            pass
        self._newcomer.clear()

    async def _look(self) -> None:
        versions = await asyncio.to_thread(attendance.versions, self._engine(), SERVER, list(self._phones))
        now = monotonic()
        for workshop_id, phones in list(self._phones.items()):
            version = versions.get(workshop_id)
            behind = [phone for phone in phones if phone.version != version and not phone.busy]
            if version is None:
                for phone in behind:
                    self._start(phone, b"", last=True)  # the workshop is gone
            elif behind:
                await self._tell(workshop_id, behind)
            for phone in phones:
                if now - phone.spoke_at > BEAT_EVERY and not phone.busy:
                    self._start(phone, BEAT)

    async def _tell(self, workshop_id: str, phones: list[Phone]) -> None:
        door, own = await asyncio.to_thread(self._read, workshop_id, phones)
        for phone in phones:
            content = self._content(door, phone, own)
            phone.version = door.workshop.version
            self._start(phone, content.event)

    def _content(self, door: Door, phone: Phone, own: dict[str, Own]) -> Content:
        return self._rooms.of(door, phone.person, own.get(phone.place.participant_id))

    def _read(self, workshop_id: str, phones: list[Phone]) -> tuple[Door, dict[str, Own]]:
        """The room, and what each of these phones voted in it."""
        engine = self._engine()
        door = attendance.door(engine, SERVER, workshop_id)
        current = door.workshop.round
        if current is None:
            return door, {}
        people = {phone.place.participant_id for phone in phones}
        if current.revealed and len(people) >= MANY:
            begun = current.begun_at  # no phone shows when a revealed vote was cast
            cast: dict[str, Answer] = attendance.own_ballots(engine, SERVER, workshop_id, current.id)
            return door, {one: (answer, begun) for one, answer in cast.items()}
        return door, dict(attendance.own_saved(engine, SERVER, workshop_id, current.id, people))

    def _start(self, phone: Phone, event: bytes, *, last: bool = False) -> None:
        phone.busy = True
        task = asyncio.create_task(self._send(phone, event, last))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    async def _send(self, phone: Phone, event: bytes, last: bool) -> None:
        """Apart from all others: a phone with a bad connection takes its time."""
        try:
            await phone.send({"type": "http.response.body", "body": event, "more_body": not last})
        finally:
            phone.busy = last
            phone.spoke_at = monotonic()
