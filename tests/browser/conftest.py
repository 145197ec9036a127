"""A real server, a real Chromium. Fixtures are named for the state they give."""

import pytest
from playwright.sync_api import expect

from tests import builders
from tests.browser import axe
from tests.browser.chromium import DESKTOP, PATIENCE, chromium, window
from tests.browser.visitor import Visitor
from tests.serving import Server

SILENCE = ("net::ERR_", "No response received", "when disconnected", "WebSocket connection", "Is Streamlit still")
expect.set_options(timeout=PATIENCE)


# Not for the whole session, see `__init__.py`.
@pytest.fixture(scope="package")
def browser():
    with chromium() as started:
        yield started


@pytest.fixture(scope="package")
def house(tmp_path_factory):
    """A server that the tests share. Each makes an assessment of its own. It is started as people start it."""
    server = Server(tmp_path_factory.mktemp("house"), cold=True).start()
    yield server
    server.stop()


@pytest.fixture(scope="package")
def store(house):
    """The shared server's database, as the tests see it."""
    opened = house.open_store()
    yield opened
    opened.dispose()


@pytest.fixture
def quick(store):
    """A quick check in the shared house, that Ben has joined. Nobody has answered."""
    assessment = builders.start(store)
    return assessment, builders.join(store, assessment, builders.BEN)


@pytest.fixture
def own_house(tmp_path):
    """A server and a database file of one test alone."""
    server = Server(tmp_path).start()
    yield server
    server.kill()


@pytest.fixture(scope="package")
def windows():
    """Browser windows that nobody has open now, by the screen that they pretend to have.

    They are used again, because a window remembers the scripts that it has fetched. Nothing else stays in them.
    """
    return {}


@pytest.fixture
def arrive(browser, windows):
    """Visitors who, once the test is over, have asked no other computer for anything and met no error."""
    visits = []

    def arriving(server, *, size=DESKTOP, colours="light", code="sv"):
        free = windows.setdefault((size, colours), [])
        context = free.pop() if free else window(browser, server, size=size, colours=colours)
        context.set_default_timeout(PATIENCE)
        visitor = Visitor(context, server, code=code)
        visits.append((visitor, free))
        return visitor

    yield arriving
    for visitor, free in visits:
        visitor.leave()
        free.append(visitor.context)
    visitors = [visitor for visitor, _ in visits]
    assert [url for visitor in visitors for url in visitor.outside] == []
    assert [error for visitor in visitors for error in visitor.errors if not told_of_death(visitor, error)] == []


def told_of_death(visitor, error):
    """Whether the browser only says that a server which was killed on purpose did not answer."""
    return visitor.server.was_killed and any(words in error for words in SILENCE)


@pytest.fixture(scope="package")
def accepted(browser, tmp_path_factory):
    """The rules that a bare Streamlit page under the same settings breaks already, by colour scheme."""
    return axe.broken_by_bare_streamlit(browser, tmp_path_factory.mktemp("bare"))
