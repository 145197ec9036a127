"""The second door, on a real server: open only while a workshop lets phones in, and only to the phone pages."""

import socket
import time
from http.client import HTTPConnection

import pytest

from assessment.services import join_codes, workshops
from tests import builders
from tests.builders import ADA
from tests.serving import Server

pytestmark = pytest.mark.slow
PATIENCE = 60  # seconds


@pytest.fixture
def server(tmp_path):
    running = Server(tmp_path).start()
    yield running
    running.kill()


@pytest.fixture
def store(server):
    opened = server.open_store()
    yield opened
    opened.dispose()


@pytest.fixture
def workshop(store):
    return workshops.prepare(store, ADA, builders.start(store).id)


def status(server, path, *, host="192.168.1.20"):
    """What somebody on the network gets at the second door; None when it is shut."""
    connection = HTTPConnection("127.0.0.1", int(server.settings["RUSTAD_PHONE_PORT"]), timeout=PATIENCE)
    try:
        connection.request("GET", path, headers={"Host": host})
        return connection.getresponse().status
    except ConnectionError:  # reset: it was shut while we stood in it
        return None
    finally:
        connection.close()


def becomes(server, path, wanted):
    deadline = time.monotonic() + PATIENCE
    while (seen := status(server, path)) != wanted and time.monotonic() < deadline:
        time.sleep(0.1)
    return seen


def test_it_is_open_only_while_a_workshop_lets_phones_in(server, store, workshop):
    assert status(server, "/d") is None
    workshops.let_phones_in(store, ADA, workshop.id, allowed=True)
    assert becomes(server, "/d", 200) == 200
    code = join_codes.join_code_of(store, ADA, workshop.id)
    assert status(server, f"/d/{code.code}?n={code.key}") == 200
    workshops.let_phones_in(store, ADA, workshop.id, allowed=False)
    assert becomes(server, "/d", None) is None


def test_nothing_but_the_phone_pages_is_behind_it(server, store, workshop):
    workshops.let_phones_in(store, ADA, workshop.id, allowed=True)
    assert becomes(server, "/d", 200) == 200
    assert status(server, "/") == 303  # to the phone pages: somebody typed the address without its end
    shut = ["/workshop", "/halsa", "/_stcore/health", "/_stcore/stream", "/utskrift/x", "/d/../", "/d/../halsa"]
    assert [path for path in shut if status(server, path) not in (403, 404)] == []


def test_it_opens_again_after_a_power_cut(server, store, workshop):
    workshops.let_phones_in(store, ADA, workshop.id, allowed=True)
    assert becomes(server, "/d", 200) == 200
    server.kill()
    server.start()
    assert becomes(server, "/d", 200) == 200


def test_a_taken_port_does_not_stop_the_server(tmp_path):
    with socket.create_server(("", 0)) as taken:
        server = Server(tmp_path, settings={"RUSTAD_PHONE_PORT": str(taken.getsockname()[1])}).start()
        store = server.open_store()
        workshops.let_phones_in(store, ADA, workshops.prepare(store, ADA, builders.start(store).id).id, allowed=True)
        deadline = time.monotonic() + PATIENCE
        while "phones cannot be let in" not in server.log and time.monotonic() < deadline:
            time.sleep(0.1)
        assert "phones cannot be let in" in server.log
        assert server.healthy()
        server.kill()
        store.dispose()
