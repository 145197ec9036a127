"""No script runs that Rustad did not send as a file; nothing goes elsewhere; what holds answers is not kept."""

import re

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route

from assessment.settings import settings
from assessment.web.page_head import PageHead
from tests.web.asgi import visit

INLINE = "window.prerenderReady = false"
DOCUMENT = (
    f'<!doctype html><html lang="en"><head><script>{INLINE}</script></head><body><div id="root"></div></body></html>'
)


@pytest.fixture
def app():
    routes = [
        Route("/media/report.xlsx", lambda _: PlainTextResponse("answers", headers={"cache-control": "public"})),
        Route("/app/static/x.css", lambda _: PlainTextResponse("", headers={"access-control-allow-origin": "*"})),
        Route("/static/x.js", lambda _: PlainTextResponse("", headers={"cache-control": "public, immutable"})),
        Route("/{rest:path}", lambda _: HTMLResponse(DOCUMENT)),
    ]
    return PageHead(Starlette(routes=routes))


def directives(answer):
    policy = answer.headers["content-security-policy"]
    return {name: value for name, _, value in (one.strip().partition(" ") for one in policy.split(";"))}


def test_of_inline_scripts_only_those_of_the_document_run(app):
    scripts = directives(visit(app))["script-src"]
    # echo -n 'window.prerenderReady = false' | openssl dgst -sha256 -binary | base64
    assert scripts == "'self' 'sha256-wBzG2BNPgLzDdjHerROfz3X8FA0/qB0bpZQmxQfRwD8=' 'wasm-unsafe-eval'"


def test_a_page_talks_to_its_own_server_only(app):
    assert directives(visit(app, host="localhost:8501"))["connect-src"] == (
        "'self' ws://localhost:8501 wss://localhost:8501"
    )


@pytest.mark.parametrize("host", ["evil; script-src *", "a b", "*", "x/y", None])
def test_a_strange_host_adds_nothing_to_the_policy(app, host):
    assert directives(visit(app, host=host))["connect-src"] == "'self'"


def test_what_may_hold_answers_is_not_kept(app):
    assert visit(app, "/media/report.xlsx").headers["cache-control"] == "no-store"
    assert visit(app).headers["cache-control"] == "no-store"


def test_files_of_the_program_may_be_kept(app):
    assert visit(app, "/static/x.js").headers["cache-control"] == "public, immutable"
    assert visit(app, "/app/static/x.css").headers["cache-control"] == "no-cache"


def test_other_sites_may_read_nothing(app):
    headers = visit(app, "/app/static/x.css").headers
    assert "access-control-allow-origin" not in headers
    assert headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize(
    ("address", "asked"), [("https://rustad.example", "max-age=31536000"), ("http://rustad.example", None), ("", None)]
)
def test_https_is_held_to_once_it_is_there(app, monkeypatch, address, asked):
    monkeypatch.setenv("RUSTAD_PUBLIC_URL", address)
    settings.cache_clear()
    try:
        assert visit(app).headers.get("strict-transport-security") == asked
    finally:
        settings.cache_clear()


@pytest.mark.parametrize("path", ["/utskrift/x", "/utskrift/x/protokoll", "/utskrift/vagval/x", "/utskrift/a/b/c/d"])
def test_a_printed_page_runs_no_script_of_its_own(whole, path):
    answer = visit(whole, path)
    assert directives(answer)["script-src"] == "'self'"
    assert directives(answer)["default-src"] == "'none'"
    assert answer.headers["cache-control"] == "no-store"
    assert not re.search(rb"<script>|\son[a-z]+=", answer.body)
