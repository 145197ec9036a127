"""What a PostgreSQL server tells of itself, as far as it matters for keeping what people have saved."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sqlalchemy.engine import Engine

from assessment.storage.database import told_plainly

ASKED: Final = """
SELECT current_setting('server_version_num')::int / 10000, current_setting('server_encoding'),
       current_setting('fsync'), current_setting('full_page_writes'), clock_timestamp()
"""


@dataclass(frozen=True, slots=True)
class ServerFacts:
    """`version` is the major one. `ahead` is by how many seconds the server's clock is before ours."""

    version: int
    encoding: str
    off: tuple[str, ...]
    ahead: float


def server_facts(engine: Engine) -> ServerFacts:
    """`off` names what is switched off of the settings that survive a power cut. Raises when nobody answers."""
    with told_plainly(engine), engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1")  # so that connecting does not count as a difference between the clocks
        before = datetime.now(UTC)
        version, encoding, fsync, pages, clock = connection.exec_driver_sql(ASKED).one()
        after = datetime.now(UTC)
    off = tuple(name for name, value in (("fsync", fsync), ("full_page_writes", pages)) if value == "off")
    return ServerFacts(version, encoding, off, (clock - before - (after - before) / 2).total_seconds())
