"""Fixtures are named for the state they give."""

import sys

import pytest
from hypothesis import settings

from tests import builders
from tests.postgres import PostgresServer, shared_server

# `make check` asks for the quick profile. No example has a deadline: a slow computer is nobody's fault.
settings.register_profile("whole", deadline=None)
settings.register_profile("quick", deadline=None, max_examples=25)
settings.load_profile("whole")


@pytest.fixture(autouse=True)
def own_main(monkeypatch):
    """Streamlit's AppTest leaves its script behind as `__main__`, which processes spawned later would run."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture
def engine(tmp_path):
    """A fresh house."""
    opened = builders.house(tmp_path)
    yield opened
    opened.dispose()


@pytest.fixture
def postgres_url():
    """The address of a fresh house on PostgreSQL."""
    address = shared_server().fresh()
    yield address
    shared_server().drop(address)


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
