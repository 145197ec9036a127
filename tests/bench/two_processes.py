"""A hall of which half is at one process and half at another, on one PostgreSQL, with the big screen at the second."""

import asyncio
from statistics import median
from time import perf_counter, sleep

from tests.bench.hall import Hall, answer_of
from tests.bench.phones import all_open, allow_many_connections, run
from tests.bench.projector import Projector
from tests.bench.stores import SECRET, PostgresStore, secret_in
from tests.bench.table import Line, p95
from tests.bench.voting import REST, cast
from tests.serving import Server

SIZE, SECONDS = 200, 2  # phones, and how long they take to vote
BAR = 1000  # milliseconds
WHERE = f"Two processes, {SIZE} phones"


async def measure(servers, hall, *, rounds):
    """Seconds: each vote, last confirmation → big screen at the second process, a step → the last phone at either."""
    phones = [hall.phones(servers[place % 2].port)[place] for place in range(SIZE)]
    await all_open(phones)
    seen = {"votes": [], "counts": [], "steps": [], "lost": 0}
    async with Projector(servers[1].port, hall) as projector:
        for _ in range(rounds):
            round_id = await asyncio.to_thread(hall.open_vote)
            begun = perf_counter()
            seen["steps"].append(max(await asyncio.gather(*(one.sees(hall.version) for one in phones))) - begun)
            projector.seen.clear()
            confirmed, last = await cast(phones, round_id, SECONDS)
            seen["votes"] += confirmed.values()
            told = {place: answer_of(place) for place in confirmed}
            seen["lost"] += SIZE - len(confirmed) + hall.lost(round_id, told)
            seen["counts"].append(await projector.shows(SIZE) - last)
            await asyncio.to_thread(hall.reveal)
            await asyncio.gather(*(one.sees(hall.version) for one in phones))
    for phone in phones:
        phone.close()
    return seen


def two_process_lines(places, *, quick):
    """`places` are empty folders."""
    allow_many_connections()
    store = PostgresStore(places[0])
    chosen = {"RUSTAD_DATABASE_URL": store.url, "RUSTAD_SECRET_KEY": SECRET}
    servers = [Server(place, settings=chosen) for place in places[:2]]
    try:
        with secret_in(**chosen):
            engine = store.open()
            for server in servers:
                server.start()
            sleep(REST)
            seen = run(measure(servers, Hall(engine, SIZE), rounds=3 if quick else 20))
            engine.dispose()
    finally:
        for server in servers:
            server.kill()
        store.end()
    in_ms = {name: [1000 * one for one in seen[name]] for name in ("votes", "counts", "steps")}
    return [
        Line(f"{WHERE}: vote confirmed, p95", p95(in_ms["votes"])),
        Line(f"{WHERE}: last vote → big screen at the other process, p50", median(in_ms["counts"])),
        Line(f"{WHERE}: last vote → big screen at the other process, longest", max(in_ms["counts"]), limit=BAR),
        Line(f"{WHERE}: step → last phone at either process, longest", max(in_ms["steps"]), limit=BAR),
        Line(f"{WHERE}: votes not on disk as confirmed", seen["lost"], unit="votes", limit=0),
    ]
