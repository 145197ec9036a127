"""A hundred people at *Svara* at once, all signed in, against one who is alone. The same servers, the same run."""

import asyncio
import json
from itertools import cycle
from random import Random
from time import perf_counter, time

from itsdangerous import URLSafeTimedSerializer

from assessment.domain.response import ANSWER_CODES
from assessment.services.access_settings import cookie_secret
from assessment.web.signed_in import USER_COOKIE
from tests import builders
from tests.bench.phones import allow_many_connections, run
from tests.bench.sockets import processor_of
from tests.bench.stores import SECRET, PostgresStore, SqliteStore, secret_in
from tests.bench.table import Line, p95
from tests.bench.writers import SAVED
from tests.bench.ws_client import StreamlitClient
from tests.provider import FIA, signed_in_by
from tests.serving import Server

CROWD, THINKS = 100, 2.0  # people, and seconds between one's answers
BAR = 3  # of the crowd's 95th percentile to that of one alone
WARMING = 10
NOBODY = "http://localhost:9"  # a provider that nobody has to ask any more


class Person:
    """One open tab."""

    def __init__(self, port, assessment_id, participant_id, item_id, *, cookie=""):
        query = f"a={assessment_id}&p={participant_id}&q={item_id}"
        self.tab = StreamlitClient(port, path="svara", query=query, cookie=cookie)
        self.key, self.codes = f"level:{item_id}:sv", cycle(ANSWER_CODES[:5])
        self.times, self.failed = [], 0

    async def answer(self):
        self.tab.html.clear()
        took = await self.tab.choose(self.key, ANSWER_CODES.index(next(self.codes)))
        if self.tab.alerts or not any(map(SAVED.search, self.tab.html.values())):
            self.failed += 1
        else:
            self.times.append(took)

    async def work(self, seconds, *, thinks):
        """Answer for so long; `thinks` is how often, in seconds, or 0 for as soon as answered."""
        end = perf_counter() + seconds
        await asyncio.sleep(Random(self.key + self.tab.query).random() * thinks)
        while (begun := perf_counter()) < end:
            await self.answer()
            await asyncio.sleep(max(0, begun + thinks - perf_counter()))

    def taken(self):
        """The seconds of the answers since last asked."""
        times, self.times = self.times, []
        return times


async def measure(servers, people, *, seconds):
    """Seconds per answer of one alone, of all with time to think and of all without, the failed, and the load."""
    alone, seen = people[0], {}
    await alone.tab.__aenter__()
    await alone.tab.run()
    for _ in range(WARMING):
        await alone.answer()
    alone.taken()
    await alone.work(seconds, thinks=0.2)
    seen["alone"] = alone.taken()
    for one in people[1:]:
        await one.tab.__aenter__()
        await one.tab.run()
    for name, thinks in (("thinking", THINKS), ("eager", 0)):
        before, begun = sum(map(processor_of, servers)), perf_counter()
        await asyncio.gather(*(one.work(seconds, thinks=thinks) for one in people))
        seen[f"{name} load"] = (sum(map(processor_of, servers)) - before) / (perf_counter() - begun)
        seen[name] = [took for one in people for took in one.taken()]
    seen["failed"] = sum(one.failed for one in people)
    await asyncio.gather(*(one.tab.__aexit__() for one in people))
    return seen


def crowded(store, folders, *, size, seconds):
    """`measure` in a house of its own, where everybody has signed in. A server for each folder, people at them in turn."""
    servers = [Server(folder) for folder in folders]
    shared = {"RUSTAD_DATABASE_URL": store.url, "RUSTAD_SECRET_KEY": SECRET}
    for server in servers:
        server.settings |= signed_in_by(NOBODY, server.port) | shared
    with secret_in(**signed_in_by(NOBODY, servers[0].port) | shared):
        engine = store.open()
        assessment = builders.start(engine, scope=builders.Scope.FULL)
        items = cycle(item.id for item in builders.asked(engine, assessment))
        seats = [(builders.join(engine, assessment, f"P{number}").id, next(items)) for number in range(size)]
        engine.dispose()
        try:
            for server in servers:
                server.start()
            people = [
                Person(server.port, assessment.id, who, item, cookie=signed_in(server, f"P{number}"))
                for number, ((who, item), server) in enumerate(zip(seats, cycle(servers), strict=False))
            ]
            return run(measure(servers, people, seconds=seconds))
        finally:
            for server in servers:
                server.kill()
            store.end()


def signed_in(server, name):
    """The cookie that a facilitator of this name has after signing in, as Streamlit makes it."""
    claims = FIA | {
        "sub": name,
        "name": name,
        "origin": server.url,
        "is_logged_in": True,
        "iss": NOBODY,
        "iat": int(time()),
    }
    signed = URLSafeTimedSerializer(cookie_secret(), salt=USER_COOKIE).dumps(json.dumps(claims))
    return f"{USER_COOKIE}={signed}"


def crowd_lines(places, *, quick):
    """`places` are empty folders."""
    allow_many_connections()
    seconds = 6 if quick else 30
    houses = [(SqliteStore, places[:1]), (PostgresStore, places[1:2]), (PostgresStore, places[2:4])]
    return [line for store, folders in houses for line in house_lines(store, folders, seconds=seconds)]


def house_lines(store, folders, *, seconds):
    """One way to run Rustad: the database, and a server for each folder."""
    seen = crowded(store(folders[0]), folders, size=CROWD, seconds=seconds)
    alone = 1000 * p95(seen["alone"])
    where = store.name if len(folders) == 1 else f"{store.name}, {len(folders)} processes"
    what = f"{where}, {CROWD} people"
    return [
        Line(f"{where}, one alone: answer, p95", alone),
        Line(f"{what}, each every {THINKS:g} s: answer, p95", 1000 * p95(seen["thinking"]), alone, bar=BAR),
        Line(f"{what}, each every {THINKS:g} s: processor", 100 * seen["thinking load"], unit="%"),
        Line(f"{what}, each as soon as answered: answer, p95", 1000 * p95(seen["eager"]), alone),
        Line(
            f"{what}, each as soon as answered: processor per answer",
            1000 * seen["eager load"] * seconds / len(seen["eager"]),
        ),
        Line(f"{what}: answers without a receipt", seen["failed"], unit="answers", limit=0),
    ]
