"""Resultat and the printed pages after a workshop, in Chromium: nothing that axe finds, nothing wider than a phone."""

import pytest

from tests import builders
from tests.browser.axe import COLOURS, violations
from tests.browser.chromium import NARROW
from tests.workshop_builders import Facilitator, attend, prepare, vote

pytestmark = pytest.mark.browser
ROLES = ("inkop", "inkop", "inkop", "beslutsfattare", "beslutsfattare", "beslutsfattare", "jurist_sakerhet")


@pytest.fixture(scope="module")
def held(store):
    """Seven people have voted twice on six questions and agreed on five of them."""
    assessment = builders.start(store)
    ada = Facilitator(store, prepare(store, assessment, facilitator="Eva Berg"))
    tokens = [attend(store, ada.seen, role=role) for role in ROLES]
    for place, item in enumerate(builders.asked(store, assessment)[:6]):
        for shift in (0, 1):
            round_id = ada.open_vote(item.id)
            for number, token in enumerate(tokens):
                vote(store, token, round_id, (number * (2 - shift) + place) % 5)
            ada.reveal()
        if place:
            ada.settle(item.id, 2, note="Därför att planen inte är övad")
    return assessment.id, ada.seen.id


def test_axe_finds_nothing_on_the_result_with_everything_shown(arrive, house, held, accepted):
    visitor = arrive(house)
    visitor.open("resultat", a=held[0], fragor="1", enade="1")
    visitor.page.get_by_role("heading", name="Ni har enats om 5 av 24 frågor").wait_for()
    visitor.unfold()
    for colours in COLOURS:
        visitor.sees_in(colours)
        found = violations(visitor.page)
        assert {rule: nodes for rule, nodes in found.items() if rule not in accepted[colours]} == {}, colours


def test_the_result_is_no_wider_than_a_phone(arrive, house, held):
    visitor = arrive(house, size=NARROW)
    visitor.open("resultat", a=held[0], fragor="1", enade="1")
    visitor.page.get_by_role("heading", name="Ni har enats om 5 av 24 frågor").wait_for()
    assert visitor.overflow == 0


@pytest.mark.parametrize("path", ["protokoll?w={workshop}", "rostsedlar?lang=en", "beslutsunderlag"])
def test_axe_finds_nothing_on_the_printed_pages_and_they_fit_a_phone(arrive, house, held, path):
    assessment, workshop = held
    visitor = arrive(house, size=NARROW)
    visitor.page.goto(f"{house.url}/utskrift/{assessment}/{path.format(workshop=workshop)}")
    assert violations(visitor.page) == {}
    assert visitor.overflow == 0


@pytest.mark.parametrize("code", ["sv", "en"])
def test_paper_ballots_of_the_quick_check_are_one_page(arrive, house, held, code):
    visitor = arrive(house)
    visitor.page.goto(f"{house.url}/utskrift/{held[0]}/rostsedlar?lang={code}")
    printed = visitor.page.pdf(prefer_css_page_size=True, print_background=True)
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") == 1
