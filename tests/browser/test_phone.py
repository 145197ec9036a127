"""The phone page in a real browser: without contact, with the keyboard, small, large, dark, and for screen readers."""

import pytest
from playwright.sync_api import expect

from assessment.services import join_codes
from tests import builders
from tests.browser import axe
from tests.browser.chromium import NARROW, PHONE, screen
from tests.browser.phone import Phone
from tests.builders import ADA
from tests.workshop_builders import Facilitator, prepare

pytestmark = pytest.mark.browser
NO_CONTACT = "Ingen kontakt med servern. Din röst är inte sparad än. Vi försöker igen."


class Hall:
    """A workshop in the shared house, and the facilitator's steps."""

    def __init__(self, store):
        self.assessment = builders.start(store)
        self.workshop = prepare(store, self.assessment)
        self.facilitator = Facilitator(store, self.workshop)
        self.items = builders.asked(store, self.assessment)
        self.code = join_codes.join_code_of(store, ADA, self.workshop.id)

    def open_vote(self, place=0):
        self.facilitator.open_vote(self.items[place].id)
        return self.items[place].question.sv


@pytest.fixture
def hall(store):
    return Hall(store)


@pytest.fixture
def take_phone(browser, house, hall):
    """Phones that have joined. Once the test is over, they have met no error and asked no other computer."""
    contexts, phones = [], []

    def taking(*, size=PHONE, colours="light", code="sv", joined=True):
        contexts.append(screen(browser, size=size, colours=colours))
        phones.append(Phone(contexts[-1], house, hall.code, code=code))
        if joined:
            phones[-1].join("Upphandlingsfunktion")
        return phones[-1]

    yield taking
    for context in contexts:
        context.close()
    assert [error for phone in phones for error in phone.errors] == []
    assert [url for phone in phones for url in phone.outside] == []


def receipt(phone):
    return phone.page.locator(".receipt")


def test_a_vote_without_contact_is_sent_when_contact_is_back(take_phone, hall):
    phone = take_phone()
    phone.sees_question(hall.open_vote())
    phone.context.set_offline(True)
    phone.choose("2")
    phone.page.get_by_role("button").click()
    expect(phone.page.get_by_role("alert")).to_have_text(NO_CONTACT)
    expect(phone.page.locator(".receipt.saved")).to_have_count(0)
    phone.context.set_offline(False)
    phone.sees_receipt()
    expect(phone.page.locator(".error")).to_be_hidden()
    phone.reload()
    assert phone.chosen == "2"


def test_what_was_missed_without_contact_is_there_at_once_afterwards(take_phone, hall):
    phone = take_phone()
    phone.context.set_offline(True)
    question = hall.open_vote()
    phone.context.set_offline(False)
    phone.sees_question(question)


def test_a_choice_not_yet_sent_stays_while_the_round_is_the_same(take_phone, hall):
    phone, other = take_phone(), take_phone()
    question = hall.open_vote()
    other.sees_question(question)
    other.vote("1")
    phone.sees_question(question)
    phone.choose("3")
    phone.context.set_offline(True)
    hall.facilitator.reveal()
    hall.facilitator.undo()
    phone.context.set_offline(False)
    expect(phone.page.locator("body")).to_have_attribute("data-version", "3")
    assert phone.chosen == "3"


def test_a_changed_choice_is_not_called_saved(take_phone, hall):
    phone = take_phone()
    phone.sees_question(hall.open_vote())
    expect(receipt(phone)).to_contain_text("Ingen ser vem som har röstat vad.")
    phone.vote("1")
    expect(receipt(phone)).to_contain_text("Sparat ")
    phone.choose("4")
    expect(receipt(phone)).to_have_text("Ditt nya val är inte sparat än.")
    phone.choose("1")
    expect(receipt(phone)).to_contain_text("Sparat ")
    phone.choose("4")
    phone.page.get_by_role("button", name="Ändra röst").click()
    expect(receipt(phone)).to_contain_text("Sparat ")
    phone.reload()
    assert phone.chosen == "4"


def test_a_vote_without_a_choice_is_told(take_phone, hall):
    phone = take_phone()
    phone.sees_question(hall.open_vote())
    phone.page.get_by_role("button").click()
    expect(phone.page.get_by_role("alert")).to_have_text("Välj en nivå först, eller Vet inte eller Ej tillämpligt.")
    phone.vote("2")
    expect(phone.page.locator(".error")).to_be_hidden()


def test_the_focus_goes_to_a_new_question_and_other_changes_are_said(take_phone, hall):
    phone = take_phone()
    question = hall.open_vote()
    expect(phone.page.get_by_role("heading", name=question)).to_be_focused()
    phone.vote("2")
    hall.facilitator.reveal()
    phone.sees("The answers are shown on the big screen.")
    expect(phone.page.locator("#said")).to_have_text("Svaren visas på storbilden.")
    expect(phone.page.locator("h1")).not_to_be_focused()
    assert phone.page.title() == "Svaren visas på storbilden – Rustad"


def test_one_votes_with_the_keyboard_alone(take_phone, hall):
    phone = take_phone()
    phone.sees_question(hall.open_vote())
    keys = phone.page.keyboard
    keys.press("Tab")
    keys.press("Space")
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    keys.press("Tab")
    expect(phone.page.get_by_role("button")).to_be_focused()
    keys.press("Enter")
    phone.sees_receipt()
    assert phone.chosen == "2"


def test_one_who_answers_beforehand_is_called_to_the_vote(take_phone, hall):
    phone = take_phone()
    phone.page.get_by_role("link", name="Svara i förväg i din egen takt").click()
    phone.page.get_by_role("link", name="Börja svara").click()
    phone.choose("not_applicable")
    phone.page.get_by_label("Varför är frågan inte tillämplig hos er?").fill("Vi köper inte sådant.")
    phone.page.get_by_role("button", name="Spara och fortsätt").click()
    phone.sees_question(hall.items[1].question.sv)
    expect(receipt(phone)).to_contain_text("Förra svaret sparades ")
    expect(phone.page.locator("#open")).to_be_hidden()
    question = hall.open_vote(5)
    phone.page.get_by_role("link", name="Gå till omröstningen").click()
    phone.sees_question(question)


def states(phone, hall):
    """Walks through the pages and stops at each."""
    phone.page.goto(f"{phone.server.url}/d")
    yield "code"
    phone.scan()
    yield "join"
    phone.join("Upphandlingsfunktion")
    yield "lobby"
    phone.page.goto(f"{phone.address}/svara")
    yield "answers"
    phone.page.goto(f"{phone.address}/svara/{hall.items[0].id}")
    phone.choose("not_applicable")
    yield "question"
    phone.page.goto(phone.address)
    phone.sees_question(hall.open_vote(5))
    yield "vote"
    phone.vote("3")
    yield "voted"
    hall.facilitator.reveal()
    phone.sees("The answers are shown on the big screen.")
    yield "revealed"
    hall.facilitator.settle(hall.items[5].id, 2)
    phone.sees("You agreed on level {level}.", level=2)
    yield "settled"
    hall.facilitator.close()
    phone.sees("The workshop has ended.")
    yield "closed"


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_every_page_can_be_used_by_all(take_phone, hall, colours):
    phone = take_phone(colours=colours, joined=False)
    assert {name: found for name in states(phone, hall) if (found := axe.violations(phone.page))} == {}


@pytest.mark.parametrize("share", [100, 200])
def test_nothing_is_lost_on_a_small_phone_with_large_text(take_phone, hall, share):
    phone = take_phone(size=NARROW, joined=False)
    lost = {}
    for name in states(phone, hall):
        phone.page.evaluate("size => (document.documentElement.style.fontSize = size)", f"{share}%")
        lost[name] = phone.page.evaluate(
            """() => [...document.querySelectorAll("main *")].filter((one) => {
                 const place = one.getBoundingClientRect();
                 return place.width && !one.closest(".hidden") && (place.right > screen.width + 1 || place.left < -1);
               }).map((one) => one.outerHTML.slice(0, 80))"""
        )
    assert {name: found for name, found in lost.items() if found} == {}


def test_what_one_presses_is_large_enough(take_phone, hall):
    phone = take_phone(joined=False)
    small = {}
    for name in states(phone, hall):
        heights = (
            phone.page.locator("main")
            .locator(".row, button, .button, input[type=text], .list a")
            .evaluate_all("all => all.map((one) => one.getBoundingClientRect().height).filter((height) => height < 48)")
        )
        if heights:
            small[name] = heights
    assert small == {}
