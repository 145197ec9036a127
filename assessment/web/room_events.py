"""`/d/{code}/handelser`: the open connection over which a phone is told of changes (server-sent events)."""

import asyncio
from collections.abc import Callable
from typing import Final

from sqlalchemy.engine import Engine
from starlette.types import Receive, Send

from assessment.web.headers import NOTHING
from assessment.web.page_thread import on_page_thread
from assessment.web.phone_join import held_seat
from assessment.web.phone_reply import NOT_KEPT, strict
from assessment.web.phone_request import Visit, first
from assessment.web.room_content import Person
from assessment.web.room_feed import Phone, RoomFeed

RETRY: Final = b"retry: 1000\n\n"
HEAD: Final = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"x-accel-buffering", b"no"),  # a proxy in between must not wait for more
    *NOT_KEPT,
    *strict(NOTHING),
]
LAST: Final = {"type": "http.response.body", "body": b"", "more_body": False}


async def listen(
    engine: Callable[[], Engine], visit: Visit, code: str, feed: RoomFeed, *, receive: Receive, send: Send
) -> None:
    """Stays until the phone goes. Raises NotJoined, TooManyWindows or a database error before anything is sent."""
    _, place = await on_page_thread(lambda: held_seat(engine(), visit, code))
    feed.must_have_room(place)
    await send({"type": "http.response.start", "status": 200, "headers": HEAD})
    await send({"type": "http.response.body", "body": RETRY, "more_body": True})
    phone = Phone(place, Person(place.roles, visit.language, code), _shown(visit), send)
    if feed.closed:
        await send(LAST)
        return
    feed.add(phone)
    try:
        while (await receive())["type"] != "http.disconnect":
            pass
    except asyncio.CancelledError:  # the door closes on phones that are still there
        await send(LAST)
    finally:
        feed.remove(phone)


def _shown(visit: Visit) -> int | None:
    """The version that the phone shows, as it says itself."""
    last = visit.headers.get(b"last-event-id", b"").decode("latin-1") or first(visit.query, "v")
    return int(last) if last.isascii() and last.isdigit() and len(last) < 10 else None
