"""The databases that are struck: how each is started, killed and looked through."""

from contextlib import closing, contextmanager

import pytest
from sqlalchemy.engine import make_url

from assessment.services.house import open_house
from assessment.settings import settings
from assessment.storage.backup import problems_in
from assessment.storage.migrate import is_current
from tests import builders
from tests.postgres import PostgresServer

# Every page of every table, and for every index whether it holds every row
LOOK = """
SELECT v.* FROM pg_class c, LATERAL verify_heapam(c.oid) v WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace;
"""
INDEXES = """
SELECT bt_index_check(c.oid, true) FROM pg_class c JOIN pg_am a ON a.oid = c.relam
WHERE c.relkind = 'i' AND a.amname = 'btree' AND c.relnamespace = 'public'::regnamespace
"""


SECRET = "0123456789abcdef" * 4


@contextmanager
def secret_in(**more):
    """This process works out join codes and signatures with the same secret as the servers that it starts.

    `more` are further settings, by the names of their variables.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (more | {"RUSTAD_SECRET_KEY": SECRET}).items():
            patch.setenv(name, value)
        settings.cache_clear()
        try:
            yield
        finally:
            settings.cache_clear()


class SqliteStore:
    """A file, which lies there whatever happens to the programs that use it."""

    name = "SQLite"
    port = None
    blows = ()  # what may strike the database itself

    def __init__(self, folder):
        self.file = folder / "rustad.db"
        builders.fresh_file(self.file)
        self.url = builders.url(self.file)

    def open(self):
        """As an engine of the test's own."""
        return open_house(self.url)

    def rise(self):
        """Nothing to start."""

    def end(self):
        """Nothing to stop."""

    def go_away(self):
        """As when the disk is unplugged."""
        for path in self.file.parent.glob(f"{self.file.name}*"):
            path.rename(path.with_name(f"away-{path.name}"))

    def come_back(self):
        for path in self.file.parent.glob("away-*"):
            path.rename(path.with_name(path.name.removeprefix("away-")))

    def unmount(self):
        """As when the network lets go of a disk: an empty folder stands where it was."""
        folder = self.file.parent
        folder.rename(folder.with_name(f"away-{folder.name}"))
        folder.mkdir()

    def mount(self):
        folder = self.file.parent
        folder.rmdir()
        folder.with_name(f"away-{folder.name}").rename(folder)

    def problems(self):
        """How many damaged places and rows that refer to nothing SQLite itself finds."""
        return sum(problems_in(self.file).values())


class PostgresStore:
    """A server of its own, where a commit is on disk when it is acknowledged. It may be struck too."""

    name = "PostgreSQL"
    file = None

    def __init__(self, _folder):
        self.server = PostgresServer(durable=True)
        self.url, self.port = self.server.fresh(), self.server.port
        self.lies = False
        with closing(self._connected()) as connection:
            connection.execute("CREATE EXTENSION amcheck")

    @property
    def blows(self):
        return (self._struck(self.server.kill), self._struck(self.server.stop_at_once))

    def _struck(self, blow):
        def strike():
            self.lies = True
            blow()

        return strike

    def open(self):
        """As an engine of the test's own."""
        return open_house(self.url)

    def rise(self):
        """Start it again if it was struck."""
        if self.lies:
            self.server.start()
            self.lies = False

    def go_away(self):
        """Somebody stops the server."""
        self.server.stop()

    def cut_off(self):
        """It stops in the middle of everything."""
        self.server.stop_at_once()

    def come_back(self):
        self.server.start()

    def freeze(self):
        """It answers nothing, and hangs up on nobody."""
        self.server.freeze()

    def thaw(self):
        self.server.thaw()

    def end(self):
        self.server.end()

    def problems(self):
        """How much PostgreSQL finds wrong in its own tables and indexes. Raises for a damaged index."""
        with closing(self._connected()) as connection:
            found = len(connection.execute(LOOK).fetchall())
            connection.execute(INDEXES)
        engine = self.open()
        current = is_current(engine)
        engine.dispose()
        return found + (not current)

    def _connected(self):
        return self.server.connect(make_url(self.url).database)
