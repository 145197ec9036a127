"""The database is gone for a while and comes back under the running server, which is not started again.

On PostgreSQL it goes under people in Chromium, see `tests/browser/test_outage.py`.
"""

import asyncio
import json
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from assessment.storage import repository
from assessment.storage.database import reading
from assessment.texts.language import language
from tests import builders
from tests.bench.crowd import Person
from tests.bench.hall import Hall
from tests.bench.stores import SECRET, SqliteStore, secret_in
from tests.serving import Server

pytestmark = pytest.mark.slow
ITEM = "POL-01"
NOT_SAVED = "Svaret sparades inte. Det står kvar här."
PHONE_TOLD = "The server could not save this right now. Try again in a moment."


@pytest.fixture
def store(tmp_path):
    with secret_in():
        store = SqliteStore(tmp_path)
        yield store
        store.end()


@pytest.fixture
def house(store, tmp_path):
    """A server at which Ben answers and a room votes."""
    engine = store.open()
    ben = builders.join(engine, builders.start(engine), builders.BEN)
    hall = Hall(engine, 1)
    hall.round_id = hall.open_vote()
    server = Server(tmp_path, settings={"RUSTAD_DATABASE_URL": store.url, "RUSTAD_SECRET_KEY": SECRET})
    yield server.start(), hall, ben
    server.kill()
    engine.dispose()


def test_an_outage_is_told_everywhere_loses_nothing_and_passes_without_a_restart(house, store):
    server, hall, ben = house
    asyncio.run(away_and_back(server, store, hall, ben))
    with reading(hall.engine) as session:
        stored = repository.responses_of(session, ben.id)
        votes = repository.ballots(session, hall.workshop.id, [hall.round_id])[hall.round_id]
    assert stored[ITEM].answer.level == 1
    assert [vote.answer.code for vote in votes] == ["3"]
    assert "Traceback" not in server.log
    assert store.problems() == 0


async def away_and_back(server, store, hall, ben):
    ben_at = Person(server.port, ben.assessment_id, ben.id, ITEM)
    phone, room = hall.phones(server.port)[0], hall.round_id
    async with ben_at.tab:
        await ben_at.tab.run()
        await ben_at.answer()
        await phone.open()
        assert await asyncio.to_thread(health, server) == (200, True)

        store.go_away()
        await ben_at.answer()
        assert [told for told in ben_at.tab.alerts if NOT_SAVED in told], ben_at.tab.alerts
        assert (ben_at.failed, len(ben_at.times)) == (1, 1)
        status, body = await phone.vote_told(room, "1")
        assert (status, body["error"]) == (503, language("sv").text(PHONE_TOLD))
        assert await asyncio.to_thread(health, server) == (503, False)
        assert phone.is_open

        store.come_back()
        await ben_at.tab.run()  # anything at all, and what was chosen meanwhile is saved
        assert ben_at.tab.alerts == []
        assert (await phone.vote_told(room, "3"))[0] == 200
        assert await asyncio.to_thread(health, server) == (200, True)


def health(server):
    """Status, and whether the database is said to be reachable."""
    try:
        with urlopen(f"{server.url}/halsa") as answer:
            return answer.status, json.load(answer)["database"]
    except HTTPError as refused:
        return refused.code, json.load(refused)["database"]
