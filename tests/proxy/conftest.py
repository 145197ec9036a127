"""Two servers on one PostgreSQL database, nginx in front of them, and somebody to sign in with."""

import pytest

from assessment.settings import settings
from tests.postgres import shared_server
from tests.provider import Provider
from tests.proxy.hall import Hall
from tests.proxy.nginx import Nginx
from tests.proxy.pair import Pair
from tests.serving import free_port


@pytest.fixture(scope="package")
def provider(tmp_path_factory):
    running = Provider(tmp_path_factory.mktemp("provider")).start()
    yield running
    running.stop()


@pytest.fixture(scope="package")
def pair(tmp_path_factory, provider):
    """Both are running. Who kills one starts it again."""
    address = shared_server().fresh()
    folder = tmp_path_factory.mktemp("pair")
    running = Pair(folder, address, port=free_port(), provider=provider.url).start()
    yield running
    running.stop()
    shared_server().drop(address)


@pytest.fixture
def store(pair, monkeypatch):
    """Their database, as the tests see it."""
    monkeypatch.setenv("RUSTAD_SECRET_KEY", pair.secret)
    settings.cache_clear()
    opened = pair.open_store()
    yield opened
    opened.dispose()
    settings.cache_clear()


@pytest.fixture
def hall(pair, store):
    """A workshop that nobody has joined."""
    return Hall(store, pair.name)


@pytest.fixture(scope="package")
def nginx(pair, tmp_path_factory):
    front = Nginx(tmp_path_factory.mktemp("nginx"), pair)
    front.check()
    yield front.start()
    front.stop()
