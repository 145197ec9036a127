"""The room: a projector, a facilitator and five phones, through two votes and an agreed level."""

import re

import pytest
from playwright.sync_api import expect

from assessment.domain.workshop_parts import Names, Stage
from assessment.services import join_codes, room, steps, workshops
from tests import builders
from tests.browser import axe
from tests.browser.chromium import PATIENCE, PHONE, PROJECTOR, screen
from tests.browser.phone import Phone
from tests.builders import ADA

pytestmark = pytest.mark.browser
ROLES = ("inkop", "inkop", "inkop", "beslutsfattare", "behovsagare")
STORBILD = {"vy": "storbild"}
STEPS = {"n": "do-step", "u": "undo", "2": "settle-2"}  # what a key presses


@pytest.fixture
def take_phone(browser):
    """Phones that, once the test is over, have met no error and asked no other computer for anything."""
    contexts, phones = [], []

    def taking(server, code, *, language="sv", colours="light"):
        context = screen(browser, size=PHONE, colours=colours)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        phones.append(Phone(context, server, code, code=language))
        return phones[-1]

    yield taking
    for context in contexts:
        context.close()
    assert [error for phone in phones for error in phone.errors] == []
    assert [url for phone in phones for url in phone.outside] == []


class Room:
    """What the tests know about a workshop, read from disk."""

    def __init__(self, engine, *, names=Names.HIDDEN):
        self.engine = engine
        self.assessment = builders.start(engine)
        self.workshop = workshops.prepare(engine, ADA, self.assessment.id, names=names)
        self.code = join_codes.join_code_of(engine, ADA, self.workshop.id)
        self.query = {"a": self.assessment.id, "w": self.workshop.id}

    @property
    def now(self):
        return room.room(self.engine, ADA, self.workshop.id)

    def role(self, role_id, language):
        return language.of(next(one.name for one in self.now.checklist.roles if one.id == role_id))


def step(visitor, key):
    """Press a key once there is something for it to press: till then nobody listens."""
    visitor.settle()
    expect(visitor.page.locator(f'[class*="st-key-{STEPS[key]}"] button:not([disabled])').first).to_be_attached()
    visitor.press(key)


def clean(page, accepted):
    assert {rule: nodes for rule, nodes in axe.violations(page).items() if rule not in accepted} == {}


@pytest.mark.parametrize("code", ["sv", "en"])
def test_a_room_votes_twice_and_agrees(arrive, take_phone, house, store, accepted, code):
    hall = Room(store)
    projector = arrive(house, size=PROJECTOR, code=code)
    facilitator = arrive(house, code=code)
    projector.open("workshop", **hall.query, **STORBILD)
    facilitator.open("workshop", **hall.query)
    phones = [take_phone(house, hall.code, language=code) for _ in ROLES]
    for phone, role in zip(phones, ROLES, strict=True):
        phone.join(hall.role(role, phone.language))
    clean(phones[0].page, set())
    step(facilitator, "n")
    expect(projector.page.get_by_text(projector.language.text("have voted"))).to_be_visible()
    question = projector.language.of(hall.now.item.question)
    for phone, level in zip(phones[:3], "014", strict=True):
        phone.sees_question(question)
        phone.vote(level)
    clean(phones[0].page, set())
    expect(projector.page.get_by_text("3 av 5" if code == "sv" else "3 of 5")).to_be_visible()
    phones[0].reload()
    assert phones[0].chosen == "0"
    phones[0].vote("1")
    phones[3].vote("3")
    phones[4].vote("unknown")
    clean(projector.page, accepted["light"])
    step(facilitator, "n")
    expect(
        projector.page.get_by_text(projector.language.text("Divided view"))
        .or_(projector.page.get_by_text(projector.language.text("Spread")))
        .first
    ).to_be_visible()
    assert hall.now.tally.level_counts == (0, 2, 0, 1, 1)
    expect(phones[0].page.locator("input[name=svar]")).to_have_count(0)
    clean(projector.page, accepted["light"])
    clean(facilitator.page, accepted["light"])
    clean(phones[0].page, set())
    step(facilitator, "n")
    for phone in phones:
        phone.sees_question(question)
        assert phone.chosen is None
        phone.vote("2")
    projector.reload()
    expect(projector.page.get_by_text("5 av 5" if code == "sv" else "5 of 5")).to_be_visible()
    facilitator.reload()
    step(facilitator, "n")
    facilitator.sees("Consensus")
    step(facilitator, "2")
    facilitator.sees("Agreed level {level}", level=2)
    assert hall.now.agreed == {hall.now.item.id: 2}
    expect(projector.page.get_by_text(projector.language.text("Agreed level {level}", level=2)).first).to_be_visible()
    step(facilitator, "u")
    expect(facilitator.page.get_by_text(facilitator.language.text("Agree on a level"))).to_be_visible()
    assert hall.now.agreed == {}


def test_an_unsent_choice_survives_what_others_do(take_phone, house, store):
    hall = Room(store)
    one, other = take_phone(house, hall.code), take_phone(house, hall.code)
    for phone in (one, other):
        phone.join("Upphandlingsfunktion")
    _open_vote(hall)
    one.sees_question(hall.now.item.question.sv)
    one.choose("3")
    other.vote("1")
    assert one.chosen == "3"


def test_a_phone_without_script_votes_too(browser, house, store):
    hall = Room(store)
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    phone = Phone(context, house, hall.code)
    phone.join("Upphandlingsfunktion")
    _open_vote(hall)
    phone.reload()
    phone.sees_question(hall.now.item.question.sv)
    phone.vote("4")
    assert hall.now.rounds[-1].revealed is False
    phone.reload()
    assert phone.chosen == "4"
    context.close()


def test_names_stand_on_the_screen_where_they_are_open(arrive, take_phone, house, store):
    hall = Room(store, names=Names.OPEN)
    phone = take_phone(house, hall.code)
    phone.join("Upphandlingsfunktion", name="Eva Ödén")
    _open_vote(hall)
    phone.vote("2")
    projector = arrive(house, size=PROJECTOR)
    projector.open("workshop", **hall.query, **STORBILD)
    assert "Eva Ödén" not in projector.text
    step(projector, "n")
    expect(projector.page.get_by_text("Eva Ödén")).to_be_visible()


def test_a_server_killed_in_the_middle_of_a_vote_goes_on_with_it(arrive, take_phone, own_house):
    store = own_house.open_store()
    hall = Room(store)
    projector = arrive(own_house, size=PROJECTOR)
    projector.open("workshop", **hall.query, **STORBILD)
    one, other = take_phone(own_house, hall.code), take_phone(own_house, hall.code)
    for phone in (one, other):
        phone.join("Upphandlingsfunktion")
    _open_vote(hall)
    one.vote("3")
    other.choose("1")
    own_house.kill()
    other.page.locator("main .send button").click()
    own_house.start()
    other.sees_receipt()
    expect(projector.page.get_by_text("2 av 2")).to_be_visible()
    one.reload()
    assert one.chosen == "3"
    step(projector, "n")
    expect(projector.page.get_by_text(re.compile("En svarar nivå 1"))).to_be_visible()
    assert hall.now.workshop.stage is Stage.REVEALED
    store.dispose()


def test_the_screens_of_the_room_can_be_used_by_all(arrive, house, store, accepted):
    hall = Room(store)
    facilitator = arrive(house)
    facilitator.open("workshop", a=hall.assessment.id)
    clean_in_both(facilitator, accepted)
    facilitator.open("workshop", **hall.query)
    facilitator.unfold()
    clean_in_both(facilitator, accepted)
    facilitator.open("workshop", **hall.query, **STORBILD)
    facilitator.press("k")
    expect(facilitator.page.locator('html[data-controls="on"]')).to_be_attached()
    clean_in_both(facilitator, accepted)


def clean_in_both(visitor, accepted):
    for colours in axe.COLOURS:
        visitor.sees_in(colours)
        clean(visitor.page, accepted[colours])


def test_hands_are_counted_from_the_keyboard(arrive, house, store):
    hall = Room(store)
    facilitator = arrive(house)
    facilitator.open("workshop", **hall.query)
    step(facilitator, "n")
    facilitator.sees("Count hands or paper ballots")
    facilitator.page.get_by_text("Räkna händer eller röstsedlar").click()
    field = facilitator.page.get_by_label("Nivå 0", exact=True)
    field.click()
    for count in "0331000":
        facilitator.page.keyboard.type(count)
        facilitator.press("Tab")
    facilitator.page.get_by_role("button", name="Visa räkningen").click()
    expect(facilitator.page.get_by_text("Svaren går från nivå 1 till nivå 3.").first).to_be_visible()
    assert hall.now.tally.level_counts == (0, 3, 3, 1, 0)


def _open_vote(hall):
    item = hall.now.next_item
    steps.open_vote(hall.engine, ADA, hall.workshop.id, version=hall.now.workshop.version, item_id=item.id)
