"""The server, or its database, is killed a hundred times while twenty write. Nothing confirmed may be gone."""

from itertools import cycle
from statistics import median

from tests.bench.stores import SECRET, PostgresStore, SqliteStore, secret_in
from tests.bench.stricken import StrickenHouse
from tests.bench.table import Line
from tests.serving import Server

BLOWS, WRITERS = 100, 20
FEW_BLOWS = 6


def fault_lines(places, *, quick):
    """`places` are empty folders."""
    lines = []
    for store, place in zip((SqliteStore, PostgresStore), places, strict=False):
        seen = struck(store(place), place, blows=FEW_BLOWS if quick else BLOWS, writers=WRITERS)
        lines += blow_lines(store.name, seen)
    return lines


def struck(store, folder, *, blows, writers):
    """What so many blows did to a house of its own. Where the database is a server, each third falls on that."""
    with secret_in():
        server = Server(folder, settings={"RUSTAD_DATABASE_URL": store.url, "RUSTAD_SECRET_KEY": SECRET})
        try:
            server.start()
            house, turns = StrickenHouse(server, store, writers=writers), cycle((server.kill, *store.blows))
            for _ in range(blows):
                house.strike(next(turns))
            return house.seen
        finally:
            server.kill()
            store.end()


def blow_lines(name, seen):
    what = f"{name}, struck while {WRITERS} write"
    return [
        Line(f"{what}: blows", seen.blows, unit="blows"),
        Line(f"{what}: confirmed answers and votes", seen.acknowledged, unit="writes"),
        Line(f"{what}: cut off before the confirmation", seen.unheard, unit="writes"),
        Line(f"{what}: confirmed, and not on disk as confirmed", seen.lost, unit="writes", limit=0),
        Line(f"{what}: checks of the database that failed", seen.broken, unit="checks", limit=0),
        Line(f"{what}: counters behind what was confirmed", seen.backwards, unit="times", limit=0),
        Line(f"{what}: start → answers again, p50", 1000 * median(seen.restarts)),
        Line(f"{what}: start → answers again, slowest", 1000 * max(seen.restarts)),
    ]
