"""A copy is of one moment while people write, comes back whole, and nothing is touched before it has been looked at."""

import os
import shutil
import time
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from assessment.domain.errors import AssessmentError
from assessment.domain.viewer import ADMINISTRATOR
from assessment.services import copies, demo
from assessment.services.house import open_house
from assessment.storage import copy_seal
from assessment.storage.backup_errors import (
    CopyBroken,
    CopyOfPostgres,
    CopyOfSqlite,
    DatabaseInUse,
    FileExists,
    PostgresProgramMissing,
    PostgresProgramOld,
    PostgresRefused,
)
from assessment.storage.copy_seal import Seal
from assessment.storage.database import open_engine, unit_of_work
from assessment.storage.errors import DatabaseNewer, DatabaseUnreadable
from assessment.storage.migrate import _config, head, is_current, schema_change
from tests import builders
from tests.postgres import shared_server
from tests.twin import everything, twins, writers

pytestmark = pytest.mark.slow


@pytest.fixture
def demo_url(house_url):
    """The example in it, which has rows in nearly all tables."""
    engine = open_house(house_url)
    demo.load(engine, ADMINISTRATOR)
    engine.dispose()
    return house_url


def back_up(url, to):
    copies.back_up(url, ADMINISTRATOR, to)
    return to


def restore(url, source):
    return copies.restore(url, ADMINISTRATOR, source).kept


def change(url):
    """Somebody joins."""
    engine = open_house(url)
    builders.join(engine, builders.start(engine), builders.BEN)
    engine.dispose()


def execute(url, statement):
    engine = open_engine(url)
    with unit_of_work(engine) as session:
        session.connection().exec_driver_sql(statement)
    engine.dispose()


def test_a_copy_taken_while_people_write_is_of_one_moment(house_url, tmp_path):
    with writers(house_url):
        made = []
        for number in range(3):
            made.append(back_up(house_url, tmp_path / f"{number}.copy"))
            await_more(house_url)
    final = twins(house_url)

    held = []
    for one in made:
        restore(house_url, one)
        held.append(twins(house_url))
    assert len(set(final)) == 1
    assert [len(set(one)) for one in held] == [1, 1, 1]
    assert held == sorted(held)
    assert 0 < held[0][0] < held[-1][0] < final[0]


def await_more(url):
    """Wait until somebody has written once more."""
    written = twins(url)[0]
    while twins(url)[0] == written:
        time.sleep(0.01)


def test_a_restored_copy_holds_every_row_of_every_table(demo_url, tmp_path):
    before = everything(demo_url)
    copy = back_up(demo_url, tmp_path / "copy")
    change(demo_url)
    assert everything(demo_url) != before

    assert restore(demo_url, copy)

    assert everything(demo_url) == before
    change(demo_url)  # and it works on


def test_what_was_replaced_is_kept(house_url, tmp_path):
    copy = back_up(house_url, tmp_path / "copy")
    change(house_url)

    kept = restore(house_url, copy)

    if Path(kept).is_file():
        assert [len(everything(builders.url(kept))["participant"])] == [1]
    else:
        engine = open_engine(house_url)
        with engine.connect() as connection:
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {kept}.participant").scalar() == 1
        engine.dispose()
    assert everything(house_url)["participant"] == []


def test_a_copy_that_was_cut_short_or_damaged_is_refused(demo_url, tmp_path):
    copy = back_up(demo_url, tmp_path / "copy")
    content = copy.read_bytes()
    middle = len(content) // 2
    damaged = content[:middle] + os.urandom(5000) + content[middle + 5000 :]
    for wrong in (b"", content[:3], content[:100], content[:middle], content[: int(0.99 * len(content))], damaged):
        copy.write_bytes(wrong)
        refused(demo_url, copy, DatabaseUnreadable)


def refused(url, copy, kind):
    before = everything(url)
    with pytest.raises(AssessmentError) as found:
        restore(url, copy)
    assert isinstance(found.value, kind)
    assert everything(url) == before


def test_one_flipped_bit_is_seen_and_the_copy_comes_back_only_on_demand(house_url, tmp_path):
    copy = back_up(house_url, tmp_path / "copy")
    content = bytearray(copy.read_bytes())
    place = content.find(b"behov") if house_url.startswith("sqlite") else len(content) - copy_seal.LENGTH - 1
    content[place] ^= 1
    copy.write_bytes(content)
    refused(house_url, copy, CopyBroken)

    if house_url.startswith("sqlite"):  # pg_restore may find the damage itself
        assert copies.restore(house_url, ADMINISTRATOR, copy, anyway=True).seal is Seal.BROKEN


def test_a_copy_without_a_seal_as_earlier_versions_made_them_comes_back_and_it_is_said(demo_url, tmp_path):
    before = everything(demo_url)
    copy = back_up(demo_url, tmp_path / "copy")
    assert copies.restore(demo_url, ADMINISTRATOR, copy).seal is Seal.WHOLE

    copy.write_bytes(copy.read_bytes()[: -copy_seal.LENGTH])
    assert copies.restore(demo_url, ADMINISTRATOR, copy).seal is Seal.NONE
    assert everything(demo_url) == before


def test_a_copy_of_something_else_is_refused(house_url, tmp_path):
    (tmp_path / "notes").write_text("nothing of ours " * 500)
    refused(house_url, tmp_path / "notes", DatabaseUnreadable)


def test_a_foreign_dump_is_refused(postgres_url, tmp_path):
    foreign = shared_server().empty()
    execute(foreign, "CREATE TABLE invoice (id integer PRIMARY KEY)")
    back_up(foreign, tmp_path / "copy")
    shared_server().drop(foreign)

    refused(postgres_url, tmp_path / "copy", DatabaseUnreadable)


def test_the_other_databases_copy_is_refused_and_it_is_said_what_to_do(tmp_path, postgres_url):
    builders.fresh_file(tmp_path / "rustad.db")
    file = builders.url(tmp_path / "rustad.db")

    refused(postgres_url, back_up(file, tmp_path / "copy.db"), CopyOfSqlite)
    refused(file, back_up(postgres_url, tmp_path / "copy.dump"), CopyOfPostgres)


def test_a_copy_of_a_newer_version_is_refused(house_url, tmp_path):
    execute(house_url, "UPDATE alembic_version SET version_num = '9999'")
    copy = back_up(house_url, tmp_path / "copy")
    execute(house_url, f"UPDATE alembic_version SET version_num = '{head()}'")

    refused(house_url, copy, DatabaseNewer)


def test_a_copy_is_restored_into_a_database_that_is_gone(demo_url, tmp_path, empty_postgres_url):
    before = everything(demo_url)
    copy = back_up(demo_url, tmp_path / "copy")
    target = builders.url(tmp_path / "other.db") if demo_url.startswith("sqlite") else empty_postgres_url

    assert restore(target, copy) is None
    assert everything(target) == before


def test_nothing_is_restored_while_somebody_uses_the_database(house_url, tmp_path):
    copy = back_up(house_url, tmp_path / "copy")
    engine = open_engine(house_url)
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT * FROM participant").fetchall()
        refused(house_url, copy, DatabaseInUse)
    engine.dispose()


def test_a_copy_never_overwrites(house_url, tmp_path):
    (tmp_path / "copy").write_text("dear")
    with pytest.raises(FileExists):
        back_up(house_url, tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "dear"


def test_a_copy_that_fails_leaves_nothing_behind(postgres_url, tmp_path, monkeypatch):
    broken = "echo 'pg_dump: error: could not write to file: No space left on device' >&2; exit 1"
    pretend(tmp_path, monkeypatch, broken)
    (tmp_path / "folder").mkdir()
    with pytest.raises(PostgresRefused) as told:
        back_up(postgres_url, tmp_path / "folder" / "copy")
    assert told.value.parameters["problem"] == "could not write to file: No space left on device"
    assert list((tmp_path / "folder").iterdir()) == []


def pretend(tmp_path, monkeypatch, *lines):
    """Another `pg_dump` comes first, which knows its version."""
    program = tmp_path / "bin" / "pg_dump"
    program.parent.mkdir()
    version = 'if [ "$1" = --version ]; then echo "pg_dump (PostgreSQL) 99.1"; exit; fi'
    program.write_text("\n".join(["#!/bin/sh", version, *lines]))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")


def test_a_missing_program_is_told(postgres_url, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PostgresProgramMissing):
        back_up(postgres_url, tmp_path / "copy")


def test_a_program_older_than_the_server_is_told(postgres_url, tmp_path, monkeypatch):
    pretend(tmp_path, monkeypatch)
    program = tmp_path / "bin" / "pg_dump"
    program.write_text(program.read_text().replace("99.1", "9.6.24"))
    with pytest.raises(PostgresProgramOld):
        back_up(postgres_url, tmp_path / "copy")


def test_no_password_stands_on_a_command_line(postgres_url, tmp_path, monkeypatch):
    real = shutil.which("pg_dump")
    pretend(tmp_path, monkeypatch, f'echo "$@" >> {tmp_path / "told"}', f'exec {real} "$@"')

    back_up(postgres_url, tmp_path / "copy")

    told = (tmp_path / "told").read_text()
    assert "--format=custom" in told
    assert "hemligt" not in told


def test_a_copy_of_an_older_version_is_upgraded(house_url, empty_postgres_url, tmp_path):
    engine = open_house(house_url)
    with engine.connect() as connection:
        content = connection.exec_driver_sql("SELECT content FROM checklist").scalar()
    engine.dispose()
    older = empty_postgres_url if house_url.startswith("postgresql") else builders.url(tmp_path / "older.db")
    engine = open_engine(older)
    with schema_change(engine) as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
        connection.execute(
            text(
                "INSERT INTO checklist (id, key, version, content, file_digest, stored_at) "
                "VALUES (7, 'old', '1', :content, '', '2026-01-01 00:00:00')"
            ),
            {"content": content},
        )
    engine.dispose()
    copy = back_up(older, tmp_path / "copy")

    restore(house_url, copy)

    engine = open_engine(house_url)
    assert is_current(engine)
    engine.dispose()
    assert [row[1] for row in everything(house_url)["checklist"]] == ["old"]
    change(house_url)  # and it works on


def test_signed_records_stay_kept_after_a_restore(demo_url, tmp_path):
    execute(demo_url, "UPDATE decision_record SET signed_on = '2026-01-01' WHERE signed_on IS NULL")
    restore(demo_url, back_up(demo_url, tmp_path / "copy"))
    with pytest.raises(DBAPIError, match="never changed"):
        execute(demo_url, "UPDATE decision_record SET archived = NULL")
