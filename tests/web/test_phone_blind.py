"""Until the reveal nothing that depends on anybody else's ballot leaves the server, to any phone, in any form."""

import asyncio

import pytest

from assessment.domain.response import ANSWER_CODES
from tests.web.stream import Stream


def over_the_wire(phone):
    """Every byte that this phone can ask for while a vote is open, but for the vote itself."""
    answers = [
        phone.get(),
        phone.scan(),
        phone.get(params={"lang": "en"}),
        phone.get("/svara", params={"lang": "sv"}),
        phone.get(f"/svara/{phone.hall.items[0].id}"),
        phone.get(f"/svara/{phone.hall.items[1].id}"),
    ]
    stream = asyncio.run(connected(phone))
    return [(answer.status_code, answer.headers.multi_items(), answer.content) for answer in answers], stream


async def connected(phone):
    async with Stream(phone, "v=0") as stream:
        return stream.start, stream.first, await stream.bytes()


def test_what_a_phone_gets_is_the_same_whatever_the_others_vote(hall):
    silent, voter = hall.phone("inkop"), hall.phone("behovsagare")
    others = [hall.phone("inkop") for _ in range(4)]
    round_id = hall.open_vote()
    voter.vote(round_id, 2)
    before = over_the_wire(silent), over_the_wire(voter)
    for one, answer in zip(others, ("0", "4", "unknown", "not_applicable"), strict=True):
        assert one.vote(round_id, answer).status_code == 200
    assert (over_the_wire(silent), over_the_wire(voter)) == before
    for one in others:
        one.vote(round_id, "3")
    assert (over_the_wire(silent), over_the_wire(voter)) == before


@pytest.mark.parametrize("others", [(), ("0",), ("2", "2", "2"), ANSWER_CODES])
def test_the_receipt_is_the_same_whatever_the_others_vote(hall, others):
    voter, round_id = hall.phone("inkop"), hall.open_vote()
    for answer in others:
        hall.phone("inkop").vote(round_id, answer)
    reply = voter.vote(round_id, 2)
    saved = reply.json()["saved"]
    assert reply.text == (
        f'{{"answer":"2","saved":"{saved}","told":"Sparat {saved}. Du kan ändra tills svaren visas."}}'
    )
    assert {name for name, _ in reply.headers.multi_items()} == {
        *("content-type", "content-length", "content-security-policy", "x-content-type-options"),
        *("referrer-policy", "permissions-policy", "cache-control"),
        *("cross-origin-opener-policy", "cross-origin-resource-policy"),
    }


def test_nothing_comes_over_an_open_connection_when_others_vote(hall):
    phone = hall.phone("inkop")
    others = [hall.phone("inkop") for _ in range(3)]
    round_id = hall.open_vote()

    async def waiting():
        async with Stream(phone, "v=1") as stream:
            for answer in (0, 4):
                for one in others:
                    await asyncio.to_thread(one.vote, round_id, answer)
            await asyncio.to_thread(hall.facilitator.reveal)
            return await stream.event()

    assert asyncio.run(waiting())["version"] == 2


def test_after_the_reveal_a_phone_gets_its_own_vote_and_no_other(hall):
    phone, round_id = hall.phone("inkop"), hall.open_vote()
    phone.vote(round_id, 2)
    hall.facilitator.reveal()
    alone = phone.get().content
    hall.facilitator.undo()
    for answer in (0, 0, 4):
        hall.phone("inkop").vote(round_id, answer)
    hall.facilitator.reveal()
    assert phone.get().content.replace(b'data-version="4"', b'data-version="2"') == alone
