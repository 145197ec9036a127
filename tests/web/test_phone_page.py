"""What a page weighs, which language it speaks, and that it needs nothing else."""

import re

import pytest

from tests.web.hall import Read


def test_all_that_a_phone_loads_is_light(hall):
    phone = hall.phone("inkop", "beslutsfattare", "behovsagare")
    item = max(hall.items, key=lambda one: len(one.question.sv) + sum(len(level.sv) for level in one.levels))
    hall.open_vote(hall.items.index(item))
    page = phone.get().text
    rest = [phone.client.get(address).content for address in loaded(page)]
    assert len(rest) == 2
    assert len(page.encode()) + sum(map(len, rest)) <= 60_000
    assert len(rest[0]) < 6_000  # the script


def loaded(page):
    """Every address that the browser fetches by itself."""
    return [*re.findall(r'<script src="([^"]+)"', page), *re.findall(r"url\((/[^)]+)\)", page)]


def test_a_page_names_no_other_place(hall):
    phone = hall.phone("inkop")
    hall.open_vote()
    for page in (phone.get().text, phone.get("/svara").text, phone.client.get("/d").text):
        assert all(address.startswith("/d") for address in [*Read(page).links, *loaded(page)])
        assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")
        assert "https://" not in page


@pytest.mark.parametrize("stage", ["code", "join", "lobby", "vote", "answers", "question", "wrong"])
def test_the_language_is_a_choice_that_lasts(hall, stage):
    phone = hall.phone(*(() if stage in ("code", "join", "wrong") else ("inkop",)))
    if stage == "vote":
        hall.open_vote()
    path = {
        "code": "/d",
        "wrong": "/d/x/y/z",
        "answers": f"/d/{hall.code}/svara",
        "question": f"/d/{hall.code}/svara/{hall.items[0].id}",
    }.get(stage, f"/d/{hall.code}")
    swedish = Read(phone.client.get(path).text)
    assert swedish.language == "sv"
    assert "In English" in swedish.text
    to_english = next(link for link in swedish.links if "lang=en" in link)
    answer = phone.client.get(to_english)
    assert "rustad_lang=en; Max-Age=31536000; Path=/d" in answer.headers["set-cookie"]
    english = Read(phone.client.get(path).text)
    assert english.language == "en"
    assert "På svenska" in english.text
    assert english.heading != swedish.heading or stage == "wrong"
    assert Read(phone.client.get(path, params={"lang": "sv"}).text).language == "sv"


@pytest.mark.parametrize("asked", ["xx", "", "EN", '"><script>'])
def test_a_language_that_there_is_not_is_not_remembered(hall, asked):
    answer = hall.phone().client.get("/d", params={"lang": asked})
    assert Read(answer.text).language == "sv"
    assert "set-cookie" not in answer.headers


def test_changing_the_language_does_not_lose_the_key(hall):
    page = Read(hall.phone().scan().text)
    assert f"/d/{hall.code}?n={hall.join_code.key}&lang=en" in page.links


def test_the_receipt_comes_in_the_language_of_the_page(hall):
    phone, round_id = hall.phone("inkop"), hall.open_vote()
    phone.get(params={"lang": "en"})
    told = phone.vote(round_id, 2).json()
    assert told["told"] == f"Saved {told['saved']}. You can change it until the answers are shown."
    assert told["saved"][2] == ":"


def test_every_choice_has_its_label_and_the_group_its_question(hall):
    phone = hall.phone("inkop")
    hall.open_vote()
    page = phone.get().text
    assert page.count('<label class="choice"><input type="radio" name="svar"') == 7
    assert '<fieldset aria-labelledby="question how">' in page
    assert 'id="question"' in page
    assert '<legend id="how">' in page
    assert '<p class="error" role="alert">' in page
    assert 'role="status"' in page
