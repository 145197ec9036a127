"""What PostgreSQL promises as SQLite does, and what it may refuse, told in one sentence without a password."""

import logging
import traceback

import psycopg
import pytest
from sqlalchemy import text

from assessment.services import assessments
from assessment.services.house import open_house
from assessment.storage import database, repository
from assessment.storage.database import open_engine, place, reading, unit_of_work
from assessment.storage.errors import DatabaseAddressWrong, DatabaseBusy, DatabaseFull, DatabaseNewer
from assessment.storage.migrate import migrate
from assessment.storage.postgres_connections import plain_error
from assessment.storage.postgres_errors import (
    ConnectionLost,
    ConnectionsUsedUp,
    DatabaseNotUtf8,
    RightsMissing,
    ServerAway,
    ServerReadOnly,
    ServerWithoutDatabase,
    SignInRefused,
)
from assessment.texts.language import language
from tests import builders
from tests.builders import ADA
from tests.postgres import PASSWORD, PostgresServer, shared_server

pytestmark = [pytest.mark.slow, pytest.mark.postgres_only]


@pytest.fixture
def server():
    """The server that the tests share."""
    return shared_server()


def asked(session, question):
    return session.execute(text(question)).scalar()


def test_a_writer_commits_durably_whatever_the_server_prefers(engine):
    with unit_of_work(engine) as session:
        assert asked(session, "SELECT setting FROM pg_settings WHERE name = 'synchronous_commit'") == "on"
        assert asked(session, "SELECT reset_val FROM pg_settings WHERE name = 'synchronous_commit'") == "off"
        assert asked(session, "SHOW transaction_isolation") == "read committed"


def test_nobody_waits_for_ever(engine):
    with reading(engine) as session:
        waits = [asked(session, f"SHOW {name}") for name in ("lock_timeout", "statement_timeout")]
        assert (*waits, asked(session, "SHOW idle_in_transaction_session_timeout")) == ("15s", "1min", "1min")


def test_a_reader_can_not_write(engine, quick_assessment):
    with pytest.raises(ServerReadOnly), reading(engine) as session:
        repository.rename(session, quick_assessment.id, name="Nej", organisation="")
        session.flush()


def test_a_unit_of_work_keeps_other_processes_from_writing_but_not_from_reading(
    engine, house_url, quick_assessment, monkeypatch
):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.3)
    monkeypatch.setattr(database, "_writers", {})
    other = open_engine(house_url)
    with unit_of_work(engine) as session:
        repository.revision(session, quick_assessment.id)
        monkeypatch.setattr(database, "_writers", {})  # another process has a queue of its own
        assert len(assessments.summaries(other, ADA)) == 1
        with pytest.raises(DatabaseBusy):
            builders.start(other)
    builders.start(other)
    other.dispose()


def test_texts_sort_as_in_sqlite_whatever_the_language_of_the_server(engine):
    names = ["Ö", "ä", "a", "B", "Å", "b", "é", "-", "Z"]
    with reading(engine) as session:
        rows = " UNION ALL ".join(f"SELECT '{name}' AS name" for name in names)
        assert session.execute(text(f"SELECT name FROM ({rows}) AS n ORDER BY name")).scalars().all() != sorted(names)
        loose = text(
            "SELECT count(*) FROM information_schema.columns WHERE table_schema = 'public' AND data_type IN "
            "('text', 'character varying') AND collation_name IS NULL AND table_name <> 'alembic_version'"
        )
        assert session.execute(loose).scalar() == 0


def test_a_nul_in_an_address_finds_nothing(engine, quick_assessment):
    with reading(engine) as session:
        assert repository.revision(session, quick_assessment.id) == 0
        assert repository.revision(session, f"{quick_assessment.id}\0") is None


# The server goes away


def test_the_server_stops_and_comes_back_and_nobody_starts_anew(durable_postgres):
    engine = open_house(durable_postgres.empty())
    saved = builders.start(engine)
    durable_postgres.kill()
    for attempt in (assessments.summaries, lambda engine, _: builders.start(engine)):
        with pytest.raises(ServerAway):
            attempt(engine, ADA)
    durable_postgres.start()
    assert [one.assessment.id for one in assessments.summaries(engine, ADA)] == [saved.id]
    builders.start(engine)

    with pytest.raises(ConnectionLost), unit_of_work(engine) as session:
        repository.rename(session, saved.id, name="Halvvägs", organisation="")
        durable_postgres.kill()
        session.flush()
        repository.rename(session, saved.id, name="Senare", organisation="")
    durable_postgres.start()
    assert assessments.opened(engine, ADA, saved.id).assessment.name == saved.name
    engine.dispose()


# What it may refuse


def refused(address):
    """The sentence in Swedish, and everything that a log could hold of it."""
    with pytest.raises(Exception) as told:
        open_house(address)
    whole = "".join(traceback.format_exception(told.value))
    return told.value, language("sv").explain_to_keeper(told.value) + language("en").explain_to_keeper(
        told.value
    ) + whole


@pytest.mark.parametrize(
    ("address", "error"),
    [
        (lambda server: server.address(password="fel-hemligt"), SignInRefused),
        (lambda server: server.address(user="nobody", password="fel-hemligt"), SignInRefused),
        (lambda server: server.address("saknas"), ServerWithoutDatabase),
        (lambda server: f"postgresql://rustad:fel-hemligt@127.0.0.1:{server.port + 7919}/rustad", ServerAway),
        (lambda server: "postgres://rustad:fel-hemligt@rustad.invalid/rustad", ServerAway),
        (lambda server: server.address() + "?passphrase=fel-hemligt", DatabaseAddressWrong),
        (lambda server: "postgresql://rustad:fel-hemligt@host:port/rustad", DatabaseAddressWrong),
        (lambda server: "mysql://rustad:fel-hemligt@host/rustad", DatabaseAddressWrong),
    ],
    ids=["password", "user", "database", "port", "host", "option", "no port", "another kind"],
)
def test_what_is_wrong_with_the_address_is_told_without_the_password(server, caplog, address, error):
    caplog.set_level(logging.DEBUG)
    raised, told = refused(address(server))
    assert type(raised) is error
    for secret in ("fel-hemligt", PASSWORD):
        assert secret not in told
        assert secret not in caplog.text


def test_a_server_with_no_connection_left_says_so():
    with PostgresServer(max_connections="4", superuser_reserved_connections="0") as small:
        taken = [psycopg.connect(small.address()) for _ in range(4)]
        assert type(refused(small.address())[0]) is ConnectionsUsedUp
        for one in taken:
            one.close()


def test_a_user_without_rights_is_told(server, empty_postgres_url):
    name = empty_postgres_url.rpartition("/")[2]
    with server.connect(name) as connection:
        connection.execute(f"CREATE ROLE guest_{name} LOGIN PASSWORD 'gast'")
    assert type(refused(server.address(name, user=f"guest_{name}", password="gast"))[0]) is RightsMissing


def test_a_database_that_may_only_be_read_can_be_read(server, house_url, engine, quick_assessment):
    with server.connect() as connection:
        connection.execute(f"ALTER DATABASE {house_url.rpartition('/')[2]} SET default_transaction_read_only = on")
    engine.dispose()
    try:
        assert len(assessments.summaries(engine, ADA)) == 1
        with pytest.raises(ServerReadOnly):
            builders.start(engine)
    finally:
        with server.connect() as connection:
            connection.execute(f"ALTER DATABASE {house_url.rpartition('/')[2]} RESET default_transaction_read_only")


def test_a_database_that_can_not_hold_all_letters_is_refused(server):
    with server.connect() as connection:
        connection.execute("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0")
    assert type(refused(server.address("latin"))[0]) is DatabaseNotUtf8
    server.drop(server.address("latin"))


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("53100", DatabaseFull),
        ("55P03", DatabaseBusy),
        ("57014", DatabaseBusy),
        ("57P01", ConnectionLost),
        ("42501", RightsMissing),
    ],
)
def test_a_code_of_the_server_becomes_its_sentence(server, code, error):
    with server.connect() as connection, pytest.raises(psycopg.Error) as raised:
        connection.execute(f"DO $$ BEGIN RAISE EXCEPTION 'nej' USING ERRCODE = '{code}'; END $$")
    url = open_engine(server.address()).url
    assert type(plain_error(url, raised.value, lost=False)) is error


def test_a_place_names_host_and_database_and_nothing_else(server):
    url = open_engine("postgresql://rustad:hemligt@db.example:5433/rustad?password=hemligt&sslkey=hemligt").url
    assert place(url) == "db.example:5433/rustad"


def test_a_database_from_a_newer_version_is_refused_and_stays_as_it_was(empty_postgres_url, server):
    engine, name = open_house(empty_postgres_url), empty_postgres_url.rpartition("/")[2]
    builders.start(engine)
    with server.connect(name) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(DatabaseNewer) as newer:
            migrate(engine)
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)
        assert connection.execute("SELECT count(*) FROM assessment").fetchone() == (1,)
    engine.dispose()
    assert (
        language("sv")
        .explain_to_keeper(newer.value)
        .startswith(f"127.0.0.1:{server.port}/{name} är skapad av en nyare version")
    )
