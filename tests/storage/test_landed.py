"""From every schema that ever landed, with data in it, to the present one, on both databases: nothing is lost."""

import json
import lzma
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime

import pytest
from alembic import command
from sqlalchemy import Boolean, Date, DateTime, MetaData, inspect, text
from sqlalchemy.exc import DatabaseError

from assessment.services import assessments, reports
from assessment.services.house import open_house
from assessment.storage import migrate
from assessment.storage.database import open_engine, reading
from assessment.storage.migrate import VERSION_TABLE, schema_change
from tests import builders
from tests.builders import ADA
from tests.storage.landing import LANDED

pytestmark = pytest.mark.slow

REVISIONS = sorted(path.name.split(".")[0] for path in LANDED.glob("*.json.xz"))
NEVER_ALONE = {"0011"}  # landed together with the next one


def landed(revision):
    return json.loads(lzma.decompress((LANDED / f"{revision}.json.xz").read_bytes()))


def value(column, stored):
    """What SQLite stored, as the column means it."""
    if stored is None:
        return None
    if isinstance(column.type, DateTime):
        moment = stored if isinstance(stored, datetime) else datetime.fromisoformat(stored)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    if isinstance(column.type, Date):
        return stored if isinstance(stored, date) else date.fromisoformat(stored)
    return bool(stored) if isinstance(column.type, Boolean) else stored


def in_sqlite(address, old):
    """The file exactly as it was."""
    with closing(sqlite3.connect(open_engine(address).url.database)) as connection, connection:
        for statement in old["ddl"]:
            connection.execute(statement)
        connection.execute(f"INSERT INTO {VERSION_TABLE} VALUES (?)", (old["revision"],))
        for table, rows in old["rows"].items():
            for row in rows:
                connection.execute(f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(row))})', tuple(row.values()))


def in_postgres(address, old):
    """The same rows in the tables that the migrations of that time make."""
    engine = open_engine(address)
    with schema_change(engine) as connection:
        config = migrate._config()
        config.attributes["connection"] = connection
        command.upgrade(config, old["revision"])
        then = MetaData()
        then.reflect(connection)
        for table in then.sorted_tables:
            rows = [{name: value(table.c[name], row[name]) for name in row} for row in old["rows"].get(table.name, ())]
            if rows:
                connection.execute(table.insert(), rows)
        connection.execute(text("SELECT setval('checklist_id_seq', (SELECT max(id) FROM checklist))"))
    engine.dispose()


def lost(engine, old):
    """Rows of then that are not there now, by table."""
    now = MetaData()
    now.reflect(engine)
    missing = {}
    with reading(engine) as session:
        for name, rows in old["rows"].items():
            columns = {one: now.tables[name].c[one] for one in (rows[0] if rows else ())}
            stored = session.connection().execute(now.tables[name].select()).mappings().all()
            found = {tuple(value(column, row[one]) for one, column in columns.items()) for row in stored}
            expected = {tuple(value(column, row[one]) for one, column in columns.items()) for row in rows}
            missing[name] = expected - found
    return {name: rows for name, rows in missing.items() if rows}


@pytest.mark.parametrize("revision", REVISIONS)
def test_what_was_kept_then_is_all_there_and_can_be_worked_with(revision, empty_url, database):
    old = landed(revision)
    (in_postgres if database == "postgresql" else in_sqlite)(empty_url, old)

    engine = open_house(empty_url)
    assert migrate.is_current(engine)
    assert lost(engine, old) == {}
    if database == "sqlite":
        with reading(engine) as session:
            assert session.connection().exec_driver_sql("PRAGMA foreign_key_check").all() == []

    names = [one.assessment.name for one in assessments.summaries(engine, ADA)]
    assert sorted(names) == sorted(row["name"] for row in old["rows"]["assessment"])
    assert "Räddningstjänsten i Åmål" in names
    for row in old["rows"]["assessment"]:
        assert reports.report(engine, ADA, row["id"]).assessment.id == row["id"]
    ben = builders.join(engine, assessments.opened(engine, ADA, old["rows"]["assessment"][-1]["id"]).assessment, "Ben")
    builders.answer(engine, ben, "POL-01", 3)
    engine.dispose()


def test_an_upgrade_that_fails_half_way_leaves_everything_as_it_was(empty_url, database):
    """The second migration makes several tables, and one of them is in its way."""
    old = landed("0001")
    (in_postgres if database == "postgresql" else in_sqlite)(empty_url, old)
    engine = open_engine(empty_url)
    with schema_change(engine) as connection:
        connection.execute(text("CREATE TABLE ballot (id INTEGER)"))
    before = set(inspect(engine).get_table_names())

    with pytest.raises(DatabaseError):
        open_house(empty_url)
    assert set(inspect(engine).get_table_names()) == before == {*old["rows"], VERSION_TABLE, "ballot"}
    assert lost(engine, old) == {}
    with schema_change(engine) as connection:
        connection.execute(text("DROP TABLE ballot"))
    engine.dispose()
    open_house(empty_url).dispose()


def test_every_schema_is_kept_with_data_in_it():
    numbers = {path.name.split("_")[0] for path in migrate.MIGRATIONS.glob("versions/0*.py")}
    assert numbers - NEVER_ALONE <= {*REVISIONS}, "you added a migration: run `python -m tests.storage.landing`"
