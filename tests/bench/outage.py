"""The database is away for half a minute while people go on clicking, and comes back. Nothing is started anew."""

from itertools import cycle
from time import perf_counter

from sqlalchemy import make_url

from tests.bench.house_at_work import HouseAtWork, until
from tests.bench.stores import SECRET, PostgresStore, SqliteStore, secret_in
from tests.bench.table import Line
from tests.browser.chromium import chromium
from tests.serving import Server

AWAY, SHORT = 30, 8  # seconds
TOLD, HEALTH, BACK = 12, 8, 12  # seconds that a person, the one who watches, and the way back may take
OFFICIAL = 503


def outage_lines(places, *, quick):
    """`places` are empty folders."""
    lines = []
    with chromium() as browser:
        for what, kind, away, back in (
            ("SQLite, its disk gone", SqliteStore, "unmount", "mount"),
            ("PostgreSQL stopped", PostgresStore, "go_away", "come_back"),
            ("PostgreSQL cut off", PostgresStore, "cut_off", "come_back"),
            ("PostgreSQL frozen", PostgresStore, "freeze", "thaw"),
        ):
            place = places[0] / what.replace(" ", "-")
            seen = taken_away(browser, kind, place, away, back, seconds=SHORT if quick else AWAY)
            lines += seen.lines(what)
    return lines


def taken_away(browser, kind, place, away, back, *, seconds):
    """What people met. `away` and `back` are what is done to the store."""
    disk = place / "disk"
    disk.mkdir(parents=True)
    with secret_in():
        store = kind(disk)
        server = Server(place, settings={"RUSTAD_DATABASE_URL": store.url, "RUSTAD_SECRET_KEY": SECRET})
        try:
            server.start()
            house = HouseAtWork(browser, server, store, _own(store))
            try:
                seen = Seen(house)
                seen.before()
                getattr(store, away)()
                seen.during(seconds)
                getattr(store, back)()
                seen.after()
                seen.judge(store)
                return seen
            finally:
                house.close()
        finally:
            server.kill()
            getattr(store, "thaw", lambda: None)()
            store.end()


def _own(store):
    """The names that nobody may read, a participant least of all. Those of SQLite are on one's own computer."""
    if store.file:
        return ()
    url = make_url(store.url)
    return (f"{url.host}:{url.port}", str(url.port), f"/{url.database}", url.database, url.password, "RUSTAD_")


class Seen:
    """Seconds, and what went wrong."""

    def __init__(self, house):
        self.house = house
        self.told, self.health, self.wrong = [], [], []
        self.clicks = self.lost = self.problems = self.tracebacks = 0
        self.leaks, self.back = [], {}

    def before(self):
        assert self.house.answer("1")[1], "nothing could be saved from the beginning"
        assert self.house.vote("2")[1], "no vote could be cast from the beginning"
        until(lambda: self.house.wall_count == 1)

    def during(self, seconds):
        """All go on clicking."""
        end = perf_counter() + seconds
        acts = ((self.house.answer, cycle("3402")), (self.house.vote, cycle("3401")))  # never what is stored already
        while perf_counter() < end:
            for act, codes in acts:
                took, saved = act(next(codes))
                self.told.append(took)
                self.clicks += 1
                if saved:
                    self.wrong.append(f"{act.__name__} called saved")
            status, took = self.house.health()
            self.health.append(took)
            if status != OFFICIAL:
                self.wrong.append(f"health {status}")
            self.house.note_screens()
        if not self.house.wall_told:
            self.wrong.append("the big screen says nothing")

    def after(self):
        """What was last sent arrives by itself on the phone, with the next click at the desk."""
        house = self.house
        self.back["/halsa"] = until(lambda: house.health()[0] == 200)
        self.back["big screen"] = until(lambda: house.wall_count == 1)
        self.back["phone"] = until(lambda: house.phone_saved)
        house.voted = int(house.phone.chosen)
        begun = perf_counter()
        until(lambda: house.answer("1")[1])
        self.back["click"] = perf_counter() - begun

    def judge(self, store):
        """What it left behind."""
        self.leaks, self.lost = self.house.leaks, self.house.lost()
        self.problems, self.tracebacks = store.problems(), self.house.server.log.count("Traceback")

    def lines(self, what):
        return [
            Line(f"{what}: clicks meanwhile", self.clicks, unit="clicks"),
            Line(f"{what}: click → told, slowest", max(self.told), unit="s", limit=TOLD),
            Line(f"{what}: /halsa says so, slowest", max(self.health), unit="s", limit=HEALTH),
            Line(f"{what}: untrue or not told", len(self.wrong), unit="times", limit=0),
            Line(f"{what}: names of machines or files read", len(self.leaks), unit="words", limit=0),
            Line(f"{what}: back → all go on, slowest", max(self.back.values()), unit="s", limit=BACK),
            Line(f"{what}: acknowledged and lost", self.lost, unit="writes", limit=0),
            Line(f"{what}: checks that failed", self.problems, unit="checks", limit=0),
            Line(f"{what}: tracebacks in the log", self.tracebacks, unit="times", limit=0),
        ]
