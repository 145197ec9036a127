"""People who write as fast as they are answered: some in a Streamlit tab, some by voting on a phone.

Each takes down in the ledger what was sent and what was confirmed, and goes on until told to stop.
"""

import asyncio
import re
from itertools import cycle

import websockets

from assessment.domain.response import ANSWER_CODES
from tests.bench.ws_client import ConnectionLost, StreamlitClient

SAVED = re.compile(r'class="ru-receipt" role="status"><i')
GONE = (OSError, TimeoutError, ConnectionLost, websockets.WebSocketException)
CONFIRMED = 200
LEVELS = ANSWER_CODES[:5]
BREATH = 0.05  # seconds after a refusal
AREA = "&vy=omrade"


class Answerer:
    """Somebody at *Svara*, in the item view or with a whole dimension in view."""

    def __init__(self, port, assessment_id, participant_id, item_id, ledger, *, whole=False):
        self.port, self.participant_id, self.ledger = port, participant_id, ledger
        self.query = f"a={assessment_id}&p={participant_id}&q={item_id}" + AREA * whole
        self.codes, self.heard = cycle(LEVELS), asyncio.Event()  # has been confirmed something

    async def write(self, stop):
        """Open the page and answer until `stop` is set. Opens it again, as a browser does, when the server is gone."""
        while not stop.is_set():
            try:
                async with StreamlitClient(self.port, path="svara", query=self.query) as tab:
                    await tab.run()
                    keys = cycle([key for key in tab.widgets if key.startswith("level:")] or [None])
                    while not stop.is_set():
                        await self._answer(tab, next(keys))
            except GONE:
                await asyncio.sleep(BREATH)

    async def _answer(self, tab, key):
        if key is None:
            raise ConnectionLost("the page shows no question")
        code = next(self.codes)
        name = (self.participant_id, key.split(":")[1])
        if code == self.ledger.told.get(name):
            code = next(self.codes)
        self.ledger.sends(name, code)
        tab.html.clear()
        await tab.choose(key, ANSWER_CODES.index(code))
        if any(map(SAVED.search, tab.html.values())) and not tab.alerts:
            self.ledger.hears(name, code)
            self.heard.set()
        else:
            self.ledger.refused += 1
            await asyncio.sleep(BREATH)


class Voter:
    """Somebody who cannot decide, with a phone."""

    def __init__(self, phone, participant_id, ledger):
        self.phone, self.participant_id, self.ledger = phone, participant_id, ledger
        self.codes, self.heard = cycle(ANSWER_CODES), asyncio.Event()

    async def write(self, round_id, stop):
        """Vote again and again in this round until `stop` is set."""
        while not stop.is_set():
            try:
                await self._vote(round_id)
            except GONE:
                await asyncio.sleep(BREATH)

    async def _vote(self, round_id):
        code, name = next(self.codes), (round_id, self.participant_id)
        self.ledger.sends(name, code)
        _, status = await self.phone.vote(round_id, code)
        if status == CONFIRMED:
            self.ledger.hears(name, code)
            self.heard.set()
        else:
            self.ledger.refused += 1
            await asyncio.sleep(BREATH)
