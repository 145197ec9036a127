"""Who reaches the dashboard, in local mode and behind sign-in, request by request."""

import json
from urllib.parse import quote

import pytest
from itsdangerous import URLSafeTimedSerializer
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.routing import Route
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from assessment.services.access_settings import cookie_secret
from assessment.services.clock import now
from assessment.settings import settings
from assessment.ui.whole_run import from_the_start
from assessment.web.middleware import MIDDLEWARE
from assessment.web.signed_in import USER_COOKIE, claims_in
from tests.web.asgi import visit

OIDC = {
    "RUSTAD_ACCESS": "oidc",
    "RUSTAD_PUBLIC_URL": "https://rustad.example",
    "RUSTAD_SECRET_KEY": "a secret of the tests, long enough to sign with",
}
HERE = {"host": "rustad.example", "client": ("10.0.0.7", 50_000)}
CLAIMS = {"iss": "https://id.example", "sub": "ada", "origin": "https://rustad.example", "is_logged_in": True}


@pytest.fixture
def signed_in_server(monkeypatch):
    for name, value in OIDC.items():
        monkeypatch.setenv(name, value)
    settings.cache_clear()
    yield
    settings.cache_clear()


def answer(_request):
    told = PlainTextResponse("the dashboard")
    told.set_cookie("_streamlit_user", "x", httponly=True, samesite="lax")
    return told


@pytest.fixture
def app():
    methods = ["GET", "POST", "PUT", "DELETE"]
    return Starlette(routes=[Route("/{rest:path}", answer, methods=methods)], middleware=MIDDLEWARE)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://localhost:9999", "http://localhost:8501.evil"]
)
def test_in_local_mode_no_other_site_sends_anything_that_changes_something(app, method, origin):
    assert visit(app, method=method, origin=origin).status == 403
    assert visit(app, method=method, origin="http://localhost:8501").status == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost:9999", "http://127.0.0.1:8501"])
def test_in_local_mode_no_other_site_opens_a_socket(app, origin):
    told = visit(app, "/_stcore/stream", kind="websocket", origin=origin)
    assert [message["type"] for message in told.messages] == ["websocket.close"]


@pytest.mark.parametrize(
    "host", ["evil.example", "rustad.example.evil", "localhost", "rustad.example:444", None, ["rustad.example"] * 2]
)
def test_behind_sign_in_only_the_public_name_is_answered(app, signed_in_server, host):
    told = visit(app, query="lang=en", host=host, client=HERE["client"])
    assert told.status == 403
    assert b"does not answer under this name" in told.body


@pytest.mark.parametrize("path", ["/d", "/d/AAA111/handelser", "/d/phone.js", "/utskrift/x"])
@pytest.mark.parametrize("host", ["evil.example", "10.0.0.1:8501", "localhost", None, ["rustad.example"] * 2])
def test_behind_sign_in_phones_and_printed_pages_too_go_by_the_public_name(app, signed_in_server, path, host):
    told = visit(app, path, query="lang=en", host=host, client=HERE["client"])
    assert told.status == 403
    assert b"does not answer under this name" in told.body


def test_behind_sign_in_phones_are_answered_under_the_public_name(app, signed_in_server):
    assert visit(app, "/d/phone.js", **HERE).status == 200


def test_behind_sign_in_the_public_name_is_answered_through_a_proxy(app, signed_in_server):
    assert visit(app, **HERE, x_forwarded_for="192.0.2.1", x_forwarded_host="evil.example").status == 200


def test_probes_are_answered_under_any_name(app, signed_in_server):
    assert visit(app, "/_stcore/health", host="10.0.0.1:8501", client=HERE["client"]).status == 200


def test_behind_sign_in_no_other_site_opens_a_socket_or_sends_anything(app, signed_in_server):
    told = visit(app, "/_stcore/stream", kind="websocket", origin="https://evil.example", **HERE)
    assert [message["type"] for message in told.messages] == ["websocket.close"]
    assert visit(app, method="POST", origin="https://evil.example", **HERE).status == 403
    assert visit(app, method="POST", origin="https://rustad.example", **HERE).status == 200


def test_cookies_are_for_https_only_where_people_come_by_https(app, signed_in_server):
    assert visit(app, **HERE).headers["set-cookie"].endswith("; Secure")


def test_in_local_mode_cookies_stay_as_streamlit_makes_them(app):
    assert "Secure" not in visit(app).headers["set-cookie"]


@pytest.mark.parametrize(
    "place", ["//evil.example", "/\\evil.example", "https://evil.example", "/x\r\nset-cookie: a=b"]
)
def test_after_the_sign_in_one_comes_back_to_no_other_site(signed_in_server, place):
    routes = [Route("/oauth2callback", lambda _: RedirectResponse("/"))]
    told = visit(
        Starlette(routes=routes, middleware=MIDDLEWARE),
        "/oauth2callback",
        cookie=f"rustad_till={quote(place, safe='')}",
        **HERE,
    )
    assert told.headers["location"] == "/"


# Files


def sent_file(app, **what):
    return visit(app, "/_stcore/upload_file/a-session/a-file", method="PUT", **HERE, **what)


def test_a_file_is_taken_from_those_who_may_read_a_workbook_in(app, signed_in_server, monkeypatch):
    monkeypatch.setenv("RUSTAD_FACILITATORS", "led")
    monkeypatch.setenv("RUSTAD_MEMBERS", "alla")
    settings.cache_clear()
    told = {group: CLAIMS | {"groups": [group], "iat": now().timestamp()} for group in ("led", "alla", "ingen")}
    taken = {group: sent_file(app, cookie=f"{USER_COOKIE}={signed(told[group])}").status for group in told}
    assert taken == {"led": 200, "alla": 403, "ingen": 403}


@pytest.mark.parametrize("cookie", ["", "rustad_p=a-personal-link", f"{USER_COOKIE}=forged"])
def test_a_file_is_taken_from_nobody_else(app, signed_in_server, cookie):
    told = sent_file(app, cookie=cookie, origin="https://rustad.example")
    assert (told.status, told.body.decode()) == (403, "Logga in för att se det här.")


def test_in_local_mode_a_file_is_taken_from_whoever_sits_here(app):
    assert visit(app, "/_stcore/upload_file/a-session/a-file", method="PUT").status == 200


# A sign-in that has ended


def test_what_a_window_sends_after_its_sign_in_has_ended_runs_no_part_and_clicks_nothing():
    wish = BackMsg()
    wish.rerun_script.query_string, wish.rerun_script.fragment_id = "a=1&lang=en", "part"
    wish.rerun_script.widget_states.widgets.add(id="button", trigger_value=True)
    asked = BackMsg.FromString(from_the_start(wish.SerializeToString())).rerun_script
    assert (asked.query_string, asked.fragment_id, len(asked.widget_states.widgets)) == ("a=1&lang=en", "", 0)
    assert BackMsg.FromString(from_the_start(BackMsg(clear_cache=True).SerializeToString())).stop_script
    assert from_the_start(b"nonsense") == b"nonsense"


# The cookie


def signed(claims, *, secret=None, name=USER_COOKIE):
    return create_signed_value(secret or cookie_secret(), name, json.dumps(claims)).decode()


def test_the_cookie_is_the_one_that_streamlit_signs(signed_in_server):
    """An upgrade of Streamlit that signs otherwise fails here."""
    assert USER_COOKIE == USER_COOKIE_NAME
    assert claims_in({USER_COOKIE: signed(CLAIMS)})["sub"] == "ada"


def test_a_cookie_in_pieces_is_put_together(signed_in_server):
    text = json.dumps(CLAIMS)
    pieces = {f"{USER_COOKIE}_{n}": text[(n - 1) * 40 : n * 40] for n in range(1, len(text) // 40 + 2)}
    made = {name: create_signed_value(cookie_secret(), name, piece).decode() for name, piece in pieces.items()}
    made[USER_COOKIE] = create_signed_value(cookie_secret(), USER_COOKIE, f"chunks-{len(pieces)}").decode()
    assert claims_in(made)["sub"] == "ada"
    made.pop(f"{USER_COOKIE}_1")
    assert claims_in(made) is None


def test_a_cookie_that_is_forged_altered_of_another_address_or_signed_out_is_nobody(signed_in_server):
    good = signed(CLAIMS)
    wrong = [
        signed(CLAIMS, secret="another secret"),
        signed(CLAIMS, name="_streamlit_user_tokens"),
        good[:-1] + ("A" if good[-1] != "A" else "B"),
        good.partition(".")[0],
        signed(CLAIMS | {"origin": "https://evil.example"}),
        signed(CLAIMS | {"is_logged_in": False}),
        signed([]),
        "",
    ]
    assert [claims_in({USER_COOKIE: one}) for one in wrong] == [None] * len(wrong)


def test_a_cookie_older_than_a_month_is_nobody(signed_in_server, monkeypatch):
    old = signed(CLAIMS)
    now = URLSafeTimedSerializer("x").make_signer("y").get_timestamp()
    monkeypatch.setattr("itsdangerous.timed.TimestampSigner.get_timestamp", lambda _self: now + 32 * 24 * 3600)
    assert claims_in({USER_COOKIE: old}) is None


def test_a_browser_that_is_not_let_in_gets_a_page_that_asks_for_nothing_more(app):
    told = visit(app, host="rustad.example", accept="text/html,*/*;q=0.8", query="lang=en")
    assert (told.status, told.headers["content-type"]) == (403, "text/html; charset=utf-8")
    assert '<html lang="en">' in told.body.decode()
    assert "Rustad answers only to this computer." in told.body.decode()
    assert told.headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert "src=" not in told.body.decode()
