"""Whether two copies of a PostgreSQL database hold the same, whenever they were made."""

from itertools import zip_longest
from pathlib import Path
from typing import Final

from sqlalchemy.engine import URL

from assessment.storage.backup import beside
from assessment.storage.backup_errors import PostgresRefused
from assessment.storage.postgres_programs import run

GUARDS: Final = (b"\\restrict ", b"\\unrestrict ")  # each is followed by a word that is drawn anew every time


def same_dump(url: URL, one: Path, other: Path) -> bool:
    """Compares what they would write. False also when one of them cannot be read."""
    with beside(one) as script:
        scripts = script.with_suffix(".one"), script.with_suffix(".other")
        try:
            for source, written in zip((one, other), scripts, strict=True):
                run(url, "pg_restore", f"--file={written}", source)
        except PostgresRefused:
            return False
        with scripts[0].open("rb") as first, scripts[1].open("rb") as second:
            return all(a == b or (_guards(a) and _guards(b)) for a, b in zip_longest(first, second))


def _guards(line: bytes | None) -> bool:
    return line is not None and line.startswith(GUARDS)
