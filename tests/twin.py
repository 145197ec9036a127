"""Rows in two tables that must always agree, written again and again: `python -m tests.twin URL`.

Every write numbers two organisations anew and adds a row of that number to another table, in one transaction. A copy
that is of one moment holds the same number in all of them.
"""

import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from assessment.storage.database import open_engine, reading, unit_of_work
from assessment.storage.tables import Row
from assessment.storage.tables.register import EntryChangeRow, OrganisationRow

ROOT = Path(__file__).resolve().parents[1]
TWINS = ("left", "right")


@contextmanager
def writers(url, number=2):
    """Processes that write while the block runs, once they have begun."""
    _begin(url)
    command = [sys.executable, "-m", "tests.twin", url]
    processes = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(number)]
    for process in processes:
        assert process.stdout.readline(), "a writer ended before it had written anything"
    try:
        yield processes
    finally:
        for process in processes:
            process.terminate()
            process.stdout.close()
            process.wait()


def twins(url):
    """The number in each of the two organisations, and how many rows there are for them: all alike in one moment."""
    engine = open_engine(url)
    with reading(engine) as session:
        names = [session.get(OrganisationRow, twin).name for twin in TWINS]
        rows = session.execute(select(func.count()).select_from(EntryChangeRow)).scalar_one()
    engine.dispose()
    return [*map(int, names), rows]


def everything(url):
    """Each table's rows, in the order of their keys."""
    engine = open_engine(url)
    with engine.connect() as connection:
        found = {
            table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for table in Row.metadata.sorted_tables
        }
    engine.dispose()
    return found


def _begin(url):
    now = datetime.now(UTC)
    engine = open_engine(url)
    with unit_of_work(engine) as session:
        session.add_all(
            OrganisationRow(id=twin, name="0", name_key=twin, kind="kommun", created_at=now) for twin in TWINS
        )
    engine.dispose()


def write(url):
    engine = open_engine(url)
    while True:
        with unit_of_work(engine) as session:
            left, right = (session.get(OrganisationRow, twin, with_for_update=True) for twin in TWINS)
            number = int(left.name) + 1
            left.name = str(number)
            session.flush()
            row = EntryChangeRow(entry_id=str(number), version=1, field="twin", organisation_id=TWINS[0], by="tests")
            row.at = datetime.now(UTC)
            session.add(row)
            session.flush()
            right.name = str(number)
        print(number, flush=True)


if __name__ == "__main__":
    write(sys.argv[1])
