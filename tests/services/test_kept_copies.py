"""Rustad copies itself when it is time and there is something new, keeps what it should, and says when it could not."""

import asyncio
import os
import sqlite3
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest

from assessment.domain.errors import AssessmentError
from assessment.domain.house_copy import CopyUnknown, copy_name
from assessment.domain.viewer import ADMINISTRATOR, SERVER
from assessment.services import kept_copies
from assessment.services.copy_plan import copy_plan
from assessment.settings import Settings, settings
from assessment.storage.backup_errors import CopyFailed
from assessment.web.copy_keeper import keep_copies
from tests import builders

pytestmark = pytest.mark.sqlite_only


@pytest.fixture
def plan(tmp_path, engine):
    """A copy a day of the house in `engine`, beside it."""
    return plan_with(tmp_path)


def plan_with(tmp_path, **chosen):
    return copy_plan(Settings(database_url=builders.url(tmp_path / "rustad.db"), **chosen))


def listed(plan):
    return kept_copies.listed(plan, ADMINISTRATOR)


def due(plan):
    return kept_copies.make_if_due(plan, SERVER)


def aged(plan, **age):
    """As if the newest copy had been made that long ago, and nobody had written since."""
    newest = listed(plan)[0]
    before = datetime.now(UTC) - timedelta(**age)
    path = plan.folder / newest.name
    path = path.rename(plan.folder / copy_name("rustad", before, ending=".db"))
    for file in (path, *plan.folder.parent.glob("rustad.db*")):
        os.utime(file, (before.timestamp(), before.timestamp() - (0 if file == path else 60)))


def participants_in(path):
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT count(*) FROM participant").fetchone()[0]
    connection.close()
    return found


def test_the_first_copy_is_made_at_once_and_the_next_when_it_is_time(plan, engine):
    first = due(plan)
    builders.start(engine)

    assert due(plan) is None
    assert [copy.name for copy in listed(plan)] == [first.name]

    aged(plan, hours=25)
    builders.start(engine)
    assert due(plan).made_at > first.made_at - timedelta(seconds=1)
    assert len(listed(plan)) == 2


def test_no_copy_is_made_when_nothing_has_changed(plan, engine):
    due(plan)
    aged(plan, hours=25)
    [before] = listed(plan)

    assert due(plan) is None
    assert listed(plan) == (before,)


def test_a_file_that_was_touched_and_says_the_same_is_no_reason_for_a_copy(plan, tmp_path):
    due(plan)
    aged(plan, hours=25)
    os.utime(tmp_path / "rustad.db")
    [before] = listed(plan)

    assert due(plan) is None
    [after] = listed(plan)
    assert (after.name, after.looked_at > before.looked_at) == (before.name, True)


def test_a_copy_is_taken_while_somebody_writes_and_nobody_waits(plan, engine, ben):
    writer = engine.raw_connection()
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM participant")

    made = due(plan)

    writer.rollback()
    writer.close()
    assert participants_in(plan.folder / made.name) == 1


def test_old_copies_are_thinned_out(tmp_path, engine):
    plan = plan_with(tmp_path, backups_kept=2)
    plan.folder.mkdir()
    days = [datetime(2026, 3, day, 12, tzinfo=UTC) for day in range(1, 11)]
    for day in days:
        (plan.folder / copy_name("rustad", day, ending=".db")).write_bytes(b"old")
    (plan.folder / "notes.txt").write_text("mine")
    (plan.folder / copy_name("other", days[0], ending=".db")).write_bytes(b"another database's")

    made = kept_copies.make(plan, ADMINISTRATOR)

    assert [copy.name for copy in listed(plan)] == [made.name, copy_name("rustad", days[-1], ending=".db")]
    assert len(list(plan.folder.iterdir())) == 4


def test_nothing_is_copied_by_itself_when_that_is_turned_off(tmp_path, engine):
    assert due(plan_with(tmp_path, backup_hours=0)) is None
    assert kept_copies.make(plan_with(tmp_path, backup_hours=0), ADMINISTRATOR).size > 0


def test_a_database_server_is_copied_by_itself_only_into_a_folder_that_somebody_has_named(tmp_path):
    address = "postgresql://rustad@db/rustad"
    assert copy_plan(Settings(database_url=address)).every is None
    assert copy_plan(Settings(database_url=address, backup_folder=str(tmp_path))).every == timedelta(hours=24)


def test_a_copy_that_can_not_be_made_is_told_until_one_has_been_made(tmp_path, engine):
    (tmp_path / "closed").write_text("a file where the folder should be")
    plan = plan_with(tmp_path, backup_folder=str(tmp_path / "closed"))

    with pytest.raises(CopyFailed):
        due(plan)
    assert isinstance(kept_copies.failure(plan, ADMINISTRATOR).problem, CopyFailed)

    (tmp_path / "closed").unlink()
    due(plan)
    assert kept_copies.failure(plan, ADMINISTRATOR) is None


def test_what_was_never_finished_is_cleared_away_later(plan):
    left = plan.folder / ".rustad-half"
    left.mkdir(parents=True)
    (left / "copy.db").write_bytes(b"half")
    kept_copies.make(plan, ADMINISTRATOR)
    assert left.exists()  # somebody may be at it

    os.utime(left, (0, 0))
    aged(plan, hours=25)
    kept_copies.make(plan, ADMINISTRATOR)
    assert not left.exists()


@pytest.mark.parametrize("name", ["../rustad.db", "/etc/passwd", "notes.txt", "", "rustad-2026-03-01-120000.db"])
def test_only_a_listed_copy_is_handed_out(plan, name):
    kept_copies.make(plan, ADMINISTRATOR)
    (plan.folder / "notes.txt").write_text("mine")
    with pytest.raises(CopyUnknown):
        kept_copies.content(plan, ADMINISTRATOR, name)


def test_a_copy_is_handed_out_whole(plan, ben):
    made = kept_copies.make(plan, ADMINISTRATOR)
    content = kept_copies.content(plan, ADMINISTRATOR, made.name)
    assert content == (plan.folder / made.name).read_bytes()


def test_others_than_the_administrator_see_and_make_no_copies(plan):
    for use_case in (kept_copies.listed, kept_copies.make, kept_copies.make_if_due, kept_copies.failure):
        with pytest.raises(AssessmentError):
            use_case(plan, builders.ADA)


@pytest.fixture
def own_settings(tmp_path, engine, monkeypatch):
    """The server's settings name the house in `engine`."""
    monkeypatch.setenv("RUSTAD_DATABASE_URL", builders.url(tmp_path / "rustad.db"))
    settings.cache_clear()
    yield
    settings.cache_clear()


async def _until(condition):
    keeping = asyncio.create_task(keep_copies(begins=0, looks=0.01))
    while not condition():
        await asyncio.sleep(0.01)
    keeping.cancel()
    with suppress(asyncio.CancelledError):
        await keeping


def test_the_server_makes_a_copy_beside_its_work(plan, own_settings):
    asyncio.run(asyncio.wait_for(_until(lambda: listed(plan)), 30))
    assert len(listed(plan)) == 1


def test_the_server_goes_on_when_no_copy_can_be_made(plan, own_settings, caplog):
    plan.folder.write_text("a file where the folder should be")
    asyncio.run(asyncio.wait_for(_until(lambda: len(caplog.records) > 1), 30))
    assert "kopior" in caplog.records[0].message


def named_after(plan, moment):
    """A copy whose name says that it was made then."""
    plan.folder.mkdir(exist_ok=True)
    (plan.folder / copy_name("rustad", moment, ending=".db")).write_bytes(b"old")


def test_a_copy_from_a_day_to_come_does_not_stand_in_the_way_of_those_of_today(plan):
    named_after(plan, datetime.now(UTC) + timedelta(days=3000))

    assert due(plan) is not None
    assert due(plan) is None


def test_a_copy_that_has_just_been_made_stays_though_a_wrong_clock_makes_it_the_oldest(tmp_path, engine):
    plan = plan_with(tmp_path, backups_kept=2)
    for number in range(1, 20):
        named_after(plan, datetime.now(UTC) + timedelta(days=32 * number))

    made = kept_copies.make(plan, ADMINISTRATOR)

    assert made in listed(plan)
