"""Who gets in, what the first document says, what is packed, and which headers everything carries."""

import asyncio
import gzip

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles

from assessment.web.access import Access
from assessment.web.addresses import KnownAddresses
from assessment.web.middleware import MIDDLEWARE, PackedBundles
from assessment.web.page_head import PageHead
from assessment.web.routes import NAMES
from tests.web.asgi import ask, scope_of, visit

DOCUMENT = '<!doctype html><html lang="en"><head><title>Streamlit</title></head><body>å</body></html>'
SCRIPT = "const å = 1;\n" * 1000


async def socket(websocket):
    await websocket.accept()
    await websocket.close()


@pytest.fixture
def files(tmp_path):
    (tmp_path / "index.abc.js").write_text(SCRIPT, encoding="utf-8")
    (tmp_path / "logo.png").write_bytes(b"PNG" * 100)
    return tmp_path


@pytest.fixture
def inner(files):
    """Stands for Streamlit: a document, a text, files and a socket."""
    routes = [
        Route("/text", lambda _: PlainTextResponse("text")),
        WebSocketRoute("/_stcore/stream", socket),
        Mount("/static", StaticFiles(directory=files)),
        Route("/{rest:path}", lambda _: HTMLResponse(DOCUMENT, headers={"etag": "whole"})),
    ]
    return Starlette(routes=routes)


@pytest.fixture
def app(inner):
    """Everything, in the order of the server."""
    built = KnownAddresses(inner, pages={"", "svara", "text"})
    for layer in reversed(MIDDLEWARE):
        built = layer.cls(built, *layer.args, **layer.kwargs)
    return built


class Counting:
    """How often the files behind were read."""

    def __init__(self, app):
        self.app = app
        self.times = 0

    async def __call__(self, scope, receive, send):
        self.times += 1
        await self.app(scope, receive, send)


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"])
@pytest.mark.parametrize("host", ["localhost:8501", "LOCALHOST", "127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:8501"])
def test_this_computer_gets_in(inner, address, host):
    assert visit(Access(inner), client=(address, 1), host=host).status == 200


@pytest.mark.parametrize("address", ["192.168.1.20", "10.0.0.1", "fe80::1", "::ffff:10.0.0.1", "0.0.0.0", "testclient"])
def test_another_computer_does_not(inner, address):
    assert visit(Access(inner), client=(address, 1)).status == 403


def test_a_caller_without_an_address_does_not(inner):
    assert visit(Access(inner), client=None).status == 403


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "evil.example:8501", "localhost.evil.example", "127.0.0.1.evil.example", "evil@localhost"),
        *("192.168.1.20:8501", "[::1].evil.example", "[::2]:8501", ":8501", "", None),
        ["localhost", "evil.example"],
    ],
)
def test_a_forged_host_does_not(inner, host):
    assert visit(Access(inner), host=host).status == 403


@pytest.mark.parametrize(
    "header",
    [
        *("forwarded", "via", "x_real_ip", "x_forwarded_for", "x_forwarded_host", "x_forwarded_proto"),
        "x_forwarded_server",
    ],
)
def test_what_came_through_a_proxy_does_not(inner, header):
    assert visit(Access(inner), **{header: "127.0.0.1"}).status == 403


@pytest.mark.parametrize(
    ("query", "beginning"),
    [("", "Rustad svarar bara"), ("lang=en", "Rustad answers only"), ("lang=xx", "Rustad svarar bara")],
)
def test_the_refusal_is_a_sentence_in_the_asked_language(inner, query, beginning):
    answer = visit(Access(inner), query=query, client=("10.0.0.1", 1))
    assert answer.body.decode().startswith(beginning)


@pytest.mark.parametrize(
    "what", [{"client": ("10.0.0.1", 1)}, {"host": "evil.example"}, {"x_forwarded_for": "1.2.3.4"}]
)
def test_a_refused_socket_is_closed_before_it_opens(app, what):
    answer = visit(app, "/_stcore/stream", kind="websocket", **what)
    assert answer.messages == [{"type": "websocket.close", "code": 1008}]


def test_a_local_socket_opens(app):
    assert visit(app, "/_stcore/stream", kind="websocket").messages[0]["type"] == "websocket.accept"


@pytest.mark.parametrize(
    ("query", "language"), [("", "sv"), ("lang=en", "en"), ("a=x&lang=sv", "sv"), ('lang="><script>', "sv")]
)
def test_the_document_begins_in_the_asked_language(app, query, language):
    answer = visit(app, query=query, accept_encoding="gzip", if_none_match="whole")
    assert answer.status == 200
    assert f'<html lang="{language}">' in answer.body.decode()
    assert "<title>Rustad</title>" in answer.body.decode()
    assert int(answer.headers["content-length"]) == len(answer.body)


def test_a_document_in_pieces_is_put_together(inner):
    async def in_pieces(scope, receive, send):
        start = {"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]}
        await send(start)
        whole = DOCUMENT.encode()
        for place in range(0, len(whole), 7):
            await send({"type": "http.response.body", "body": whole[place : place + 7], "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    answer = visit(PageHead(in_pieces), query="lang=sv")
    assert answer.body.decode() == DOCUMENT.replace('"en"', '"sv"').replace(">Streamlit<", ">Rustad<")


def test_asking_for_the_head_alone_claims_no_wrong_length(app):
    answer = visit(app, method="HEAD")
    assert (answer.status, answer.body) == (200, b"")
    assert "content-length" not in answer.headers


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/", {}),
        ("/text", {}),
        ("/static/index.abc.js", {}),
        ("/static/index.abc.js", {"accept_encoding": "gzip"}),
        ("/static/logo.png", {}),
        ("/static/missing.js", {"accept_encoding": "gzip"}),
        ("/nowhere", {}),
        ("/", {"client": ("10.0.0.1", 1)}),
    ],
)
def test_every_answer_carries_the_policy(app, path, what):
    headers = visit(app, path, **what).headers
    assert headers["content-security-policy"].startswith(("default-src 'none'", "default-src 'self'"))
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_a_bundle_is_sent_packed_and_whole(app):
    answer = visit(app, "/static/index.abc.js", accept_encoding="br, gzip")
    assert answer.status == 200
    assert gzip.decompress(answer.body).decode() == SCRIPT
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) == len(answer.body) < len(SCRIPT) / 10
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-type"].startswith("text/javascript")


def test_a_bundle_is_packed_once_also_when_many_ask_at_once(inner):
    counting = Counting(inner)
    packing = PackedBundles(counting)

    async def crowd():
        scopes = [scope_of("/static/index.abc.js", accept_encoding="gzip") for _ in range(20)]
        return await asyncio.gather(*(ask(packing, scope) for scope in scopes))

    answers = asyncio.run(crowd())
    assert counting.times == 1
    assert {gzip.decompress(answer.body).decode() for answer in answers} == {SCRIPT}


def test_the_head_of_a_bundle_has_the_length_of_the_packed_one(app):
    head = visit(app, "/static/index.abc.js", method="HEAD", accept_encoding="gzip")
    whole = visit(app, "/static/index.abc.js", accept_encoding="gzip")
    assert head.body == b""
    assert head.headers["content-length"] == whole.headers["content-length"]


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/static/index.abc.js", {}),
        ("/static/index.abc.js", {"accept_encoding": "br"}),
        ("/static/index.abc.js", {"accept_encoding": "br, gzip;q=0"}),
        ("/static/index.abc.js", {"accept_encoding": "gzip", "range": "bytes=0-"}),
        ("/static/logo.png", {"accept_encoding": "gzip"}),
        ("/text", {"accept_encoding": "gzip"}),
    ],
)
def test_everything_else_is_sent_as_it_is(app, path, what):
    assert "content-encoding" not in visit(app, path, **what).headers


def test_a_missing_bundle_stays_missing_until_it_is_there(app, files):
    assert visit(app, "/static/new.js", accept_encoding="gzip").status == 404
    (files / "new.js").write_text("1", encoding="utf-8")
    assert gzip.decompress(visit(app, "/static/new.js", accept_encoding="gzip").body) == b"1"


def test_a_known_bundle_is_not_sent_again(app):
    etag = visit(app, "/static/index.abc.js").headers["etag"]
    assert visit(app, "/static/index.abc.js", accept_encoding="gzip", if_none_match=etag).status == 304


@pytest.mark.parametrize(
    ("path", "query", "to"),
    [
        ("/nowhere", "", "/"),
        ("/nowhere/", "a=x&lang=en", "/?a=x&lang=en"),
        ("/Svara", "", "/"),
        ("//evil", "", "/"),
        ("/å", "a=%0d%0ax", "/?a=%0d%0ax"),
    ],
)
def test_an_unknown_address_leads_to_start_with_what_was_open(app, path, query, to):
    answer = visit(app, path, query=query)
    assert (answer.status, answer.headers["location"]) == (307, to)


@pytest.mark.parametrize("path", ["/", "/svara", "/svara/", "/favicon.png", "/_stcore/health", "/media/abc"])
def test_known_addresses_and_files_are_left_alone(app, path):
    assert visit(app, path).status == 200


def test_no_route_of_our_own_is_known_without_the_rest_of_its_address():
    assert "halsa" in NAMES
    assert "utskrift" not in NAMES
