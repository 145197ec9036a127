"""Ten minutes of a day: thirty people answer and reload, two rooms vote, papers are printed. Nothing may grow."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from itertools import cycle
from random import Random
from time import perf_counter

import psutil

from tests import builders
from tests.bench.crowd import Person
from tests.bench.hall import Hall, answer_of
from tests.bench.phones import Phone, all_open, allow_many_connections, run
from tests.bench.stores import SECRET, PostgresStore, SqliteStore, secret_in
from tests.bench.table import Line
from tests.bench.writers import CONFIRMED
from tests.serving import Server

PEOPLE, PHONES, ROOMS = 30, 15, 2
MINUTES, QUICK_SECONDS = 10, 20
EARLY = 120.0  # seconds after which caches, pools and the sessions that are kept for a return are filled
# Streamlit keeps the session of a closed tab, and with it three open files, so that a phone may sleep: 900 s in
# .streamlit/config.toml. Kept shorter here, or the first quarter of an hour would only show how they gather.
KEPT = "60"  # seconds
STAYS = (5, 20)  # answers until somebody loads the page again
THINKS, ROUND, PRINTS = 2.0, 5.0, 4.0  # seconds between answers, votes and printed pages
GROWTH_BAR = 1.1
FILES_BAR = 1.25  # how many have just closed their tab is a matter of chance
PAPERS = ("", "/beslutsunderlag", "/protokoll", "/rostsedlar")


@dataclass(frozen=True)
class Held:
    """What the server holds at one moment. `memory` is in megabytes."""

    memory: float
    threads: int
    files: int
    connections: int


class Day:
    def __init__(self, server, store):
        self.server, self.store = server, store
        self.engine = store.open()
        self.assessment = builders.start(self.engine, scope=builders.Scope.FULL)
        items = cycle(item.id for item in builders.asked(self.engine, self.assessment))
        self.seats = [(builders.join(self.engine, self.assessment, f"P{n}").id, next(items)) for n in range(PEOPLE)]
        self.halls = [Hall(self.engine, PHONES) for _ in range(ROOMS)]
        self.random = Random(1)
        self.answers = self.reloads = self.votes = self.printed = self.failed = 0

    async def go_on_for(self, seconds):
        """What is held early on and at the end."""
        self.end = perf_counter() + seconds
        work = (
            [self._person(*seat) for seat in self.seats] + [self._room(hall) for hall in self.halls] + [self._prints()]
        )
        going = [asyncio.create_task(one) for one in work]
        await asyncio.sleep(min(EARLY, seconds / 2))
        early = self.held()
        await asyncio.sleep(self.end - perf_counter())
        late = self.held()
        await asyncio.gather(*going)
        return early, late

    @property
    def _open(self):
        return perf_counter() < self.end

    async def _person(self, participant_id, item_id):
        while self._open:
            person = Person(self.server.port, self.assessment.id, participant_id, item_id)
            async with person.tab:
                await person.tab.run()
                for _ in range(self.random.randint(*STAYS)):
                    await asyncio.sleep(THINKS * 2 * self.random.random())
                    if not self._open:
                        break
                    await person.answer()
            self.answers += len(person.times)
            self.failed += person.failed
            self.reloads += 1

    async def _room(self, hall):
        phones = hall.phones(self.server.port)
        await all_open(phones)
        while self._open:
            round_id = await asyncio.to_thread(hall.open_vote)
            told = await asyncio.gather(*(phone.vote(round_id, answer_of(place)) for place, phone in enumerate(phones)))
            self.votes += sum(status == CONFIRMED for _, status in told)
            self.failed += sum(status != CONFIRMED for _, status in told)
            await asyncio.to_thread(hall.reveal)
            phones[0].close()  # one comes back each time
            await phones[0].open()
            await asyncio.sleep(ROUND)
        for phone in phones:
            phone.close()

    async def _prints(self):
        for paper in cycle(PAPERS):
            if not self._open:
                return
            status, *_ = await Phone(self.server.port, f"/utskrift/{self.assessment.id}{paper}", "a=b").page()
            self.printed += 1
            self.failed += status >= 500
            await asyncio.sleep(PRINTS)

    def held(self):
        process = psutil.Process(self.server.process.pid)
        files = [one.path for one in process.open_files()]
        sockets = [one for one in process.net_connections("tcp") if one.raddr and one.raddr.port == self.store.port]
        connections = len(sockets) + sum(path == str(self.store.file) for path in files if self.store.file)
        return Held(process.memory_info().rss / 1e6, process.num_threads(), process.num_fds(), connections)


def lived(store, folder, *, seconds):
    """The day, and what was held early and late."""
    keeps = {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": KEPT}
    server = Server(folder, settings={"RUSTAD_DATABASE_URL": store.url, "RUSTAD_SECRET_KEY": SECRET} | keeps)
    with secret_in():
        try:
            server.start()
            day = Day(server, store)
            early, late = run(day.go_on_for(seconds))
            day.engine.dispose()
            return day, early, late
        finally:
            server.kill()
            with suppress(ProcessLookupError):
                store.end()


def soak_lines(places, *, quick):
    """`places` are empty folders."""
    allow_many_connections()
    lines = []
    for store, place in zip((SqliteStore, PostgresStore), places, strict=False):
        day, early, late = lived(store(place), place, seconds=QUICK_SECONDS if quick else 60 * MINUTES)
        name = store.name
        lines += [
            Line(f"{name}: answers", day.answers, unit="answers"),
            Line(f"{name}: pages loaded", day.reloads, unit="pages"),
            Line(f"{name}: votes in {ROOMS} rooms", day.votes, unit="votes"),
            Line(f"{name}: papers printed", day.printed, unit="papers"),
            Line(f"{name}: failed", day.failed, unit="times", limit=0),
            Line(f"{name}: memory at the end (against early)", late.memory, early.memory, unit="MB", bar=GROWTH_BAR),
            Line(f"{name}: threads at the end (against early)", late.threads, early.threads, unit="threads"),
            Line(
                f"{name}: open files and sockets (against early)", late.files, early.files, unit="files", bar=FILES_BAR
            ),
            Line(f"{name}: connections (against early)", late.connections, early.connections, unit="connections"),
        ]
    return lines
