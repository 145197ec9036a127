"""Migrations: the schema is the tables, one start among many migrates, and a wrong file is left as it was."""

import multiprocessing
import sqlite3
from dataclasses import replace
from hashlib import sha256

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from assessment.services import assessments, reports, responses
from assessment.services.house import open_house
from assessment.storage import migrate
from assessment.storage.database import open_engine, reading
from assessment.storage.errors import DatabaseNewer, DatabaseUnreadable
from assessment.storage.migrate import schema_change
from assessment.storage.tables import Row
from assessment.texts.language import language
from tests import builders
from tests.builders import ADA
from tests.workshop_builders import attend, prepare


def alembic(engine, order, target):
    """An order that people give on Alembic's command line."""
    with schema_change(engine) as connection:
        config = migrate._config()
        config.attributes["connection"] = connection
        order(config, target)


def test_the_migrations_give_exactly_the_tables_of_the_code(engine):
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Row.metadata) == []


def test_there_is_one_line_of_migrations():
    script = ScriptDirectory.from_config(migrate._config())
    assert script.get_heads() == [migrate.head()]
    assert len(list(script.walk_revisions())) == len(list(migrate.MIGRATIONS.glob("versions/*.py")))


def test_every_migration_can_be_taken_back_and_made_again(engine):
    alembic(engine, command.downgrade, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    assert not migrate.is_current(engine)
    migrate.migrate(engine)
    assert migrate.is_current(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Row.metadata) == []


def test_migrating_again_changes_nothing(engine, tmp_path, answered_assessment):
    before = assessments.summaries(engine, ADA)
    migrate.migrate(engine)
    assert assessments.summaries(engine, ADA) == before


@pytest.mark.sqlite_only
def test_a_database_from_before_the_workshops_keeps_everything(engine, tmp_path, answered_assessment, ben):
    assessments.set_target(engine, ADA, answered_assessment.id, part="POL", level=4)
    responses.write(
        engine,
        ADA,
        participant_id=ben.id,
        item_id="POL-01",
        which=responses.ResponseText.EVIDENCE,
        text="KS 2026/214, ”beslut”",
    )
    shown = reports.report(engine, ADA, answered_assessment.id)
    alembic(engine, command.downgrade, "0001")
    first = contents(engine)
    assert (len(first["response"]), "workshop" in first) == (48, False)
    assert schema(engine) == schema_0001(tmp_path)
    engine.dispose()

    upgraded = open_house(builders.url(tmp_path / "rustad.db"))
    now = contents(upgraded)
    assert now.pop("alembic_version") == [(migrate.head(),)] != first.pop("alembic_version")
    assert [row[-3:] for row in now["checklist"]] == [
        (None, None, None)
    ]  # who brought it in, and whether it is retired
    now["checklist"] = [row[:-3] for row in now["checklist"]]
    assert {table: now[table] for table in first} == first
    assert {table for table in now if now[table]} == {table for table in first if first[table]}
    assert replace(reports.report(upgraded, ADA, answered_assessment.id), at=shown.at) == shown
    builders.answer(upgraded, ben, "POL-01", 4)
    attend(upgraded, prepare(upgraded, answered_assessment))
    upgraded.dispose()


def contents(engine):
    """Every row of every table."""
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        return {
            table: sorted(map(tuple, connection.exec_driver_sql(f"SELECT * FROM {table}")), key=repr)
            for table in tables
        }


def schema(engine):
    with engine.connect() as connection:
        return set(connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").scalars())


def schema_0001(tmp_path):
    """As the first version of the program made it."""
    engine = open_engine(builders.url(tmp_path / "first.db"))
    alembic(engine, command.upgrade, "0001")
    found = schema(engine)
    engine.dispose()
    return found


@pytest.mark.sqlite_only
@pytest.mark.parametrize("table", ["assessment", "participant", "checklist"])
def test_rebuilding_a_table_keeps_what_refers_to_it(engine, answered_assessment, table):
    """SQLite can change most columns only by building the table anew. The answers must survive that."""
    before = counts(engine)
    assert before["response"] == 48
    with schema_change(engine) as connection:
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table(table, recreate="always"):
            pass
    assert counts(engine) == before
    with reading(engine) as session:
        assert session.connection().exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


@pytest.mark.sqlite_only
def test_a_migration_that_leaves_orphans_is_undone(engine, answered_assessment):
    before = counts(engine)
    with pytest.raises(AssertionError, match="without parent"), schema_change(engine) as connection:
        connection.exec_driver_sql("DELETE FROM participant")
    assert counts(engine) == before


def counts(engine):
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        return {table: connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() for table in tables}


def open_and_count(url, together, answers):
    together.wait()
    engine = open_house(url)
    answers.put(counts(engine))
    engine.dispose()


@pytest.mark.slow
def test_processes_that_start_together_on_an_empty_database_migrate_it_once(empty_url):
    spawn = multiprocessing.get_context("spawn")
    together, answers = spawn.Barrier(3), spawn.Queue()
    processes = [spawn.Process(target=open_and_count, args=(empty_url, together, answers)) for _ in range(3)]
    for process in processes:
        process.start()
    found = [answers.get(timeout=120) for _ in processes]
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert [(one["checklist"], one["alembic_version"]) for one in found] == [(1, 1)] * 3


# Wrong files


def a_text(path):
    path.write_text("Hej, det här är ingen databas.\n" * 100, encoding="utf-8")


def a_workbook(path):
    path.write_bytes(b"PK\x03\x04" + bytes(5000))


def another_programs_database(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
        connection.execute("INSERT INTO bookmarks VALUES ('https://example.org')")
    connection.close()


def another_program_that_counts_its_versions_like_us(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES (?)", (migrate.head(),))
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()


def another_program_with_versions_of_its_own(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('a1b2c3')")
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()


def cut_off(path):
    builders.house(path.parent).dispose()
    path.write_bytes(path.read_bytes()[: 3 * 4096 + 100])


def overwritten_in_the_middle(path):
    builders.house(path.parent).dispose()
    content = bytearray(path.read_bytes())
    content[4096 : 12 * 4096] = b"\xff" * (11 * 4096)
    path.write_bytes(content)


WRONG = [
    a_text,
    a_workbook,
    another_programs_database,
    another_program_that_counts_its_versions_like_us,
    another_program_with_versions_of_its_own,
    cut_off,
    overwritten_in_the_middle,
]


@pytest.mark.parametrize("make", WRONG, ids=lambda make: make.__name__)
def test_a_file_that_is_something_else_is_refused_and_stays_as_it_was(tmp_path, make):
    path = tmp_path / "rustad.db"
    make(path)
    before = sha256(path.read_bytes()).hexdigest()
    with pytest.raises(DatabaseUnreadable) as refused:
        open_house(builders.url(path))
    assert sha256(path.read_bytes()).hexdigest() == before
    assert sorted(one.name for one in tmp_path.iterdir() if one.stat().st_size) == ["rustad.db"]
    assert language("sv").explain_to_keeper(refused.value) == (
        f"{path} är ingen databas från Rustad, eller så är den skadad. Inget är ändrat. "
        "Flytta undan filen eller återställ en kopia, och starta sedan igen."
    )
    assert (
        language("en")
        .explain_to_keeper(refused.value)
        .startswith(f"{path} is not a Rustad database, or it is damaged.")
    )


def test_a_database_from_a_newer_version_is_refused_and_stays_as_it_was(tmp_path):
    builders.house(tmp_path).dispose()
    path = tmp_path / "rustad.db"
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = sha256(path.read_bytes()).hexdigest()
    with pytest.raises(DatabaseNewer) as refused:
        open_house(builders.url(path))
    assert sha256(path.read_bytes()).hexdigest() == before
    assert language("sv").explain_to_keeper(refused.value) == (
        f"{path} är skapad av en nyare version av Rustad. Inget är ändrat. "
        "Uppdatera Rustad eller välj en annan databas."
    )


def test_an_empty_file_becomes_a_database(tmp_path):
    (tmp_path / "rustad.db").touch()
    engine = open_house(builders.url(tmp_path / "rustad.db"))
    assert assessments.summaries(engine, ADA) == []
    engine.dispose()


def test_a_database_is_not_current_before_it_is_migrated(tmp_path):
    engine = open_engine(builders.url(tmp_path / "rustad.db"))
    assert not migrate.is_current(engine)
    engine.dispose()
