"""A hall that votes: how long until each vote is confirmed, and what else a full hall costs."""

import asyncio
from dataclasses import dataclass, field
from random import Random
from statistics import median
from threading import Event, Thread
from time import perf_counter, sleep

import psutil

from tests.bench.bare_votes import bare_phones, bare_votes
from tests.bench.clicks import WARMING, Clicker
from tests.bench.hall import Hall, answer_of
from tests.bench.phones import all_open, allow_many_connections, run
from tests.bench.projector import Projector
from tests.bench.rivals import item_view_of, rustad
from tests.bench.table import Line, p95
from tests.browser.chromium import chromium

MEGABYTE = 1_000_000
REST = 5  # seconds in which a server that has just started imports what is heavy
CONFIRMED = 200


@dataclass(frozen=True)
class Crowd:
    """`size` phones that vote within `seconds`, `rounds` times. `bar` is the longest 95th percentile, in ms."""

    size: int
    seconds: float
    bar: float
    rounds: int


FEW, CLASS, FULL, HUGE = Crowd(30, 2, 25, 5), Crowd(200, 2, 25, 3), Crowd(1000, 2, 60, 2), Crowd(5000, 10, 250, 1)
REVEAL_BAR, COUNT_BAR = 1000, 1000  # milliseconds
PHONE_BAR = 0.1  # megabytes
CLICKS = 4  # in a row
BUSY_BAR = 1.3  # clicks while others vote ÷ clicks when nobody is there


@dataclass
class Seen:
    """What one crowd saw. Seconds. `wrong` counts votes that were not confirmed, or are not on disk as confirmed."""

    votes: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    wrong: int = 0
    bare_wrong: int = 0
    reveals: list[float] = field(default_factory=list)
    counts: list[float] = field(default_factory=list)  # last confirmation → the big screen shows all
    held: float = 0.0  # megabytes of the server with all pages open


async def cast(phones, round_id, seconds):
    """All vote within so many seconds. Seconds by place of those who were confirmed, and when the last one was."""
    moments, confirmed = Random(len(phones)), {}

    async def one(place, phone, wait):
        await asyncio.sleep(wait)
        try:
            took, status = await phone.vote(round_id, answer_of(place))
        except (OSError, TimeoutError):
            return
        if status == CONFIRMED:
            confirmed[place] = took

    await asyncio.gather(*(one(place, phone, seconds * moments.random()) for place, phone in enumerate(phones)))
    return confirmed, perf_counter()


async def measure(crowd, hall, server, floor):
    """Ours and the floor in turns."""
    seen, phones, plain = Seen(), hall.phones(server.port), bare_phones(floor, crowd.size)
    await all_open(phones)
    seen.held = held(server)
    async with Projector(server.port, hall) as projector:
        for _ in range(crowd.rounds):
            confirmed, _ = await cast(plain, 1, crowd.seconds)
            seen.bare += confirmed.values()
            seen.bare_wrong += crowd.size - len(confirmed)
            await one_round(crowd, hall, phones, projector, seen)
    for phone in phones:
        phone.close()
    return seen


async def one_round(crowd, hall, phones, projector, seen):
    round_id = await asyncio.to_thread(hall.open_vote)
    await asyncio.gather(*(phone.sees(hall.version) for phone in phones))
    projector.seen.clear()
    confirmed, last = await cast(phones, round_id, crowd.seconds)
    seen.votes += confirmed.values()
    lost = hall.lost(round_id, {place: answer_of(place) for place in confirmed})
    seen.wrong += crowd.size - len(confirmed) + lost
    seen.counts.append(await projector.shows(crowd.size) - last)
    begun = perf_counter()
    await asyncio.to_thread(hall.reveal)
    seen.reveals += [when - begun for when in await asyncio.gather(*(phone.sees(hall.version) for phone in phones))]


def held(server):
    return psutil.Process(server.process.pid).memory_info().rss / MEGABYTE


def voting_lines(places, *, quick):
    """`places` are empty folders: the first is ours, the second the floor's."""
    allow_many_connections()
    ours, another = rustad(places[0])
    floor = bare_votes(places[1])
    ours.server.start()
    floor.start()
    engine = ours.server.open_store()
    try:
        sleep(REST)
        run(cast(bare_phones(floor, 10), 1, 0.5))
        run(opened_once(Hall(engine, 10), ours.server))
        empty, lines = held(ours.server), []
        for crowd in (FEW, CLASS) if quick else (FEW, CLASS, FULL, HUGE):
            seen = run(measure(crowd, Hall(engine, crowd.size), ours.server, floor))
            lines += crowd_lines(crowd, seen)
            if crowd is (CLASS if quick else FULL):
                lines += full_lines(crowd, seen, empty)
        return [
            *lines,
            *busy_lines((ours, item_view_of(another, like=ours)), Hall(engine, CLASS.size), blocks=3 if quick else 10),
        ]
    finally:
        engine.dispose()
        ours.server.kill()
        floor.kill()


async def opened_once(hall, server):
    """The first visitors pay for what is loaded once."""
    phones = hall.phones(server.port)
    await all_open(phones)
    async with Projector(server.port, hall):
        await one_vote_each(hall, phones)
    for phone in phones:
        phone.close()


async def one_vote_each(hall, phones):
    round_id = await asyncio.to_thread(hall.open_vote)
    await cast(phones, round_id, CLASS.seconds)
    await asyncio.to_thread(hall.reveal)


def crowd_lines(crowd, seen):
    ours, floor = [1000 * one for one in seen.votes], [1000 * one for one in seen.bare]
    what = f"{crowd.size:,} vote within {crowd.seconds} s"
    return [
        Line(f"{what}: confirmed, p50", median(ours), median(floor)),
        Line(f"{what}: confirmed, p95", p95(ours), p95(floor), limit=crowd.bar),
        Line(f"{what}: confirmed, slowest", max(ours), max(floor)),
        Line(f"{what}: lost or failed", seen.wrong, seen.bare_wrong, unit="votes", limit=0),
    ]


def full_lines(crowd, seen, empty):
    reveals, phone = [1000 * one for one in seen.reveals], (seen.held - empty) / crowd.size
    return [
        Line(f"Reveal seen on {crowd.size:,} phones, p95", p95(reveals), limit=REVEAL_BAR),
        Line(f"Big screen shows all {crowd.size:,} after the last vote", 1000 * max(seen.counts), limit=COUNT_BAR),
        Line(f"Memory for each of {crowd.size:,} phones", phone, unit="MB", limit=PHONE_BAR),
    ]


def busy_lines(pair, hall, *, blocks):
    """Clicks in the item view, in turns by one person with nobody there and by another while a hall votes."""
    with chromium() as browser:
        idle, busy = (Clicker(browser, rival) for rival in pair)
        for _ in range(blocks):
            answers(idle)
            with Voting(hall, pair[0].server):
                answers(busy)
    samples = [[1000 * one for one in found.samples[WARMING:]] for found in (busy, idle)]
    what = f"Item view while {len(hall.seats)} phones vote (against nobody there)"
    return [Line(f"{what}, p50", *map(median, samples), bar=BUSY_BAR), Line(f"{what}, p95", *map(p95, samples))]


def answers(clicker):
    for _ in range(CLICKS):
        clicker.answer()


class Voting:
    """A hall that votes and votes beside us."""

    def __init__(self, hall, server):
        self.hall, self.server = hall, server
        self.ready, self.over = Event(), Event()
        self.thread = Thread(target=lambda: run(self._vote()))

    def __enter__(self):
        self.thread.start()
        assert self.ready.wait(60), "the hall did not come in"

    def __exit__(self, *_exception):
        self.over.set()
        self.thread.join()

    async def _vote(self):
        phones = self.hall.phones(self.server.port)
        await all_open(phones)
        self.ready.set()
        while not self.over.is_set():
            await one_vote_each(self.hall, phones)
        for phone in phones:
            phone.close()
