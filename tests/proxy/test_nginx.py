"""The configuration in deploy/, with nginx running on it: what it lets through, what it keeps quiet, whom it asks."""

import re
import ssl
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest

from tests.proxy.encrypted_nginx import EncryptedNginx
from tests.proxy.narrow_nginx import NarrowNginx
from tests.proxy.nginx import TEMPLATE
from tests.proxy.phone import ask
from tests.proxy.window import Window
from tests.serving import HOST

pytestmark = pytest.mark.slow
OURS = "content-security-policy"


def test_no_setting_is_left_unfilled(nginx):
    named = set(re.findall(r"\$\{(RUSTAD_\w+)\}", TEMPLATE.read_text(encoding="utf-8")))
    shipped = {
        line.partition("=")[0] for line in (TEMPLATE.parent / "nginx.env").read_text().splitlines() if "=" in line
    }
    assert named == shipped == set(nginx.settings())


def test_another_name_is_not_answered(nginx):
    for name in ("rustad.attacker.example", "", "127.0.0.1:1"):
        assert ask(nginx.url, "GET", "/d", headers={"Host": name}).status in (400, 421)


def test_headers_come_once_and_tell_no_version(nginx):
    headers = ask(nginx.url, "GET", "/d").headers
    assert headers["server"] == "nginx"
    assert {len(headers.get_all(name)) for name in (OURS, "x-content-type-options", "referrer-policy")} == {1}


def test_the_page_is_packed_and_the_stream_is_not(nginx, hall):
    packed = {"Accept-Encoding": "gzip"}
    phone = hall.phone(nginx.url)
    page = ask(nginx.url, "HEAD", f"/d/{hall.code}", headers=packed | phone.own)
    assert page.headers["content-encoding"] == "gzip"
    with phone.listen() as stream:
        assert (stream.status, stream.headers["content-encoding"]) == (200, None)
        assert stream.event()["version"] == 0
        hall.ada.open_vote("POL-01")
        assert stream.event()["version"] == 1


def test_too_much_is_refused_before_it_reaches_rustad(nginx, hall):
    before = nginx.logged()
    sizes = (
        ("/d", 9_000),
        (f"/d/{hall.code}/rost", 9_000),
        (f"/d/{hall.code}/svara/POL-01", 400_000),
        ("/", 8_000_000),
    )
    for path, size in sizes:
        assert ask(nginx.url, "POST", path, headers={"Content-Length": str(size)}).status == 413
    assert nginx.asked(since=before, lines=len(sizes)) == [[]] * len(sizes)


def test_figures_about_the_server_are_not_for_the_network(nginx):
    assert ask(nginx.url, "GET", "/_stcore/metrics").status == 404


def test_who_guesses_codes_is_slowed_down_by_nginx_already(nginx):
    seen = [ask(nginx.url, "POST", "/d", headers={"Content-Length": "0"}).status for _ in range(230)]
    assert 429 in seen[-10:]


def test_windows_and_files_from_one_address_have_their_measure_and_it_is_told(pair, tmp_path):
    narrow = NarrowNginx(tmp_path, pair)
    narrow.check()
    narrow.start()
    file = "/_stcore/upload_file/a/b"
    sent = [ask(narrow.url, "PUT", file, headers={"Host": narrow.name, "Content-Length": "0"}) for _ in range(4)]
    assert [one.status for one in sent] == [403, 403, 403, 429]  # nobody who sends has signed in
    with ExitStack() as windows:
        opened = [windows.enter_context(Window(narrow.url, narrow.name)) for _ in range(3)]
        assert [one.status for one in opened] == [101, 101, 429]
        assert ask(narrow.url, "GET", "/d", headers={"Host": narrow.name}).status == 200
    for refused in (sent[-1].body, opened[-1].body):
        assert "Vänta en liten stund" in refused and "Wait a moment" in refused
    assert sent[-1].headers["retry-after"] == "10"
    narrow.stop()


def test_what_people_do_comes_nowhere_near_the_measure(nginx):
    file = "/_stcore/upload_file/a/b"
    assert {ask(nginx.url, "PUT", file, headers={"Content-Length": "0"}).status for _ in range(40)} == {403}
    with ExitStack() as windows:
        opened = [windows.enter_context(Window(nginx.url, urlsplit(nginx.url).netloc)) for _ in range(40)]
        assert {one.status for one in opened} == {101}


def test_a_visitor_can_not_pretend_to_come_from_elsewhere(pair, nginx, hall):
    for number in range(150):
        pretended = {"X-Forwarded-For": f"10.1.1.{number}", "Forwarded": f"for=10.1.1.{number}"}
        last = ask(nginx.url, "GET", "/d/BBB111", headers=pretended).status
    assert last == 429


def test_the_log_tells_how_it_went_and_nothing_that_lets_anybody_in(nginx, hall):
    begun = nginx.logged()
    phone = hall.phone(nginx.url)
    phone.vote(hall.ada.open_vote("POL-01"), 3)
    ask(nginx.url, "GET", f"/d/{hall.code}?n={hall.key}", headers=phone.own)
    ask(nginx.url, "GET", f"/d/{hall.code}/svara/POL-01", headers=phone.own)
    ask(nginx.url, "GET", f"/utskrift/{hall.assessment.id}/protokoll?lang=sv")
    ask(nginx.url, "GET", f"/resultat?a={hall.assessment.id}", headers={"Referer": f"{nginx.url}/d/{hall.code}"})
    ask(nginx.url, "GET", "/p/a-personal-token")
    nginx.asked(since=begun, lines=7)
    told = nginx.access_log + nginx.error_log
    for secret in (hall.code, hall.key, hall.assessment.id, phone.cookie.partition("=")[2], "?", "POL-01", "personal"):
        assert secret not in told
    for shown in ("POST /d/-/rost 200", "GET /d/-/svara 200", "/utskrift/-", "GET /resultat"):
        assert shown in told


def test_whoever_has_been_at_one_process_comes_back_to_it(pair, nginx):
    for number, server in enumerate(pair.servers, start=1):
        begun = nginx.logged()
        for _ in range(4):
            ask(nginx.url, "GET", "/halsa", headers={"Cookie": f"rustad_at={number}"})
        assert nginx.asked(since=begun, lines=4) == [[str(server.port)]] * 4
    first = ask(nginx.url, "GET", "/halsa").headers["set-cookie"]
    assert re.fullmatch(r"rustad_at=[12]; Path=/; HttpOnly; SameSite=Lax", first)
    assert ask(nginx.url, "GET", "/d").headers["set-cookie"] is None


def test_a_process_that_died_is_left_alone_and_nobody_notices(pair, nginx, hall):
    dead, alive = pair.servers
    phone = hall.phone(nginx.url)
    round_id = hall.ada.open_vote("POL-01")
    dead.kill()
    begun = nginx.logged()
    for _ in range(20):
        assert ask(nginx.url, "GET", "/halsa", headers={"Cookie": "rustad_at=1"}).status == 200
    phone.vote(round_id, 2)
    asked = nginx.asked(since=begun, lines=21)
    assert asked[0] == [str(dead.port), str(alive.port)]
    assert sum(str(dead.port) in one for one in asked) < 10
    dead.start()


def test_who_follows_the_words_about_encryption_gets_it(pair, tmp_path):
    encrypted = EncryptedNginx(tmp_path, pair)
    encrypted.check()
    encrypted.begin()
    trusted = ssl.create_default_context(cafile=encrypted.certificate)
    connection = encrypted.connected(trusted)
    connection.request("GET", "/halsa", headers={"Host": HOST})
    answer = connection.getresponse()
    assert (answer.status, answer.headers["strict-transport-security"]) == (200, "max-age=31536000")
    assert answer.headers["set-cookie"].endswith("; Secure")
    connection.close()
    encrypted.stop()
