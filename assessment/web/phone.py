"""The phone pages: `/d` and everything below it, for any phone on the network, and nothing else.

Bare ASGI in front of the rest: a hall that votes at once does not pass through layers made for the dashboard.
"""

from collections.abc import Callable
from typing import Final

from sqlalchemy.engine import Engine
from starlette.types import ASGIApp, Receive, Scope, Send

from assessment.domain.errors import sentence
from assessment.domain.join_code import typed_code
from assessment.services import ballots
from assessment.services.house import house
from assessment.settings import settings
from assessment.web.access import by_our_name
from assessment.web.ballot_box import BallotBox
from assessment.web.page_thread import on_page_thread
from assessment.web.phone_answers import overview, question, save
from assessment.web.phone_errors import status_of, told
from assessment.web.phone_join import code_form, entrance, join, refused_vote, typed_in
from assessment.web.phone_page import FONT, SCRIPT, document, fragment
from assessment.web.phone_reply import YEAR, Headers, Reply, json_reply, page_reply, sent_on
from assessment.web.phone_request import Visit, form, visit_of
from assessment.web.phone_vote import Ballots
from assessment.web.refused_log import REFUSED
from assessment.web.room_content import RoomContent
from assessment.web.room_events import listen
from assessment.web.room_feed import RoomFeed

ROOT: Final = "/d"
SMALL: Final = 4_096  # bytes, for a vote and for joining
ROOMY: Final = 262_144  # bytes, for an answer with a long reason
FOREVER: Final[Headers] = ((b"cache-control", f"public, max-age={YEAR}, immutable".encode()),)
FILES: Final = {
    "phone.js": Reply(200, SCRIPT, b"text/javascript; charset=utf-8", FOREVER),
    "public-sans.woff2": Reply(200, FONT, b"font/woff2", FOREVER),
}
NO_PAGE: Final = sentence("There is no such page. Type the code that stands on the big screen.")
FROM_ELSEWHERE: Final = sentence("This form was sent from another site. Open the page here and try again.")


def _engine() -> Engine:
    return house(settings().database_url)


class PhonePages:
    """The whole of it as an application of its own. Belongs to one event loop."""

    def __init__(self) -> None:
        self.rooms = RoomContent()
        self.feed = RoomFeed(_engine, self.rooms)
        self.ballots = Ballots(BallotBox(lambda votes: ballots.cast(_engine(), votes)))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        elif scope["type"] == "http":
            visit = visit_of(scope)
            try:
                reply = await self._reply(scope["path"], visit, receive, send)
            except Exception as error:  # noqa: BLE001  # nobody on the network sees a traceback
                reply = _failure(visit, error)
            if reply is not None:
                REFUSED.note(reply.status, ROOT)
                await reply.send(send)

    async def _reply(self, path: str, visit: Visit, receive: Receive, send: Send) -> Reply | None:
        """None when the answer has been sent already."""
        if not is_phone_address(path):
            return sent_on(ROOT) if path == "/" else _told(visit, NO_PAGE, status=404)
        if visit.method not in ("GET", "POST"):
            return _told(visit, NO_PAGE, status=405)
        if visit.method == "POST" and visit.from_elsewhere:
            return _told(visit, FROM_ELSEWHERE, status=403)
        if not visit.parts:
            return await self._at_the_code_form(visit, receive)
        if visit.method == "GET" and visit.parts[0] in FILES:
            return FILES[visit.parts[0]]
        code = typed_code(visit.parts[0])
        if not code:
            return _told(visit, NO_PAGE, status=404)
        return await self._in_the_room(visit, code, receive, send)

    async def _at_the_code_form(self, visit: Visit, receive: Receive) -> Reply:
        if visit.method == "GET":
            return code_form(visit)
        return await _in_thread(typed_in, visit, await form(receive, limit=SMALL))

    async def _in_the_room(self, visit: Visit, code: str, receive: Receive, send: Send) -> Reply | None:
        match visit.method, *visit.parts[1:]:
            case ("POST", "rost"):
                return await self._vote(visit, code, receive)
            case ("GET", "handelser"):
                await listen(_engine, visit, code, self.feed, receive=receive, send=send)
                return None
            case ("GET",):
                return await _in_thread(entrance, visit, code, self.rooms)
            case ("POST", "med"):
                return await _in_thread(join, visit, code, await form(receive, limit=SMALL))
            case ("GET", "svara"):
                return await _in_thread(overview, visit, code)
            case ("GET", "svara", item):
                return await _in_thread(question, visit, code, item)
            case ("POST", "svara", item):
                return await _in_thread(save, visit, code, item, await form(receive, limit=ROOMY))
            case ("GET", "med" | "rost") | ("POST",):
                return sent_on(f"{ROOT}/{code}")  # reloaded after the form was sent
        return _told(visit, NO_PAGE, status=404)

    async def _vote(self, visit: Visit, code: str, receive: Receive) -> Reply:
        try:
            reply = await self.ballots.cast(_engine, visit, code, await form(receive, limit=SMALL))
        except Exception as error:
            if visit.wants_json:
                raise
            return await _in_thread(refused_vote, visit, code, self.rooms, error=error)
        return reply if visit.wants_json else sent_on(f"{ROOT}/{code}")


def is_phone_address(path: str) -> bool:
    return path == ROOT or path.startswith(f"{ROOT}/")


async def _in_thread(page: Callable[..., Reply], *what: object, **more: object) -> Reply:
    return await on_page_thread(lambda: page(_engine(), *what, **more))


def _failure(visit: Visit, error: Exception) -> Reply:
    said, status = told(error, visit.language), status_of(error)
    if visit.wants_json or visit.parts[1:] == ("handelser",):
        return json_reply({"error": said}, status=status)
    return _message(visit, said, status)


def _told(visit: Visit, text: str, *, status: int) -> Reply:
    return _message(visit, visit.language.text(text), status)


def _message(visit: Visit, said: str, status: int) -> Reply:
    spoken = visit.language
    code = typed_code(visit.parts[0]) if visit.parts else ""
    main = fragment("message", spoken, told=said, address=f"{ROOT}/{code}" if code else ROOT)
    return page_reply(visit, document(spoken, main, title=""), status=status)


PHONE_PAGES: Final = PhonePages()


class PhoneAddresses:
    """Leads the phones' addresses to their pages, and everything else further in: also who asks under another name,
    which is refused there.
    """

    def __init__(self, app: ASGIApp, *, pages: ASGIApp) -> None:
        self.app = app
        self.pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        theirs = scope["type"] == "http" and is_phone_address(scope["path"]) and by_our_name(scope)
        await (self.pages if theirs else self.app)(scope, receive, send)
