"""Every screen in light and dark: nothing that axe can find beyond what bare Streamlit owes, and no sideways scrolling."""

import pytest

from assessment.domain.response import NOT_APPLICABLE
from tests import builders
from tests.browser.axe import COLOURS, violations
from tests.browser.chromium import NARROW, PHONE

pytestmark = pytest.mark.browser
SCREENS = {
    "start": ("", {}),
    "role": ("svara", {"p": "ny"}),
    "item": ("svara", {"q": "POL-01"}),
    "not applicable": ("svara", {"q": "POL-02"}),
    "dimension": ("svara", {"q": "POL-01", "vy": "omrade"}),
    "results": ("resultat", {}),
    "actions": ("atgarder", {}),
    "wrong link": ("resultat", {"a": "finns-inte"}),
}


@pytest.fixture(scope="package")
def half_answered(store):
    """Ben has answered the first ten; the second does not apply."""
    assessment = builders.start(store)
    ben = builders.join(store, assessment, builders.BEN)
    items = builders.asked(store, assessment)[:10]
    levels = {item.id: place % 5 for place, item in enumerate(items)} | {items[1].id: NOT_APPLICABLE}
    builders.answer_all(store, ben, levels)
    return {"a": assessment.id, "p": ben.id}


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_can_be_used_by_all(arrive, house, half_answered, accepted, name):
    path, query = SCREENS[name]
    visitor = arrive(house)
    visitor.open(path, **half_answered | query)
    assert visitor.page.get_by_role("heading", level=1).count() == 1
    visitor.unfold()
    for colours in COLOURS:
        visitor.sees_in(colours)
        found = violations(visitor.page)
        assert {rule: nodes for rule, nodes in found.items() if rule not in accepted[colours]} == {}, colours


@pytest.mark.parametrize("name", SCREENS)
def test_nothing_is_wider_than_a_phone(arrive, house, half_answered, name):
    path, query = SCREENS[name]
    visitor = arrive(house, size=PHONE)
    visitor.open(path, **half_answered | query)
    for size in (PHONE, NARROW):
        visitor.resize(size)
        assert visitor.overflow == 0, size


def test_axe_finds_nothing_on_the_first_visit(arrive, own_house, accepted):
    visitor = arrive(own_house)
    visitor.open()
    assert set(violations(visitor.page)) - accepted["light"] == set()
