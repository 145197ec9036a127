"""Open phones are told of every change, each what concerns it."""

import asyncio

import pytest

from assessment.services import assessments
from assessment.services.presence import PRESENCE
from assessment.web.room_feed import MANY
from tests.builders import ADA
from tests.web.asgi import ask, scope_of
from tests.web.hall import Read
from tests.web.stream import Stream


def test_a_phone_is_told_of_every_step(hall):
    phone = hall.phone("inkop")
    item = hall.items[0]

    async def workshop():
        async with Stream(phone, "v=0") as stream:
            assert stream.first["body"] == b"retry: 1000\n\n"
            round_id = await asyncio.to_thread(hall.open_vote)
            asked = await stream.event()
            await asyncio.to_thread(phone.vote, round_id, 3)
            await asyncio.to_thread(hall.facilitator.reveal)
            revealed = await stream.event()
            await asyncio.to_thread(hall.facilitator.settle, item.id, 2)
            settled = await stream.event()
            await asyncio.to_thread(hall.facilitator.close)
            return asked, revealed, settled, await stream.event()

    asked, revealed, settled, closed = asyncio.run(workshop())
    assert [one["version"] for one in (asked, revealed, settled, closed)] == [1, 2, 3, 4]
    assert Read(asked["html"]).heading == item.question.sv
    assert asked["title"] == "Rösta – Rustad"
    assert "Du röstade3" in Read(revealed["html"]).text
    assert Read(settled["html"]).heading == "Ni enades om nivå 2."
    assert closed["title"] == "Workshopen är avslutad – Rustad"


def test_what_is_told_is_what_the_page_shows(hall):
    phone = hall.phone("inkop", "beslutsfattare")
    round_id = hall.open_vote()
    phone.vote(round_id, 1)

    async def late():
        async with Stream(phone) as stream:
            return await stream.event()

    told = asyncio.run(late())
    page = phone.get().text
    assert told["html"] in page
    assert f"<title>{told['title']}</title>" in page
    assert f'data-version="{told["version"]}"' in page


@pytest.mark.parametrize(("query", "last"), [("v=0", None), ("", None), ("v=1", "0"), ("v=x", None), ("v=7", None)])
def test_whoever_is_behind_is_told_at_once(hall, query, last):
    phone = hall.phone("inkop")
    hall.open_vote()
    headers = {"last_event_id": last} if last else {}

    async def back():
        async with Stream(phone, query, **headers) as stream:
            return await stream.event()

    assert asyncio.run(back())["version"] == 1


@pytest.mark.parametrize(("query", "last"), [("v=1", None), ("v=0", "1")])
def test_whoever_is_not_behind_is_told_nothing_old(hall, query, last):
    phone = hall.phone("inkop")
    hall.open_vote()
    headers = {"last_event_id": last} if last else {}

    async def back():
        async with Stream(phone, query, **headers) as stream:
            await asyncio.to_thread(phone.vote, 1, 2)
            await asyncio.to_thread(hall.facilitator.reveal)
            return await stream.event()

    assert asyncio.run(back())["version"] == 2


def test_each_phone_is_told_its_own_vote_in_its_own_language(hall):
    phones = [hall.phone(role) for role in ("inkop", "behovsagare", "inkop")]
    phones[2].get(params={"lang": "en"})
    round_id = hall.open_vote()
    for phone, answer in zip(phones, ("0", "4", "unknown"), strict=True):
        phone.vote(round_id, answer)

    async def revealed():
        async with Stream(phones[0], "v=1") as a, Stream(phones[1], "v=1") as b, Stream(phones[2], "v=1") as c:
            await asyncio.to_thread(hall.facilitator.reveal)
            return [Read((await one.event())["html"]).text for one in (a, b, c)]

    texts = asyncio.run(revealed())
    assert "Du röstade0" in texts[0]
    assert "Du röstade4" in texts[1]
    assert "Behovsägare" in texts[1]
    assert "You votedDon't know" in texts[2]


@pytest.mark.slow
def test_a_full_hall_is_told_each_its_own(hall):
    phones = [hall.phone("inkop") for _ in range(MANY + 2)]
    round_id = hall.open_vote()
    for place, phone in enumerate(phones[1:]):
        phone.vote(round_id, place % 5)

    async def revealed():
        streams = [Stream(phone, "v=1") for phone in phones]
        for stream in streams:
            await stream.__aenter__()
        await asyncio.to_thread(hall.facilitator.reveal)
        told = [Read((await stream.event())["html"]).text for stream in streams]
        for stream in streams:
            await stream.__aexit__()
        return told

    texts = asyncio.run(revealed())
    assert "Du röstade inte den här gången." in texts[0]
    for place, text in enumerate(texts[1:]):
        assert f"Du röstade{place % 5}" in text


def test_taking_back_the_reveal_shows_the_form_with_ones_own_vote(hall):
    phone, other = hall.phone("inkop"), hall.phone("inkop")
    round_id = hall.open_vote()
    phone.vote(round_id, 3)
    other.vote(round_id, 0)
    hall.facilitator.reveal()

    async def undone():
        async with Stream(phone, "v=2") as stream:
            await asyncio.to_thread(hall.facilitator.undo)
            return await stream.event()

    assert Read(asyncio.run(undone())["html"]).checked == ["3"]


def test_a_connected_phone_is_in_the_room_until_it_goes(hall):
    phone = hall.phone("inkop")
    (person,) = hall.people()

    async def coming_and_going():
        async with Stream(phone, "v=0"):
            return dict(PRESENCE._connected[hall.workshop.id])

    assert asyncio.run(coming_and_going()) == {person.id: 1}
    assert PRESENCE._connected[hall.workshop.id] == {}
    assert PRESENCE.present(hall.workshop.id) == {person.id}  # it may come back


def test_a_phone_that_has_not_joined_is_not_told_anything(hall):
    scope = scope_of(f"/d/{hall.code}/handelser", client=("192.168.1.50", 1))
    answer = asyncio.run(ask(hall.app, scope))
    assert answer.status == 401
    assert answer.body.decode().startswith('{"error":"Du är inte med')


def test_stopping_ends_every_connection(hall, pages):
    phones = [hall.phone("inkop") for _ in range(3)]

    async def stopping():
        streams = [Stream(phone, "v=0") for phone in phones]
        for stream in streams:
            await stream.__aenter__()
        pages.feed.close()
        await asyncio.gather(*(asyncio.wait_for(stream.task, 10) for stream in streams))
        async with Stream(phones[0], "v=0") as late:
            await asyncio.wait_for(late.task, 10)
        return [stream.ended for stream in (*streams, late)]

    assert asyncio.run(stopping()) == [True] * 4


def test_a_door_that_closes_on_a_phone_ends_its_connection(hall):
    phone = hall.phone("inkop")

    async def cut():
        async with Stream(phone, "v=0") as stream:
            stream.task.cancel()
            await asyncio.wait_for(stream.task, 10)
        return stream.ended

    assert asyncio.run(cut())
    assert PRESENCE._connected[hall.workshop.id] == {}


def test_a_workshop_that_is_gone_ends_the_connection(hall):
    phone = hall.phone("inkop")

    async def gone():
        async with Stream(phone, "v=0") as stream:
            await asyncio.to_thread(assessments.remove, hall.engine, ADA, hall.assessment.id)
            await asyncio.wait_for(stream.task, 10)
        return stream.ended

    assert asyncio.run(gone())
