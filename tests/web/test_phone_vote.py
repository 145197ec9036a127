"""Voting: what is confirmed is on disk, and nothing else counts."""

from pathlib import Path

import pytest

from assessment.domain.response import ANSWER_CODES
from assessment.services import attendance, room
from tests.builders import ADA
from tests.web.hall import Hall, Read

HIDDEN = "Ingen ser vem som har röstat vad. Du kan ändra tills svaren visas."
OPEN = "Alla ser vad du har röstat när svaren visas."


def own(phone):
    (token,) = phone.cookies.values()
    found = attendance.seat(phone.hall.engine, token).own
    return found and found[0].code


def counts(hall, round_id):
    return dict(zip(ANSWER_CODES, room.room(hall.engine, ADA, hall.workshop.id).tallies[round_id].counts, strict=True))


def test_the_page_asks_the_question_with_nothing_chosen(hall):
    phone = hall.phone("beslutsfattare")
    hall.open_vote(5)
    page = phone.room()
    assert page.heading == hall.items[5].question.sv
    assert page.checked == []
    assert all(level.sv in page.text for level in hall.items[5].levels)
    assert all(words in page.text for words in ("Tid · fråga 2 av 4", "Beslutsfattare", "Skicka röst", HIDDEN))


def test_the_promise_is_true_for_open_names(open_hall):
    phone = open_hall.phone("inkop")
    open_hall.open_vote()
    assert OPEN in phone.room().text
    assert HIDDEN not in phone.room().text


@pytest.mark.parametrize("answer", ANSWER_CODES)
def test_a_confirmed_vote_is_on_disk(hall, answer):
    phone = hall.phone("inkop")
    reply = phone.vote(hall.open_vote(), answer)
    assert reply.status_code == 200
    told = reply.json()
    assert set(told) == {"answer", "saved", "told"}
    assert told["answer"] == own(phone) == answer
    assert told["told"] == f"Sparat {told['saved']}. Du kan ändra tills svaren visas."
    assert len(told["saved"]) == 5
    assert told["saved"][2] == "."


def test_the_page_after_the_vote_has_the_receipt_and_lets_one_change(hall):
    phone, round_id = hall.phone("inkop"), hall.open_vote()
    told = phone.vote(round_id, 3).json()["told"]
    page = phone.room()
    assert page.checked == ["3"]
    assert told in page.text
    assert "Ändra röst" in page.text
    assert phone.vote(round_id, "unknown").status_code == 200
    assert phone.room().checked == ["unknown"]


def test_voting_twice_is_one_ballot(hall):
    phone, round_id = hall.phone("inkop"), hall.open_vote()
    for answer in (0, 4, 4, 1):
        phone.vote(round_id, answer)
    assert room.progress(hall.engine, ADA, hall.workshop.id).voted == 1
    hall.facilitator.reveal()
    assert {code for code, count in counts(hall, round_id).items() if count} == {"1"}


def test_without_script_the_vote_leads_back_to_the_room(hall):
    phone, round_id = hall.phone("inkop"), hall.open_vote()
    answer = phone.vote(round_id, 2, headers={})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/d/{hall.code}")
    assert phone.room().checked == ["2"]
    assert phone.get("/rost").headers["location"] == f"/d/{hall.code}"


@pytest.mark.parametrize(
    ("svar", "sentence"),
    [
        ("", "Välj en nivå först, eller Vet inte eller Ej tillämpligt."),
        *((wrong, f"Nivå {wrong} finns inte på skalan 0–4.") for wrong in ("5", "-1", "03", "<b>", "level", "²")),
    ],
)
def test_what_is_no_choice_is_refused_with_a_sentence(hall, svar, sentence):
    phone, round_id = hall.phone("inkop"), hall.open_vote()
    reply = phone.vote(round_id, svar)
    assert (reply.status_code, reply.json()) == (422, {"error": sentence})
    page = phone.vote(round_id, svar, headers={})
    assert page.status_code == 422
    assert sentence in Read(page.text).text
    assert Read(page.text).heading == hall.items[0].question.sv
    assert "<b> finns" not in page.text
    assert own(phone) is None


def test_a_vote_after_the_reveal_is_refused(hall):
    phone, late, round_id = hall.phone("inkop"), hall.phone("inkop"), hall.open_vote()
    phone.vote(round_id, 2)
    hall.facilitator.reveal()
    reply = late.vote(round_id, 4)
    assert (reply.status_code, reply.json()["error"]) == (409, "Omröstningen hade redan stängts. Rösten räknades inte.")
    page = late.vote(round_id, 4, headers={})
    assert page.status_code == 409
    assert "Rösten räknades inte." in page.text
    assert Read(page.text).heading == "Svaren visas på storbilden."
    assert own(late) is None


@pytest.mark.parametrize("omgang", ["", "0", "2", "x", "9" * 40, "1.0", "-1"])
def test_a_vote_for_a_round_that_is_not_open_is_refused(hall, omgang):
    phone = hall.phone("inkop")
    assert hall.open_vote() == 1
    assert phone.vote(omgang, 2).status_code == 409
    assert own(phone) is None


def test_a_vote_from_the_first_round_does_not_count_in_the_second(hall):
    phone, first = hall.phone("inkop"), hall.open_vote()
    phone.vote(first, 1)
    hall.facilitator.reveal()
    second = hall.open_vote()
    assert phone.vote(first, 4).status_code == 409
    assert own(phone) is None
    assert phone.vote(second, 3).status_code == 200
    assert own(phone) == "3"


def test_the_second_vote_says_so_and_begins_empty(hall):
    phone, first = hall.phone("inkop"), hall.open_vote()
    assert "Andra rösten" not in phone.room().text
    phone.vote(first, 1)
    hall.facilitator.reveal()
    second = hall.open_vote()
    assert "Andra rösten" in phone.room().text
    assert phone.room().checked == []
    phone.vote(second, 1)
    hall.facilitator.reveal()
    hall.open_vote()
    assert "Röst nummer 3" in phone.room().text


def test_nobody_votes_without_having_joined(hall):
    round_id = hall.open_vote()
    stranger = hall.phone()
    reply = stranger.vote(round_id, 2)
    assert reply.status_code == 401
    assert reply.json()["error"] == "Du är inte med i workshopen på den här enheten. Välj roll och gå med."
    page = stranger.vote(round_id, 2, headers={})
    assert page.status_code == 401
    assert "roll" in Read(page.text).names


def test_a_forged_seat_votes_for_nobody(hall):
    phone, round_id = hall.phone("inkop"), hall.open_vote()
    phone.vote(round_id, 2)
    ((name, token),) = phone.cookies.items()
    for forged in (token[:-1], token + "A", token.swapcase(), attendance.digest(token), ""):
        answer = hall.phone().post(
            "/rost",
            {"omgang": round_id, "svar": "4"},
            headers={"cookie": f"{name}={forged}", "accept": "application/json"},
        )
        assert answer.status_code == 401
    assert own(phone) == "2"


def test_a_seat_elsewhere_does_not_vote_here(hall):
    other = Hall(hall.engine, hall.app)
    guest, round_id = other.phone("inkop"), hall.open_vote()
    answer = guest.client.post(
        f"/d/{hall.code}/rost", data={"omgang": round_id, "svar": "4"}, headers={"accept": "application/json"}
    )
    assert answer.status_code == 401
    hall.phone("inkop").vote(round_id, 0)
    assert room.progress(hall.engine, ADA, hall.workshop.id).voted == 1


def test_after_the_end_nobody_votes(hall):
    phone, round_id = hall.phone("inkop"), hall.open_vote()
    hall.facilitator.skip(hall.items[0].id)
    hall.facilitator.close()
    assert phone.vote(round_id, 2).status_code == 409
    assert Read(phone.vote(round_id, 2, headers={}).text).heading == "Workshopen är avslutad."


def test_every_stage_has_its_page(hall):
    phone, silent = hall.phone("inkop"), hall.phone("behovsagare")
    item = hall.items[0]
    lobby = phone.room()
    assert "Frågan kommer hit när samtalsledaren öppnar den." in lobby.text
    assert f"/d/{hall.code}/svara" in lobby.links
    phone.vote(hall.open_vote(), 3)
    hall.facilitator.reveal()
    assert phone.room().heading == silent.room().heading == "Svaren visas på storbilden."
    assert f"Du röstade3Infört och tillämpat. {item.levels[3].sv}" in phone.room().text
    assert "Du röstade inte den här gången." in silent.room().text
    hall.facilitator.settle(item.id, 2)
    assert phone.room().heading == "Ni enades om nivå 2."
    assert f"2Delvis infört. {item.levels[2].sv}" in silent.room().text
    hall.facilitator.skip(hall.items[1].id)
    assert phone.room().heading == "Du är med."
    hall.facilitator.close()
    assert phone.room().heading == "Workshopen är avslutad."


def test_what_was_answered_beforehand_and_hands_that_were_counted_are_told_as_that(hall):
    phone = hall.phone("inkop")
    phone.post(f"/svara/{hall.items[0].id}", {"svar": "unknown"})
    silent = hall.phone("inkop")
    hall.facilitator.show_answers(hall.items[0].id)
    assert "Du svarade i förvägVet inte" in phone.room().text
    assert "Du hade inte svarat på frågan i förväg." in silent.room().text
    hall.facilitator.count_hands(hall.items[1].id, (0, 1, 2, 0, 0, 0, 0))
    assert phone.room().heading == "Svaren visas på storbilden."
    assert "röstade" not in phone.room().text


def test_only_pages_with_nothing_to_do_reload_themselves(hall):
    phone = hall.phone("inkop")

    def reloads():
        return '<noscript><meta http-equiv="refresh" content="5"></noscript>' in phone.room().html

    assert reloads()
    round_id = hall.open_vote()
    assert not reloads()
    phone.vote(round_id, 2)
    assert reloads()
    hall.facilitator.reveal()
    assert reloads()


def test_a_broken_database_is_told_without_its_place(hall):
    phone, round_id = hall.phone("inkop"), hall.open_vote()
    place = Path(hall.engine.url.database)
    hall.engine.dispose()
    place.unlink()
    place.write_bytes(b"no database" * 1000)
    told = "Servern kunde inte spara just nu. Försök igen om en stund."
    reply = phone.vote(round_id, 2)
    assert (reply.status_code, reply.json()) == (503, {"error": told})
    for page in (phone.get(), phone.vote(round_id, 2, headers={}), phone.join("inkop"), phone.get("/svara")):
        assert page.status_code == 503
        assert Read(page.text).heading == told
        assert str(place.parent) not in page.text
