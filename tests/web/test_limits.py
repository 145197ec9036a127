"""What is too large, too slow or too much is answered with a sentence and the right status, and keeps nothing."""

import asyncio
import socket

import pytest

from assessment.domain.workshop_errors import RoomFull
from assessment.services import attendance
from assessment.web import door_protocol, phone_request
from assessment.web.phone_listener import DoorServer
from tests.web.asgi import scope_of
from tests.web.stream import Stream
from tests.workshop_builders import attend


def test_a_full_workshop_takes_nobody_more(hall, monkeypatch):
    monkeypatch.setattr(attendance, "MOST_ATTENDEES", 2)
    hall.phone("inkop"), hall.phone("inkop")
    late = hall.phone()
    answer = late.join("inkop")
    assert answer.status_code == 409
    assert "Workshoppen är full: 2 är med." in answer.text
    assert len(hall.people()) == 2


def test_a_flood_of_joins_ends_at_the_limit(hall, monkeypatch):
    monkeypatch.setattr(attendance, "MOST_ATTENDEES", 50)
    refused = 0
    for _ in range(60):
        try:
            attend(hall.engine, hall.workshop)
        except RoomFull:
            refused += 1
    assert (len(hall.people()), refused) == (50, 10)


def test_one_participant_listens_in_few_windows(hall):
    phone = hall.phone("inkop")

    async def windows():
        streams = [Stream(phone) for _ in range(10)]
        for stream in streams:
            await stream.__aenter__()
        refused = Stream(phone)
        await refused.__aenter__()
        for stream in [*streams, refused]:
            await stream.__aexit__()
        again = Stream(phone)
        await again.__aenter__()
        await again.__aexit__()
        return refused.start["status"], refused.first["body"].decode(), again.start["status"]

    status, said, again = asyncio.run(windows())
    assert status == 429
    assert "för många fönster" in said
    assert again == 200


def test_a_form_that_does_not_arrive_is_given_up(hall, pages, monkeypatch):
    monkeypatch.setattr(phone_request, "SLOWEST", 0.05)
    sent = []

    async def never():
        await asyncio.Event().wait()

    async def send(message):
        sent.append(message)

    scope = scope_of(f"/d/{hall.code}/med", method="POST", client=("192.168.1.50", 1))
    asyncio.run(pages(scope, never, send))
    assert sent[0]["status"] == 408
    assert "kom inte fram i tid" in sent[1]["body"].decode()
    assert hall.people() == []


def test_a_form_in_endless_pieces_is_cut_off(hall, pages):
    sent, taken = [], 0

    async def pieces():
        nonlocal taken
        taken += 1
        return {"type": "http.request", "body": b"x" * 1_000, "more_body": True}

    async def send(message):
        sent.append(message)

    asyncio.run(pages(scope_of(f"/d/{hall.code}/med", method="POST", client=("192.168.1.50", 1)), pieces, send))
    assert sent[0]["status"] == 413
    assert taken <= 6


@pytest.fixture
def at_the_door(pages):
    """Runs what a visitor does at the real second door; takes a function of a way to connect."""

    def run(visit):
        async def door():
            bound = socket.create_server(("127.0.0.1", 0))
            server = DoorServer(pages, bound)
            serving = asyncio.create_task(server.serve(sockets=[bound]))
            while not server.started:
                await asyncio.sleep(0.01)
            try:
                return await visit(lambda: asyncio.open_connection("127.0.0.1", bound.getsockname()[1]))
            finally:
                server.should_exit = True
                await serving

        return asyncio.run(door())

    return run


async def said(connect, *pieces):
    """All that comes back, after these bytes have been sent one after the other."""
    reader, writer = await connect()
    try:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(0.01)
    except ConnectionError:
        pass
    try:
        return await asyncio.wait_for(reader.read(), 60)
    except ConnectionResetError:
        return b""
    finally:
        writer.close()


ASK = b"GET /d HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
TOO_LARGE, TOO_SLOW = b"HTTP/1.1 431 ", b"HTTP/1.1 408 "


def test_the_door_answers_a_plain_request(phone_house, at_the_door):
    assert at_the_door(lambda connect: said(connect, ASK + b"\r\n")).startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize(
    "pieces",
    [
        (ASK + b"x: " + b"y" * 20_000 + b"\r\n\r\n",),
        (ASK, *[b"x: " + b"y" * 1_000 + b"\r\n"] * 18),
        (b"GET /d?" + b"y" * 20_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",),
        (ASK + b"x: ", *[b"y" * 1_000] * 17),
    ],
    ids=["one long header", "many headers", "a long address", "a header without an end"],
)
def test_the_door_refuses_a_long_head(phone_house, at_the_door, pieces):
    answer = at_the_door(lambda connect: said(connect, *pieces))
    assert answer.startswith(TOO_LARGE)
    assert answer.endswith(b"The address or the headers are too long.\n")


def test_the_door_does_not_wait_for_a_slow_head(phone_house, at_the_door, monkeypatch):
    monkeypatch.setattr(door_protocol, "SLOWEST_HEAD", 0.2)
    assert at_the_door(lambda connect: said(connect, b"GET /d HT")).startswith(TOO_SLOW)


def test_the_door_closes_an_unused_connection_without_a_word(phone_house, at_the_door, monkeypatch):
    monkeypatch.setattr(door_protocol, "SLOWEST_HEAD", 0.2)
    assert at_the_door(said) == b""
