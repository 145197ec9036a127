"""One vote from one phone: read, put into the ballot box, and answered once it is on disk."""

from collections.abc import Callable
from typing import Final

from sqlalchemy.engine import Engine

from assessment.domain.response import Answer, answer_from_code
from assessment.domain.workshop_errors import BallotMissing, VoteClosed
from assessment.services.ballots import Vote
from assessment.web.ballot_box import BallotBox
from assessment.web.page_thread import on_page_thread
from assessment.web.phone_join import held_seat
from assessment.web.phone_reply import Reply, json_reply
from assessment.web.phone_request import Fields, Visit, first
from assessment.web.room_content import receipt, saved_at

MOST_CODES: Final = 1_000
MOST_DIGITS: Final = 9


class Ballots:
    """Takes votes. Remembers which workshop a code led to, so that a vote needs no look-up before it is stored."""

    def __init__(self, box: BallotBox) -> None:
        self._box = box
        self._workshops: dict[str, str] = {}

    async def cast(self, engine: Callable[[], Engine], visit: Visit, code: str, form: Fields) -> Reply:
        """The receipt as JSON. Raises BallotMissing, LevelOffScale, NotJoined, VoteClosed or a database error."""
        answer, round_id = _answer(form), _round(form)
        cast = await self._box.cast(Vote(await self._token(engine, visit, code), round_id, answer))
        spoken = visit.language
        saved = saved_at(spoken.code, cast.at)
        return json_reply({"answer": cast.answer.code, "saved": saved, "told": receipt(spoken, saved)})

    async def _token(self, engine: Callable[[], Engine], visit: Visit, code: str) -> str:
        known = self._workshops.get(code)
        held = visit.token(known) if known else None
        if held is not None:
            return held
        token, place = await on_page_thread(lambda: held_seat(engine(), visit, code))
        if len(self._workshops) >= MOST_CODES:
            self._workshops.clear()
        self._workshops[code] = place.workshop_id
        return token


def _answer(form: Fields) -> Answer:
    given = first(form, "svar")
    if not given:
        raise BallotMissing
    return answer_from_code(given)


def _round(form: Fields) -> int:
    given = first(form, "omgang")
    if not (given.isascii() and given.isdigit() and len(given) <= MOST_DIGITS):
        raise VoteClosed
    return int(given)
