"""Guessing codes is slow, whichever process is asked, and a hall behind one address is not locked out."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from assessment.domain import guesses
from assessment.domain.guesses import FORGIVEN_AFTER, PER_SECOND
from assessment.services import admission
from assessment.services.house import open_house
from assessment.storage.database import reading
from tests.web.hall import Read

HALL_ADDRESS = "192.168.1.1"
FEW = 5  # guesses instead of a hundred, each of which goes to disk


class Clock:
    def __init__(self):
        self.now = admission.now()

    def __call__(self):
        return self.now

    def pass_by(self, seconds):
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock(monkeypatch):
    stopped = Clock()
    monkeypatch.setattr(admission, "now", stopped)
    monkeypatch.setattr(guesses, "MOST", FEW)
    return stopped


@pytest.fixture
def besieged(hall, clock):
    """From the hall's address so many wrong codes have come that no more are looked up."""
    guess(hall, times=FEW)
    return hall


def guess(hall, *, times):
    guesser = hall.phone(address=HALL_ADDRESS)
    for _ in range(times):
        assert guesser.client.get("/d/BBB000").status_code == 404


def stored(hall):
    """All that is kept of guesses, as it stands in the database."""
    with reading(hall.engine) as session:
        return [tuple(row) for row in session.connection().execute(text("SELECT * FROM guess"))]


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


def test_what_was_guessed_at_one_process_counts_at_the_other(besieged):
    other = open_house(besieged.engine.url.render_as_string())
    for address, refused in ((HALL_ADDRESS, True), ("10.0.0.9", False)):
        ask = {"key": "", "address": address}
        if refused:
            with pytest.raises(admission.TooManyGuesses):
                admission.let_in(other, besieged.code, **ask)
        else:
            assert admission.let_in(other, besieged.code, **ask) == besieged.workshop.id
    other.dispose()


@pytest.mark.slow
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
    clock.pass_by(1 / PER_SECOND)
    assert guesser.get().status_code == 200  # a right code costs nothing
    assert guesser.client.get("/d/BBB001").status_code == 404
    assert guesser.client.get("/d/BBB001").status_code == 429
    clock.pass_by(1)
    assert guesser.client.get("/d/BBB001").status_code == 404


def test_no_address_is_kept_and_nothing_longer_than_it_takes_to_be_forgiven(hall, clock):
    guess(hall, times=1)
    [(origin, *_)] = stored(hall)
    assert HALL_ADDRESS not in origin and len(origin) == 32
    clock.pass_by(FORGIVEN_AFTER.total_seconds() + 1)
    hall.phone(address="10.0.0.9").client.get("/d/BBB000")
    assert [row[0] == origin for row in stored(hall)] == [False]


def test_a_hall_that_scans_uses_up_no_guess(hall, clock):
    phone = hall.phone(address=HALL_ADDRESS)
    for _ in range(FEW + 1):
        assert phone.scan().status_code == 200
    assert stored(hall) == []
