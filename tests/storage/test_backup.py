"""Putting a copy back leaves the address never empty, and lets nobody new read it."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assessment.storage import backup
from assessment.storage.backup_errors import CopyUnreadable
from assessment.storage.database import driver_url, open_engine
from assessment.storage.errors import DatabaseAway
from assessment.storage.migrate import migrate

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.sqlite_only, pytest.mark.skipif(os.name != "posix", reason="rights of POSIX files")]
# Power goes just before the copy takes the address: whatever takes a name there ends the program.
CUT = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from assessment.storage import backup
from assessment.storage.database import driver_url
target = sys.argv[1]
sys.addaudithook(lambda event, given: os._exit(9) if event == "os.rename" and str(given[1]) == target else None)
backup.put_back(driver_url("sqlite:///" + target), Path(sys.argv[2]), moment=datetime.now(UTC))
"""


@pytest.fixture
def place(tmp_path):
    """An empty house that the group may read, and its address."""
    path = tmp_path / "rustad.db"
    engine = open_engine(f"sqlite:///{path}")
    migrate(engine)
    engine.dispose()
    path.chmod(0o640)
    return path


def url(path):
    return driver_url(f"sqlite:///{path}")


def content(path):
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def rights(path):
    return oct(path.stat().st_mode & 0o777)


def test_a_copy_is_for_its_owner_alone_and_one_that_is_put_back_for_those_who_had_the_old(place, tmp_path):
    copy = tmp_path / "copy.db"
    backup.back_up(url(place), copy)
    assert rights(copy) == "0o600"

    kept = backup.put_back(url(place), copy, moment=datetime.now(UTC))
    assert (rights(place), rights(kept)) == ("0o640", "0o640")


@pytest.mark.slow
def test_a_power_cut_just_before_the_copy_takes_its_place_leaves_the_database_at_its_address(place, tmp_path):
    copy = tmp_path / "copy.db"
    backup.back_up(url(place), copy)
    before = content(place)

    done = subprocess.run([sys.executable, "-c", CUT, str(place), str(copy)], cwd=ROOT, check=False)

    assert done.returncode == 9
    assert content(place) == before
    assert backup.problems_in(place) == {"damaged": 0, "orphaned": 0}


@pytest.mark.parametrize("wrong", ["empty", "half", "of another program"])
def test_a_file_that_is_no_copy_is_named_as_it_was_given(place, tmp_path, wrong):
    given = tmp_path / "wrong.db"
    if wrong == "of another program":
        with closing(sqlite3.connect(given)) as connection:
            connection.execute("CREATE TABLE notes (text)")
    else:
        copy = tmp_path / "copy.db"
        backup.back_up(url(place), copy)
        given.write_bytes(copy.read_bytes()[: 50_000 if wrong == "half" else 0])
        copy.unlink()
    before = content(place)

    with pytest.raises(CopyUnreadable) as refused:
        backup.put_back(url(place), given, moment=datetime.now(UTC))

    assert refused.value.parameters["path"] == str(given)
    assert content(place) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["rustad.db", "wrong.db"]


def test_a_file_that_can_not_be_opened_is_not_called_damaged(tmp_path):
    with pytest.raises(DatabaseAway):
        backup.problems_in(tmp_path / "away.db")


def test_what_somebody_who_was_killed_left_behind_is_cleared_after_a_day(place, tmp_path):
    left, fresh = tmp_path / ".rustad-left", tmp_path / ".rustad-fresh"
    for folder in (left, fresh):
        folder.mkdir()
        (folder / "half.db").write_bytes(b"answers")
    os.utime(left, (0, 0))

    backup.back_up(url(place), tmp_path / "copy.db")

    assert (left.exists(), fresh.exists()) == (False, True)


def test_a_new_database_is_for_its_owner_alone(tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path / 'new.db'}")
    migrate(engine)
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1 FROM assessment").all()
        found = sorted(tmp_path.glob("new.db*"))
        assert {rights(path) for path in found} == {"0o600"}
    engine.dispose()
    assert len(found) == 3
