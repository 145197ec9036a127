"""The server is killed a hundred times while twenty people write. Nothing that was confirmed may be gone."""

from statistics import median

from tests.bench.stores import SqliteStore
from tests.bench.stricken import StrickenHouse
from tests.bench.table import Line
from tests.serving import Server

BLOWS, WRITERS = 100, 20
FEW_BLOWS = 5


def fault_lines(places, *, quick):
    """`places` are empty folders."""
    lines = []
    for store in (SqliteStore(places[0]),):
        seen = struck(store, places[0], blows=FEW_BLOWS if quick else BLOWS, writers=WRITERS)
        lines += blow_lines(store.name, seen)
    return lines


def struck(store, folder, *, blows, writers):
    """What so many blows did to a house of its own."""
    server = Server(folder, settings={"RUSTAD_DATABASE_URL": store.url})
    store.start()
    server.start()
    try:
        house = StrickenHouse(server, store, writers=writers)
        for _ in range(blows):
            house.strike(server.kill)
        return house.seen
    finally:
        server.kill()
        store.stop()


def blow_lines(name, seen):
    what = f"{name}, SIGKILL while {WRITERS} write"
    return [
        Line(f"{what}: kills", seen.blows, unit="kills"),
        Line(f"{what}: confirmed answers and votes", seen.acknowledged, unit="writes"),
        Line(f"{what}: cut off before the confirmation", seen.unheard, unit="writes"),
        Line(f"{what}: confirmed, and not on disk as confirmed", seen.lost, unit="writes", limit=0),
        Line(f"{what}: checks of the database that failed", seen.broken, unit="checks", limit=0),
        Line(f"{what}: counters behind what was confirmed", seen.backwards, unit="times", limit=0),
        Line(f"{what}: start → answers again, p50", 1000 * median(seen.restarts)),
        Line(f"{what}: start → answers again, slowest", 1000 * max(seen.restarts)),
    ]
