"""Two servers on one PostgreSQL database, and nginx in front of them."""

import pytest

from assessment.settings import settings
from tests.postgres import shared_server
from tests.proxy.hall import Hall
from tests.proxy.nginx import Nginx
from tests.proxy.pair import SECRET, Pair


@pytest.fixture(scope="package")
def pair(tmp_path_factory):
    """Both are running. Who kills one starts it again."""
    address = shared_server().fresh()
    running = Pair(tmp_path_factory.mktemp("pair"), address).start()
    yield running
    running.stop()
    shared_server().drop(address)


@pytest.fixture
def store(pair, monkeypatch):
    """Their database, as the tests see it."""
    monkeypatch.setenv("RUSTAD_SECRET_KEY", SECRET)
    settings.cache_clear()
    opened = pair.open_store()
    yield opened
    opened.dispose()
    settings.cache_clear()


@pytest.fixture
def hall(store):
    """A workshop that nobody has joined."""
    return Hall(store)


@pytest.fixture(scope="package")
def nginx(pair, tmp_path_factory):
    front = Nginx(tmp_path_factory.mktemp("nginx"), *pair.servers)
    front.check()
    yield front.start()
    front.stop()
