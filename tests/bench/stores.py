"""The databases that are struck: how each is started, killed and looked through."""

from assessment.domain.viewer import ADMINISTRATOR
from assessment.services.health import checks
from assessment.services.house import open_house
from assessment.settings import Settings
from tests import builders


class SqliteStore:
    """A file, which lies there whatever happens to the programs that use it."""

    name = "SQLite"

    def __init__(self, folder):
        self.file = folder / "rustad.db"
        builders.fresh_file(self.file)
        self.url = builders.url(self.file)

    def open(self):
        """As an engine of the test's own."""
        return open_house(self.url)

    def start(self):
        """Nothing to start."""

    def stop(self):
        """Nothing to stop."""

    def problems(self):
        """How many things `doctor` finds wrong: integrity, references, schema."""
        return sum(one.problem is not None for one in checks(Settings(database_url=self.url), ADMINISTRATOR))
