"""A server that is asked to stop does so although phones are connected."""

from contextlib import closing
from http.client import HTTPConnection

import pytest

from assessment.domain.viewer import SERVER
from assessment.services import attendance, join_codes, workshops
from assessment.web.phone_request import seat_cookie
from tests import builders
from tests.builders import ADA
from tests.serving import HOST, Server

pytestmark = pytest.mark.slow


@pytest.fixture
def server(tmp_path):
    started = Server(tmp_path).start()
    yield started
    started.kill()


def test_open_phones_do_not_hold_the_server(server):
    engine = server.open_store()
    workshop = workshops.prepare(engine, ADA, builders.start(engine).id)
    code = join_codes.join_code_of(engine, ADA, workshop.id).code
    cookie = f"{seat_cookie(workshop.id)}={attendance.join(engine, SERVER, workshop.id, roles=['inkop'])}"
    engine.dispose()
    with closing(HTTPConnection(HOST, server.port, timeout=60)) as phone:
        phone.request("GET", f"/d/{code}/handelser?v=0", headers={"Cookie": cookie})
        events = phone.getresponse()
        assert events.status == 200
        assert events.readline() == b"retry: 1000\n"
        server.process.terminate()
        assert events.read() == b"\n"  # the stream was ended, not cut off: http.client would raise
    server.process.wait(timeout=60)
    assert "Traceback" not in server.log
    assert "Exception in ASGI" not in server.log
