"""Two processes on one PostgreSQL database are one room: what happens at one is seen at the other."""

import time

import pytest

from tests.proxy.phone import ask

pytestmark = pytest.mark.slow
PATIENCE = 60  # seconds


def test_a_step_is_told_at_both_processes(pair, hall):
    one, two = pair.servers
    phones = [hall.phone(one.url), hall.phone(two.url)]
    with phones[0].listen() as first, phones[1].listen() as second:
        assert "data-round" not in first.event()["html"] + second.event()["html"]
        hall.ada.open_vote("POL-01")
        assert "data-round" in first.event()["html"] and "data-round" in second.event()["html"]


def test_who_joined_at_one_process_votes_at_the_other(pair, hall):
    one, two = pair.servers
    phone = hall.phone(one.url)
    round_id = hall.ada.open_vote("POL-01")
    assert phone.vote(round_id, 2, url=two.url)["answer"] == "2"
    assert hall.progress().voted == 1
    with phone.listen(url=one.url) as stream:
        assert 'value="2" checked' in stream.event()["html"]


def test_those_at_both_processes_are_waited_for(pair, hall):
    one, two = pair.servers
    with hall.phone(one.url).listen(), hall.phone(two.url).listen():
        deadline = time.monotonic() + PATIENCE
        while (told := hall.progress()).expected < 2 and time.monotonic() < deadline:
            time.sleep(0.1)
        assert (told.expected, told.joined) == (2, 2)


def test_wrong_codes_are_counted_together(pair, hall):
    told = {"Host": pair.name, "X-Forwarded-For": "10.9.8.7"}
    for _ in range(60):
        for server in pair.servers:
            last = ask(server.url, "GET", "/d/BBB000", headers=told).status
    assert last == 429
    told["X-Forwarded-For"] = "10.9.8.6"
    assert ask(pair.servers[0].url, "GET", "/d/BBB000", headers=told).status == 404


def test_past_the_proxy_a_process_says_how_it_is_and_nothing_else(pair):
    for server in pair.servers:
        assert ask(server.url, "GET", "/halsa").status == 200
        for path in ("/", "/d", "/d/AAA111/handelser", "/utskrift/x", "/p/x"):
            refused = ask(server.url, "GET", path)
            assert (refused.status, refused.body[:40]) == (403, "Rustad svarar inte under det här namnet.")
