"""The disk is full while people write through the real server, and has room again."""

import asyncio

import pytest

from assessment.storage import repository
from assessment.storage.backup import problems_in
from assessment.storage.database import reading
from assessment.texts.language import language
from tests import builders
from tests.bench.crowd import Person
from tests.bench.hall import Hall
from tests.serving import Server

pytestmark = pytest.mark.slow
ITEM = "POL-01"
FULL = "Disken är full, så inget är sparat. Frigör utrymme och försök igen."
PHONE_TOLD = "The server could not save this right now. Try again in a moment."


@pytest.fixture
def house(disk):
    """A server whose database lies on the small disk: Ben answers, and a room votes."""
    server = Server(disk.folder)
    engine = builders.house(disk.folder)
    ben = builders.join(engine, builders.start(engine), builders.BEN)
    hall = Hall(engine, 1)
    hall.round_id = hall.open_vote()
    engine.dispose()  # nobody else holds the file, so the log is written anew
    yield server.start(), hall, ben
    server.kill()
    engine.dispose()


def test_a_full_disk_is_told_stores_nothing_and_passes_without_a_restart(house, disk):
    server, hall, ben = house
    asyncio.run(full_and_free(server, hall, ben, disk))
    with reading(hall.engine) as session:
        stored = repository.responses_of(session, ben.id)
        votes = repository.ballots(session, hall.workshop.id, [hall.round_id])[hall.round_id]
    assert {item: one.answer.level for item, one in stored.items()} == {ITEM: 2}
    assert [vote.answer.code for vote in votes] == ["3"]
    assert not any(problems_in(server.database).values())


async def full_and_free(server, hall, ben, disk):
    ben_at = Person(server.port, ben.assessment_id, ben.id, ITEM)
    phone, room = hall.phones(server.port)[0], hall.round_id
    async with ben_at.tab:
        await ben_at.tab.run()
        disk.fill()
        for _ in range(2):
            await ben_at.answer()
            assert any(FULL in told for told in ben_at.tab.alerts)
        assert (ben_at.failed, ben_at.times) == (2, [])
        status, body = await phone.vote_told(room, "1")
        assert (status, body["error"]) == (503, language("sv").text(PHONE_TOLD))
        disk.free()
        await ben_at.answer()
        assert (ben_at.failed, len(ben_at.times), ben_at.tab.alerts) == (2, 1, [])
        status, body = await phone.vote_told(room, "3")
        assert (status, body["answer"]) == (200, "3")
