"""Votes that come together go to disk together, and each is told what became of it."""

import asyncio
import threading

import pytest

from assessment.domain.response import rated
from assessment.domain.workshop_errors import NotJoined, VoteClosed
from assessment.services.ballots import CastVote, Vote, cast
from assessment.storage.errors import DatabaseBusy
from assessment.web.ballot_box import MOST_AT_ONCE, BallotBox
from tests.workshop_builders import attend


class Counting:
    """Stores as always, and remembers how many came at a time. Waits for `go` before the first batch."""

    def __init__(self, engine):
        self.engine = engine
        self.batches = []
        self.go = threading.Event()

    def __call__(self, votes):
        self.go.wait(20)
        self.batches.append(len(votes))
        return cast(self.engine, votes)


@pytest.fixture
def store(hall):
    return Counting(hall.engine)


def test_those_who_come_meanwhile_share_one_transaction(hall, store):
    tokens = [attend(hall.engine, hall.workshop) for _ in range(30)]
    round_id = hall.open_vote()

    async def crowd():
        box = BallotBox(store)
        waiting = [asyncio.create_task(box.cast(Vote(token, round_id, rated(2)))) for token in tokens]
        await asyncio.sleep(0)
        store.go.set()
        return await asyncio.gather(*waiting)

    stored = asyncio.run(crowd())
    assert len({one.participant_id for one in stored}) == 30
    assert sum(store.batches) == 30
    assert len(store.batches) <= 2


def test_a_transaction_has_a_largest_size(hall, store):
    token, round_id = attend(hall.engine, hall.workshop), hall.open_vote()

    async def crowd():
        box = BallotBox(store)
        waiting = [asyncio.create_task(box.cast(Vote(token, round_id, rated(2)))) for _ in range(MOST_AT_ONCE + 3)]
        await asyncio.sleep(0)
        store.go.set()
        return await asyncio.gather(*waiting)

    assert len(asyncio.run(crowd())) == MOST_AT_ONCE + 3
    assert max(store.batches) == MOST_AT_ONCE


def test_one_wrong_vote_does_not_hurt_the_others(hall, store):
    token, round_id = attend(hall.engine, hall.workshop), hall.open_vote()
    votes = [Vote(token, round_id, rated(2)), Vote("nobody", round_id, rated(2)), Vote(token, round_id + 1, rated(2))]
    store.go.set()

    async def crowd():
        box = BallotBox(store)
        return await asyncio.gather(*map(box.cast, votes), return_exceptions=True)

    assert [type(one) for one in asyncio.run(crowd())] == [CastVote, NotJoined, VoteClosed]


def test_when_nothing_could_be_stored_everybody_is_told_and_the_next_may_succeed(hall):
    token, round_id = attend(hall.engine, hall.workshop), hall.open_vote()
    fails = iter([True, False])

    def store(votes):
        if next(fails):
            raise DatabaseBusy
        return cast(hall.engine, votes)

    async def crowd():
        box = BallotBox(store)
        vote = Vote(token, round_id, rated(2))
        first = await asyncio.gather(box.cast(vote), box.cast(vote), return_exceptions=True)
        return first, await box.cast(vote)

    first, then = asyncio.run(crowd())
    assert [type(one) for one in first] == [DatabaseBusy, DatabaseBusy]
    assert isinstance(then, CastVote)


def test_a_phone_that_goes_away_meanwhile_takes_nobody_with_it(hall, store):
    tokens = [attend(hall.engine, hall.workshop) for _ in range(2)]
    round_id = hall.open_vote()

    async def crowd():
        box = BallotBox(store)
        gone, stays = (asyncio.create_task(box.cast(Vote(token, round_id, rated(2)))) for token in tokens)
        await asyncio.sleep(0)
        gone.cancel()
        store.go.set()
        return await stays

    assert isinstance(asyncio.run(crowd()), CastVote)
