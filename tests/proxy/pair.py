"""Two server processes on the same database, as behind a proxy: people sign in, and reach them by its address."""

from urllib.parse import urlsplit

from assessment.services.house import open_house
from tests.provider import signed_in_by
from tests.serving import Server


class Pair:
    """`port` is the proxy's, `provider` the address of those who know the people."""

    def __init__(self, folder, database_url, *, port, provider):
        self.database_url = database_url
        self.settings = signed_in_by(provider, port) | {"RUSTAD_DATABASE_URL": database_url}
        self.servers = [Server(_made(folder / name), settings=self.settings, cold=True) for name in ("one", "two")]

    @property
    def secret(self):
        return self.settings["RUSTAD_SECRET_KEY"]

    @property
    def name(self):
        """What people call both: name and port of the proxy."""
        return urlsplit(self.settings["RUSTAD_PUBLIC_URL"]).netloc

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
