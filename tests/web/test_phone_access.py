"""Who gets in where: phones from anywhere to their pages, and nothing else; no other site's forms."""

import re

import pytest

from tests.web.asgi import visit
from tests.web.hall import HALL, Phone, Read

PHONE = {"client": ("192.168.1.50", 40_000), "host": HALL}


@pytest.mark.parametrize("path", ["/d", "/d/"])
@pytest.mark.parametrize("host", ["192.168.1.20:8502", "rustad.example", "localhost:8501", None])
@pytest.mark.parametrize("client", [("192.168.1.50", 1), ("127.0.0.1", 1), ("2001:db8::7", 1), None])
def test_the_phone_pages_answer_everybody(whole, path, host, client):
    answer = visit(whole, path, host=host, client=client)
    assert answer.status == 200
    assert "Vilken kod har workshopen?" in answer.body.decode()


def test_they_answer_through_a_proxy_too(whole):
    assert visit(whole, "/d", x_forwarded_for="1.2.3.4", **PHONE).status == 200


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/workshop", "/resultat", "/halsa", "/utskrift/x", "/_stcore/health", "/app/static/rustad.css"),
        *("//d", "//d/..", "/d.", "/D", "/dd", "/d\\", "/d;/", "/./d", "/x/../d", "/static/d", "/ d", "/d\x00"),
    ],
)
def test_nothing_else_answers_a_phone(whole, path):
    answer = visit(whole, path, **PHONE)
    assert answer.status == 403
    assert b"the dashboard" not in answer.body


@pytest.mark.parametrize(
    "path",
    [
        *("/d/..", "/d/../", "/d/../halsa", "/d//halsa", "/d/../../etc/passwd", "/d/./../", "/d/x/../../halsa"),
        *("/d/\\..\\halsa", "/d/phone.js/", "/d/phone.css", "/d/AAA111/svara/../../../halsa", "/d/AAA111/x", "/d/å"),
        *("/d/%2e%2e/halsa", "/d/<script>", "/d/" + "A" * 5000, "/d/\x00", "/d/AAA111/handelser/x"),
    ],
)
def test_no_path_below_leads_out(whole, path):
    answer = visit(whole, path, **PHONE)
    assert answer.status == 404 or path == "/d/phone.js/"
    assert b"the dashboard" not in answer.body
    assert b"<script>" not in answer.body
    assert b"database" not in answer.body


@pytest.mark.parametrize("path", ["/d", "/d/x", "/_stcore/stream"])
def test_no_socket_opens_for_a_phone(whole, path):
    assert visit(whole, path, kind="websocket", **PHONE).messages == [{"type": "websocket.close", "code": 1008}]


def test_the_pages_on_their_own_have_nothing_else_either(phone_house, pages):
    assert visit(pages, "/", **PHONE).headers["location"] == "/d"
    assert visit(pages, "/halsa", **PHONE).status == 404
    assert visit(pages, "/d", **PHONE).status == 200
    assert visit(pages, "/d", kind="websocket", **PHONE).messages == [{"type": "websocket.close", "code": 1008}]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_other_methods_are_refused(whole, method):
    assert visit(whole, "/d", method=method, **PHONE).status == 405


def test_the_head_of_a_page_may_be_asked_for(whole):
    assert visit(whole, "/d", method="HEAD", **PHONE).status == 200


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "http://192.168.1.20", f"http://{HALL}.evil.example", "null", "", "http://["]
)
def test_a_form_from_another_site_is_refused(hall, origin):
    phone, round_id = hall.phone("inkop"), hall.open_vote()
    for path, form in (("/rost", {"omgang": round_id, "svar": "2"}), ("/med", {"roll": "inkop"})):
        answer = phone.post(path, form, headers={"origin": origin})
        assert answer.status_code == 403
        assert "Formuläret skickades från en annan webbplats." in answer.text
    assert phone.room().checked == []


def test_our_own_forms_are_let_in(hall):
    phone, round_id = hall.phone("inkop"), hall.open_vote()
    form = {"omgang": round_id, "svar": "2"}
    assert phone.post("/rost", form, headers={"origin": f"http://{HALL}"}).status_code == 303
    behind_proxy = Phone(hall, host="Rustad.example", scheme="https")
    behind_proxy.join("inkop")
    assert behind_proxy.post("/rost", form, headers={"origin": "https://rustad.example"}).status_code == 303


@pytest.mark.parametrize(
    "path", ["/d", "/d/AAA111", "/d/x/y", "/d/phone.js", "/d/public-sans.woff2", "/d/AAA111/handelser"]
)
def test_every_answer_may_load_from_here_only(whole, path):
    headers = visit(whole, path, **PHONE).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "frame-ancestors 'none'" in policy
    assert not re.search(r"(script|style)-src [^;]*unsafe", policy)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_pages_are_not_kept_and_files_are(hall):
    phone = hall.phone("inkop")
    for answer in (phone.get(), phone.scan(), phone.get("/svara"), phone.client.get("/d")):
        assert answer.headers["cache-control"] == "no-store"
    for name in ("phone.js", "public-sans.woff2"):
        assert phone.client.get(f"/d/{name}").headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("path", ["/rost", "/med"])
def test_a_body_without_measure_is_not_read(hall, path):
    phone = hall.phone("inkop")
    hall.open_vote()
    answer = phone.post(path, {"svar": "2", "omgang": "1", "roll": "inkop", "namn": "x" * 4096})
    assert answer.status_code == 413
    assert "för långt" in Read(answer.text).heading or "för långt" in answer.text


def test_nonsense_in_a_form_is_no_error(hall):
    phone = hall.phone("inkop")
    hall.open_vote()
    headers = {"content-type": "application/x-www-form-urlencoded", "accept": "application/json"}
    for body in (b"\xff\xfe", b"&" * 4000, b"=%", b"svar=%ff&omgang=%00", b"{}"):
        answer = phone.client.post(f"/d/{hall.code}/rost", content=body, headers=headers)
        assert answer.status_code in (409, 422)
        assert set(answer.json()) == {"error"}
