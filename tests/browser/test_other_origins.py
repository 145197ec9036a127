"""Local mode against a page on another origin, in a real browser, and against requests that no browser would send."""

import shutil
import socket
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.browser.chromium import PROGRAMS, SWITCHES
from tests.serving import HOST

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SOCKET = """address => new Promise(done => {
  const socket = new WebSocket(address, ["streamlit"]);
  socket.onopen = () => setTimeout(() => done(socket.readyState === 1 ? "open" : "closed"), 300);
  socket.onerror = () => done("refused");
})"""
ASK = """([address, options]) => fetch(address, options).then(
  async answer => ({status: answer.status, body: await answer.text()}), () => ({status: 0, body: ""}))"""

FORM = """address => {
  const form = Object.assign(document.createElement("form"), {method: "post", action: address});
  document.body.append(form);
  form.submit();
}"""


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """The port of another site's server on this computer, with an empty page."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "index.html").write_text("<!doctype html><title>elsewhere</title>", encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=folder))
    Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()


@pytest.fixture(scope="module")
def rebound(browser):
    """A page in a browser to which every name of another site is this computer, as after DNS rebinding."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    rules = "--host-resolver-rules=MAP *.evil.example 127.0.0.1"
    started = browser.browser_type.launch(executable_path=program, args=[*SWITCHES, rules])
    yield started.new_page()
    started.close()


def test_a_name_that_leads_here_reaches_neither_page_nor_socket(house, elsewhere, rebound):
    told = rebound.goto(f"http://a.evil.example:{house.port}/resultat")
    assert told.status == 403
    assert "Rustad svarar bara" in told.text()
    rebound.goto(f"http://a.evil.example:{elsewhere}/")  # a page whose own rules do not hinder it
    assert rebound.evaluate(SOCKET, f"ws://a.evil.example:{house.port}/_stcore/stream") == "refused"


@pytest.mark.parametrize("name", ["b.evil.example", "localhost", "127.0.0.1"])
def test_a_page_of_another_site_opens_no_socket_and_reads_nothing(house, elsewhere, rebound, name):
    rebound.goto(f"http://{name}:{elsewhere}/")
    for host in ("localhost", "127.0.0.1"):
        assert rebound.evaluate(SOCKET, f"ws://{host}:{house.port}/_stcore/stream") == "refused"
        assert rebound.evaluate(ASK, [f"http://{host}:{house.port}/utskrift/x", {}])["status"] == 0


def test_a_page_of_ours_opens_its_socket(house, rebound):
    rebound.goto(f"http://localhost:{house.port}/")
    assert rebound.evaluate(SOCKET, f"ws://localhost:{house.port}/_stcore/stream") == "open"


@pytest.mark.parametrize("path", ["/_stcore/upload_file/a/b", "/d/ABCDEF/med", "/"])
def test_a_form_of_another_site_is_refused(house, elsewhere, rebound, path):
    rebound.goto(f"http://b.evil.example:{elsewhere}/")
    with rebound.expect_navigation() as sent:
        rebound.evaluate(FORM, f"http://localhost:{house.port}{path}")
    assert sent.value.status == 403


RAW = {
    "two hosts": b"GET / HTTP/1.1\r\nHost: localhost:%d\r\nHost: evil.example\r\n",
    "another host first": b"GET / HTTP/1.1\r\nHost: evil.example\r\nHost: localhost:%d\r\n",
    "an absolute address of another host": b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example:%d\r\n",
    "no host": b"GET / HTTP/1.0\r\nX-Port: %d\r\n",
    "an empty host": b"GET / HTTP/1.1\r\nHost:\r\nX-Port: %d\r\n",
    "a host behind a name and an at": b"GET / HTTP/1.1\r\nHost: localhost:%d@evil.example\r\n",
    "a dot at the end": b"GET / HTTP/1.1\r\nHost: localhost.:%d\r\n",
    "two hosts in one": b"GET / HTTP/1.1\r\nHost: localhost:%d, evil.example\r\n",
    "a proxy": b"GET / HTTP/1.1\r\nHost: localhost:%d\r\nX-Forwarded-For: 127.0.0.1\r\n",
    "a proxy by another header": b"GET / HTTP/1.1\r\nHost: localhost:%d\r\nForwarded: for=127.0.0.1\r\n",
    "a socket of nobody": b"GET /_stcore/stream HTTP/1.1\r\nHost: localhost:%d\r\nConnection: Upgrade\r\n"
    b"Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    b"Origin: null\r\n",
}


@pytest.mark.parametrize("request_", RAW.values(), ids=RAW)
def test_requests_that_no_browser_sends_are_refused(house, request_):
    with socket.create_connection((HOST, house.port), timeout=60) as line:
        line.sendall(request_ % house.port + b"\r\n")
        status = line.recv(4096).split(b" ")[1]
    assert status in (b"400", b"403")
