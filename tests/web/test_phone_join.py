"""Coming in: code, role, name, and coming back as the same person."""

from pathlib import Path

import pytest

from assessment.services import attendance, join_codes
from assessment.services.presence import PRESENCE
from tests.builders import ADA
from tests.web.hall import Hall, Read


def test_a_typed_code_leads_to_the_workshop(hall):
    phone = hall.phone()
    form = Read(phone.client.get("/d").text)
    assert (form.heading, form.names) == ("Vilken kod har workshopen?", {"kod"})
    spoken = f"{hall.code[:3].lower()}-{hall.code[3:]}"
    answer = phone.client.post("/d", data={"kod": spoken})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/d/{hall.code}")


def test_an_unknown_code_is_a_sentence_with_the_form(hall):
    for answer in (hall.phone().client.post("/d", data={"kod": "<b>bbb111"}), hall.phone().client.get("/d/bbbb111")):
        assert answer.status_code == 404
        assert "Ingen workshop har koden BBBB111." in answer.text
        assert Read(answer.text).names == {"kod"}


def test_the_form_offers_the_roles_of_the_checklist(hall):
    page = hall.phone().scan()
    assert page.status_code == 200
    read = Read(page.text)
    assert all(role in read.text for role in ("Beslutsfattare", "Upphandlingsfunktion", "Behovsägare"))
    assert read.checked == []
    assert read.names == {"roll", "n"}


def test_one_person_may_hold_several_roles(hall):
    hall.phone("inkop", "beslutsfattare")
    (person,) = hall.people()
    assert person.roles == ("beslutsfattare", "inkop")


def test_a_role_must_be_chosen_and_known(hall):
    for roles, told in (((), "Välj minst en roll."), (("kung",), "Checklistan har ingen roll kung.")):
        answer = hall.phone().join(*roles)
        assert answer.status_code == 422
        assert told in answer.text
    assert hall.people() == []


def test_what_was_filled_in_stays_when_something_is_wrong(open_hall):
    answer = open_hall.phone().join("inkop", "kung", name='Ada "A" <b>')
    assert Read(answer.text).checked == ["inkop"]
    assert "Ada &#34;A&#34; &lt;b&gt;" in answer.text


def test_a_name_is_asked_for_only_where_names_are_open(hall, open_hall):
    assert "namn" not in Read(hall.phone().scan().text).names
    asked = Read(open_hall.phone().scan().text)
    assert "namn" in asked.names
    assert "Alla ser vad du har röstat när svaren visas." in asked.text


def test_a_name_is_kept_only_where_names_are_open(hall, open_hall):
    hall.phone().join("inkop", name="Ada")
    open_hall.phone().join("inkop", name=" Ada\nLund ")
    assert [one.name for one in hall.people()] == [""]
    assert [one.name for one in open_hall.people()] == ["Ada Lund"]


def test_the_seat_is_kept_in_a_cookie_out_of_reach(hall):
    kept = hall.phone().join("inkop").headers["set-cookie"]
    assert kept.startswith("rustad_d_")
    assert kept.endswith("; Max-Age=2592000; Path=/d; HttpOnly; SameSite=Lax")
    assert hall.phone(scheme="https").join("inkop").headers["set-cookie"].endswith("; SameSite=Lax; Secure")


def test_no_token_is_stored_readable(hall):
    phone = hall.phone("inkop")
    (token,) = phone.cookies.values()
    raw = b"".join(path.read_bytes() for path in Path(hall.engine.url.database).parent.glob("rustad.db*"))
    assert token.encode() not in raw
    assert attendance.digest(token).encode() in raw


def test_one_who_comes_again_is_the_same_person(hall):
    phone = hall.phone("inkop")
    assert phone.room().heading == "Du är med."
    assert Read(phone.scan().text).heading == "Du är med."
    assert phone.join("beslutsfattare").status_code == 303
    assert [one.roles for one in hall.people()] == [("inkop",)]


def test_one_browser_may_sit_in_two_workshops(hall):
    other = Hall(hall.engine, hall.app)
    phone = hall.phone("inkop")
    phone.client.post(f"/d/{other.code}/med", data={"roll": "behovsagare", "n": other.join_code.key})
    assert len(phone.cookies) == 2
    assert "Upphandlingsfunktion" in phone.room().text
    assert "Behovsägare" in Read(phone.client.get(f"/d/{other.code}").text).text


@pytest.mark.parametrize("token", ["", "x", "å", "A" * 3000])
def test_a_made_up_cookie_opens_nothing(hall, token):
    phone = hall.phone("inkop")
    (name,) = phone.cookies
    answer = hall.phone().get(headers={"cookie": f"{name}={token}".encode()})
    assert Read(answer.text).heading == "Gå med i workshopen"


def test_a_seat_in_one_workshop_is_none_in_another(hall):
    other = Hall(hall.engine, hall.app)
    (token,) = hall.phone("inkop").cookies.values()
    (name,) = other.phone("inkop").cookies
    stranger = hall.phone()
    answer = stranger.client.get(f"/d/{other.code}", headers={"cookie": f"{name}={token}"})
    assert Read(answer.text).heading == "Gå med i workshopen"


def test_after_the_end_those_who_were_in_are_thanked_and_nobody_else_gets_in(hall):
    phone = hall.phone("inkop")
    hall.facilitator.close()
    assert phone.room().heading == "Workshopen är avslutad."
    assert "Tack för att du var med." in phone.room().text
    assert hall.phone().scan().status_code == 404
    assert hall.phone().join("inkop").status_code == 404
    assert len(hall.people()) == 1


def test_a_new_code_locks_nobody_out_who_is_in(hall):
    phone = hall.phone("inkop")
    old = hall.code
    hall.join_code = join_codes.renew(hall.engine, ADA, hall.workshop.id)
    assert Read(phone.client.get(f"/d/{old}").text).heading == "Du är med."
    assert phone.room().heading == "Du är med."
    assert hall.phone().client.get(f"/d/{old}").status_code == 404


def test_whoever_loads_a_page_is_in_the_room(hall):
    phone = hall.phone("inkop")
    (person,) = hall.people()
    assert PRESENCE.present(hall.workshop.id) == {person.id}
    phone.room()
    assert PRESENCE.present(hall.workshop.id) == {person.id}


def test_the_name_of_the_assessment_is_escaped(phone_house, whole):
    hall = Hall(phone_house, whole, name="<script>alert(1)</script>")
    assert "<script>alert" not in hall.phone().scan().text
    assert "<script>alert" not in hall.phone("inkop").get().text
