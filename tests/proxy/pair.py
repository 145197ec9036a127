"""Two server processes on the same database, as behind a proxy."""

from assessment.services.house import open_house
from tests.serving import Server

SECRET = "the secret that both processes of the tests share"


class Pair:
    def __init__(self, folder, database_url, **settings):
        self.database_url = database_url
        chosen = {"RUSTAD_DATABASE_URL": database_url, "RUSTAD_SECRET_KEY": SECRET} | settings
        self.servers = [Server(_made(folder / name), settings=chosen) for name in ("one", "two")]

    def start(self):
        """Both at once: the second does not wait for the first."""
        for server in self.servers:
            server.begin()
        for server in self.servers:
            server.await_health()
        return self

    def stop(self):
        for server in self.servers:
            server.stop()

    def open_store(self):
        """Their database, as an engine of our own beside theirs."""
        return open_house(self.database_url)


def _made(folder):
    folder.mkdir()
    return folder
