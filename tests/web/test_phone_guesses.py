"""Guessing codes is slow, and a hall behind one address is not locked out."""

import pytest

from assessment.web import guesses
from assessment.web.guesses import MOST, MOST_ADDRESSES, PER_SECOND, Guesses
from tests.web.hall import Read

HALL_ADDRESS = "192.168.1.1"


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def besieged(hall, pages, clock):
    """From the hall's address so many wrong codes have come that no more are looked up."""
    pages.guesses._clock = clock
    guesser = hall.phone(address=HALL_ADDRESS)
    for _ in range(MOST):
        assert guesser.client.get("/d/BBB000").status_code == 404
    return hall


def test_after_the_last_guess_codes_are_not_looked_up(besieged):
    guesser = besieged.phone(address=HALL_ADDRESS)
    wrong, right = guesser.client.get("/d/BBB001"), guesser.get()
    typed = guesser.client.post("/d", data={"kod": besieged.code})
    joined = guesser.post("/med", {"roll": "inkop"})
    for answer in (wrong, right, typed, joined):
        assert answer.status_code == 429
        assert answer.headers["retry-after"] == "1"
        assert "För många fel koder har kommit härifrån." in answer.text
        assert Read(answer.text).names == {"kod"}
    assert besieged.people() == []


def test_the_qr_code_lets_a_whole_hall_in_all_the_same(besieged):
    for _ in range(20):
        phone = besieged.phone(address=HALL_ADDRESS)
        assert phone.scan().status_code == 200
        assert phone.join("inkop").status_code == 303
        assert phone.get().status_code == 200
    assert len(besieged.people()) == 20


def test_a_wrong_key_is_a_guess(besieged):
    assert besieged.phone(address=HALL_ADDRESS).get(params={"n": "0" * 12}).status_code == 429


def test_those_who_are_in_go_on(besieged):
    phone = besieged.phone("inkop", address="10.0.0.9")
    phone.client = besieged.phone(address=HALL_ADDRESS).client
    assert phone.join("inkop").status_code == 303
    assert phone.get().status_code == 200
    assert phone.vote(besieged.open_vote(), 2).status_code == 200
    assert phone.get("/svara").status_code == 200


def test_others_notice_nothing(besieged):
    assert besieged.phone(address="10.0.0.9").get().status_code == 200


def test_it_recovers(besieged, clock):
    guesser = besieged.phone(address=HALL_ADDRESS)
    clock.now += 1 / PER_SECOND
    assert guesser.get().status_code == 200  # a right code costs nothing
    assert guesser.client.get("/d/BBB001").status_code == 404
    assert guesser.client.get("/d/BBB001").status_code == 429
    clock.now += 3600
    for _ in range(MOST):
        assert guesser.client.get("/d/BBB001").status_code == 404
    assert guesser.client.get("/d/BBB001").status_code == 429


@pytest.mark.slow
def test_a_hall_that_scans_uses_up_no_guess(hall, pages):
    phone = hall.phone(address=HALL_ADDRESS)
    for _ in range(5 * MOST):
        assert phone.scan().status_code == 200
    assert pages.guesses._buckets == {}


def test_one_household_is_one_guesser(clock):
    found = Guesses(clock)
    for place in range(MOST):
        found.miss(f"2001:db8:0:1::{place:x}")
    assert not found.allowed("2001:db8:0:1:ffff::1")
    assert found.allowed("2001:db8:0:2::1")
    for _ in range(MOST):
        found.miss("::ffff:10.0.0.1")
    assert not found.allowed("::ffff:10.0.0.1")
    assert found.allowed("::ffff:10.0.0.2")


def test_memory_is_bounded_and_the_oldest_is_forgotten(clock, monkeypatch):
    monkeypatch.setattr(guesses, "MOST_ADDRESSES", 10)
    found = Guesses(clock)
    for _ in range(MOST):
        found.miss("first")
    for place in range(9):
        found.miss(f"other {place}")
    assert not found.allowed("first")
    found.miss("one more")
    assert found.allowed("first")
    assert len(found._buckets) == 10
    assert MOST_ADDRESSES == 10_000
