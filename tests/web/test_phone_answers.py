"""Answering beforehand on the phone: the same responses as on the screen Svara."""

import pytest

from assessment.domain.response import NOT_APPLICABLE, UNKNOWN, rated
from assessment.services import responses
from tests import builders
from tests.web.hall import Read


def given(hall):
    """What the only participant has answered, by item id."""
    (person,) = hall.people()
    me = builders.viewer_of(person)
    return responses.sheet(hall.engine, me, assessment_id=hall.assessment.id, participant_id=person.id).responses


def answer(phone, place, svar, **more):
    return phone.post(f"/svara/{phone.hall.items[place].id}", {"svar": svar, **more})


def test_the_overview_begins_with_the_first_question_that_is_left(hall):
    phone = hall.phone("inkop")
    page = Read(phone.get("/svara").text)
    assert page.heading == "0 av 24 besvarade"
    assert "Börja svara" in page.text
    assert page.links[1] == f"/d/{hall.code}/svara/{hall.items[0].id}"
    answer(phone, 0, "2")
    answer(phone, 2, "0")
    page = Read(phone.get("/svara").text)
    assert page.heading == "2 av 24 besvarade"
    assert "Fortsätt svara" in page.text
    assert page.links[1] == f"/d/{hall.code}/svara/{hall.items[1].id}"
    assert all(item.question.sv in page.text for item in hall.items)


@pytest.mark.parametrize(("code", "stored"), [("0", rated(0)), ("4", rated(4)), ("unknown", UNKNOWN)])
def test_an_answer_is_the_participants_ordinary_response(hall, code, stored):
    phone = hall.phone("inkop")
    sent = answer(phone, 3, code)
    assert sent.status_code == 303
    assert sent.headers["location"] == f"/d/{hall.code}/svara/{hall.items[4].id}?sparad={hall.items[3].id}"
    assert given(hall)[hall.items[3].id].answer == stored


def test_the_next_page_carries_the_receipt_and_the_progress(hall):
    phone = hall.phone("inkop")
    page = Read(phone.client.get(answer(phone, 0, "1").headers["location"]).text)
    assert page.heading == hall.items[1].question.sv
    assert page.checked == []
    assert "1 av 24 besvarade" in page.text
    assert "Förra svaret sparades " in page.text
    back = Read(phone.get(f"/svara/{hall.items[0].id}").text)
    assert back.checked == ["1"]
    assert "Sparat " in back.text


def test_why_it_does_not_apply_is_kept_with_the_answer(hall):
    phone = hall.phone("inkop")
    answer(phone, 0, "not_applicable", skal="Vi har <ingen> sådan.\r\nSå är det.")
    stored = given(hall)[hall.items[0].id]
    assert (stored.answer, stored.reason) == (NOT_APPLICABLE, "Vi har <ingen> sådan.\nSå är det.")
    page = phone.get(f"/svara/{hall.items[0].id}")
    assert "Vi har &lt;ingen&gt; sådan." in page.text
    answer(phone, 0, "not_applicable", skal="")
    assert given(hall)[hall.items[0].id].reason == ""
    answer(phone, 1, "not_applicable", skal="å" * 32_767)
    assert len(given(hall)[hall.items[1].id].reason) == 32_767


def test_a_wrong_answer_is_refused_with_what_was_written(hall):
    phone = hall.phone("inkop")
    for form, told in (
        ({"skal": "min text"}, "Välj en nivå först, eller Vet inte eller Ej tillämpligt."),
        ({"svar": "7", "skal": "min text"}, "Nivå 7 finns inte på skalan 0–4."),
        ({"svar": "2", "skal": "min text" + "x" * 32_767}, "tecken lång"),
    ):
        page = phone.post(f"/svara/{hall.items[0].id}", form)
        assert page.status_code == 422
        assert told in Read(page.text).text
        assert "min text" in page.text
    assert given(hall) == {}


def test_the_last_answer_leads_back_to_the_overview(hall):
    phone = hall.phone("inkop")
    for place in range(24):
        last = answer(phone, place, "3")
    assert last.headers["location"] == f"/d/{hall.code}/svara?sparad={hall.items[-1].id}"
    page = Read(phone.client.get(last.headers["location"]).text)
    assert page.heading == "24 av 24 besvarade"
    assert "Du har besvarat allt." in page.text
    assert "Förra svaret sparades " in page.text


def test_one_can_go_back_and_forth_without_answering(hall):
    phone = hall.phone("inkop")
    first, second = (Read(phone.get(f"/svara/{hall.items[place].id}").text) for place in (0, 1))
    assert {f"/d/{hall.code}/svara/{hall.items[place].id}" for place in (0, 2)} <= set(second.links)
    assert "Föregående" not in first.text
    assert "Nästa fråga" not in Read(phone.get(f"/svara/{hall.items[23].id}").text).text


def test_it_goes_on_where_it_was_after_coming_back(hall):
    phone = hall.phone("inkop")
    answer(phone, 0, "2")
    again = hall.phone()
    again.client.cookies = phone.client.cookies
    assert Read(again.get("/svara").text).heading == "1 av 24 besvarade"


def test_a_question_that_the_room_votes_on_points_to_the_vote(hall):
    phone = hall.phone("inkop")
    hall.open_vote(0)
    page = Read(phone.get(f"/svara/{hall.items[0].id}").text)
    assert "Ni röstar om den här frågan tillsammans just nu." in page.text
    assert f"/d/{hall.code}" in page.links
    assert "svar" not in page.names
    refused = answer(phone, 0, "2")
    assert refused.status_code == 409
    assert given(hall) == {}
    assert answer(phone, 1, "2").status_code == 303
    notice = phone.get(f"/svara/{hall.items[1].id}").text
    assert '<p class="notice" id="open" role="status">En omröstning är öppen i rummet.' in notice


def test_without_a_vote_the_notice_is_hidden(hall):
    page = hall.phone("inkop").get(f"/svara/{hall.items[1].id}").text
    assert '<p class="notice" id="open" role="status" hidden>' in page


@pytest.mark.parametrize("item", ["FEL-01", "POL-02x", "<b>", "TID-04" * 50])
def test_a_question_that_is_not_asked_is_a_sentence(hall, item):
    phone = hall.phone("inkop")
    for page in (phone.get(f"/svara/{item}"), phone.post(f"/svara/{item}", {"svar": "2"})):
        assert page.status_code == 404
        assert "<b>" not in page.text


def test_only_those_who_are_in_and_only_before_the_end(hall):
    stranger, phone = hall.phone(), hall.phone("inkop")
    for path in ("/svara", f"/svara/{hall.items[0].id}"):
        assert stranger.get(path).headers["location"] == f"/d/{hall.code}"
    assert answer(stranger, 0, "2").headers["location"] == f"/d/{hall.code}"
    hall.facilitator.close()
    assert phone.get("/svara").headers["location"] == f"/d/{hall.code}"
    assert answer(phone, 0, "2").headers["location"] == f"/d/{hall.code}"
    assert given(hall) == {}


def test_each_sees_only_their_own(hall):
    phone, other = hall.phone("inkop"), hall.phone("behovsagare")
    answer(phone, 0, "not_applicable", skal="bara min")
    page = other.get(f"/svara/{hall.items[0].id}")
    assert "bara min" not in page.text
    assert Read(page.text).checked == []
    assert Read(other.get("/svara").text).heading == "0 av 24 besvarade"
