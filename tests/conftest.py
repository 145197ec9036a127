"""Fixtures are named for the state they give."""

import gc
import os
import shutil
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from assessment import settings as program
from assessment.services.house import open_house
from tests import builders
from tests.postgres import PostgresServer, shared_server

# `make check` asks for the quick profile. No example has a deadline: a slow computer is nobody's fault.
settings.register_profile("whole", deadline=None)
settings.register_profile("quick", deadline=None, max_examples=25)
settings.load_profile("whole")

# Each commit waits until its file is on disk, ten times in a test. In memory there is nothing to wait for, and what the
# tests prove stays the same: a process that is killed loses neither. Where memory is small or runs no programs, the disk
# has to do. `--basetemp` and the variable choose another place.
MEMORY = Path("/dev/shm")
ROOM = 2 * 2**30  # bytes; the tests of a whole run take a tenth of it, because those that pass leave nothing behind


def enough_memory():
    """Whether the folders of the tests fit in memory, and programs may be run there."""
    if not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < ROOM:
        return False
    return not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC


if enough_memory():
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_finish():
    """What is loaded by now stays to the end: the collector of garbage need not go through it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def own_main(monkeypatch):
    """Streamlit's AppTest leaves its script behind as `__main__`, which processes spawned later would run."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


def pytest_generate_tests(metafunc):
    """What storage and services promise holds on both databases, so their tests run on both."""
    kinds = {"sqlite_only": "sqlite", "postgres_only": pytest.param("postgresql", marks=pytest.mark.slow)}
    if {"storage", "services"} & {*metafunc.definition.path.parts} and "database" in metafunc.fixturenames:
        only = [kinds[name] for name in kinds if metafunc.definition.get_closest_marker(name)]
        metafunc.parametrize("database", only or [*kinds.values()])


@pytest.fixture
def database():
    """The kind of database that a test runs on, see above."""
    return "sqlite"


@pytest.fixture
def house_url(request, database, tmp_path):
    """The address of a fresh house: `rustad.db` in the test's folder, or a database on a PostgreSQL server."""
    if database == "postgresql":
        request.getfixturevalue("secret_key_set")
        return request.getfixturevalue("postgres_url")
    builders.fresh_file(tmp_path / "rustad.db")
    return builders.url(tmp_path / "rustad.db")


@pytest.fixture
def empty_url(request, database, tmp_path):
    """The address of a database that holds nothing, as `house_url` chooses it."""
    if database == "postgresql":
        request.getfixturevalue("secret_key_set")
        return request.getfixturevalue("empty_postgres_url")
    return builders.url(tmp_path / "rustad.db")


@pytest.fixture
def secret_key_set(monkeypatch):
    """An installation that was given its secret, as one on PostgreSQL has to be."""
    monkeypatch.setenv("RUSTAD_SECRET_KEY", "a secret of the tests")
    program.settings.cache_clear()
    yield
    program.settings.cache_clear()


@cache
def engine_at(house_url):
    """The same each time, because an engine remembers how its statements read. It connects anew in every test."""
    return open_house(house_url)


@pytest.fixture
def engine(house_url, database):
    """A fresh house. On PostgreSQL the next test may be given the same database again, emptied."""
    opened = engine_at(house_url) if database == "postgresql" else open_house(house_url)
    yield opened
    opened.dispose()


@pytest.fixture
def postgres_url():
    """The address of a fresh house on PostgreSQL."""
    address = shared_server().fresh()
    yield address
    shared_server().give_back(address)


@pytest.fixture
def empty_postgres_url():
    """The address of a PostgreSQL database that holds nothing."""
    address = shared_server().empty()
    yield address
    shared_server().drop(address)


@pytest.fixture
def durable_postgres():
    """A PostgreSQL server of the test's own that may be stopped, killed and started again."""
    with PostgresServer(durable=True) as server:
        yield server


@pytest.fixture
def quick_assessment(engine):
    """A quick check that nobody has joined."""
    return builders.start(engine)


@pytest.fixture
def full_assessment(engine):
    """All questions, and nobody has joined."""
    return builders.start(engine, scope=builders.Scope.FULL)


@pytest.fixture
def ben(engine, quick_assessment):
    """Ben, procurement, in the quick check."""
    return builders.join(engine, quick_assessment, builders.BEN)


@pytest.fixture
def chi(engine, quick_assessment):
    """Chi, need owner, in the quick check."""
    return builders.join(engine, quick_assessment, builders.CHI)


@pytest.fixture
def answered_assessment(engine, quick_assessment, ben, chi):
    """The quick check, all 24 answered by Ben (0–4 in turn) and Chi (2 throughout)."""
    builders.answer_all(engine, ben, (0, 1, 2, 3, 4))
    builders.answer_all(engine, chi, (2,))
    return quick_assessment
