"""The second door: listens on the network while a workshop lets phones in, and serves nothing but the phone pages."""

import asyncio
import contextlib
import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import uvicorn
from starlette.types import ASGIApp

from assessment.domain.errors import AssessmentError
from assessment.domain.viewer import SERVER
from assessment.services import workshops
from assessment.services.house import house
from assessment.services.phone_door import PHONE_DOOR, DoorState
from assessment.settings import settings
from assessment.web.door_protocol import DoorProtocol

LOOK_EVERY: Final = 0.5  # seconds
MOST_CONNECTIONS: Final = 10_000  # half of the files that the lifespan asks for; more are told to come back later
BACKLOG: Final = 2048  # a hall scans the code at once
log = logging.getLogger("rustad")


class DoorServer(uvicorn.Server):
    """Listens on a socket that is bound already, because uvicorn would end the program if it could not bind."""

    def __init__(self, app: ASGIApp, door: socket.socket) -> None:
        careful: dict[str, Any] = {"http": DoorProtocol, "limit_concurrency": MOST_CONNECTIONS, "access_log": False}
        super().__init__(uvicorn.Config(app, lifespan="off", log_config=None, timeout_graceful_shutdown=1, **careful))
        self.door = door

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to the server that runs the whole program."""
        yield


async def keep_phone_door(app: ASGIApp) -> None:
    """Open and close the door as the workshops want it, until cancelled."""
    serving: asyncio.Task[None] | None = None
    server: DoorServer | None = None
    try:
        while True:
            wanted = await asyncio.to_thread(_wanted, now=serving is not None)
            if wanted and (serving is None or serving.done()):
                server = _opened(app)
                serving = asyncio.create_task(server.serve(sockets=[server.door])) if server else None
            elif not wanted and server is not None and serving is not None:
                await _close(server, serving)
                server = serving = None
            elif not wanted:
                PHONE_DOOR.state = DoorState.CLOSED
            await asyncio.sleep(LOOK_EVERY)
    finally:
        if server is not None and serving is not None:
            await _close(server, serving)


def _wanted(*, now: bool) -> bool:
    """`now` is whether the door is open: it stays so while the database does not answer."""
    if settings().public_url:
        return False  # phones come through the proxy
    try:
        return workshops.phones_wanted(house(settings().database_url), SERVER)
    except AssessmentError:
        return now  # told on every page already


def _opened(app: ASGIApp) -> DoorServer | None:
    try:
        door = socket.create_server(("", settings().phone_port), backlog=BACKLOG)
    except OSError as error:
        if PHONE_DOOR.state is not DoorState.BLOCKED:
            log.error("phones cannot be let in: %s", error)
        PHONE_DOOR.state = DoorState.BLOCKED
        return None
    PHONE_DOOR.state = DoorState.OPEN
    return DoorServer(app, door)


async def _close(server: uvicorn.Server, serving: asyncio.Task[None]) -> None:
    PHONE_DOOR.state = DoorState.CLOSED
    server.should_exit = True
    with contextlib.suppress(asyncio.CancelledError):
        await serving
