"""Vägval in Chromium: from an activity in the register to a signed decision record, in both languages."""

from datetime import date

import pytest

from assessment.domain.activity import ActivityFacts, Operation, Situation
from assessment.domain.delivery import DeliveryFacts, Outage
from assessment.domain.way import Act, Mark, Office, Security, Way
from assessment.domain.way_gates import Gate
from assessment.services import entries, organisations, ways
from assessment.services.registers import ACTIVITIES, DELIVERIES
from assessment.texts.way_labels import ACT, MARK, OFFICE, SECURITY, WAY
from tests import builders
from tests.browser.axe import COLOURS, violations
from tests.browser.chromium import DESKTOP, PHONE
from tests.browser.way_walker import Walker
from tests.builders import ADA

pytestmark = pytest.mark.browser
MOST_CLICKS = 45  # for the whole record
WATER = ActivityFacts(
    "Dricksvatten",
    why="Alla behöver det.",
    function="Vatten i kranen",
    situations=frozenset({Situation.WAR}),
    operation=Operation.OWN,
    risk_owner="Nämnden",
    decided_on=date(2024, 3, 1),
)


@pytest.fixture
def registered(store, request):
    """An organisation of this test alone, whose register holds one activity that copes for a day."""
    assessment = builders.start(store, organisation=request.node.name)
    organisation = organisations.of_assessment(store, ADA, assessment.id)
    water = entries.add(store, ADA, ACTIVITIES, organisation.id, WATER)
    entries.add(store, ADA, DELIVERIES, organisation.id, DeliveryFacts("El", {water.id: Outage.DAY}))
    return organisation


@pytest.mark.parametrize(("size", "code"), [(DESKTOP, "sv"), (PHONE, "en")], ids=["desktop-sv", "phone-en"])
def test_a_record_is_made_and_signed_by_somebody_who_has_the_facts(
    arrive, house, store, registered, accepted, size, code
):
    visitor = arrive(house, size=size, code=code)
    visitor.open("vagval", o=registered.id)
    breaks_no_rule(visitor, accepted)
    walker = Walker(visitor)
    visitor.page.get_by_role("button", name=visitor.language.text("Begin"), exact=True).click()
    walker.clicks += 1
    analyse_the_law(walker)
    compare(walker)
    visitor.reload()  # interrupted and resumed
    walker.next(Gate.ACT)
    walker.pick("act", ACT[Act.LOU])
    walker.next(Gate.TERMS)
    for name in ("conditions", "money", "transition", "exit-plan", "follow-up"):
        walker.write(name.replace("-", "_"), "Prövat och bestämt i nämnden.")
    walker.next(Gate.DECIDE)
    breaks_no_rule(visitor, accepted)
    decide(walker)
    visitor.sees("Begin a new version")
    breaks_no_rule(visitor, accepted)
    [row] = ways.board(store, ADA, registered.id).rows
    assert row.in_force.facts.chosen is Way.PROCUREMENT
    assert row.in_force.facts.signed_despite == ""
    assert walker.clicks <= MOST_CLICKS
    print(f"\n{code}: {walker.clicks} clicks, {walker.written} characters")


def breaks_no_rule(visitor, accepted):
    visitor.settle()
    for colours in COLOURS:
        visitor.sees_in(colours)
        found = violations(visitor.page)
        assert {rule: nodes for rule, nodes in found.items() if rule not in accepted[colours]} == {}, colours


def analyse_the_law(walker):
    walker.pick("identified", "Yes")
    walker.next(Gate.HANDOVER)
    walker.pick("handover", "Yes")
    walker.write("ground", "Ingen myndighetsutövning.")
    walker.next(Gate.SECURITY)
    walker.pick("security", SECURITY[Security.NOT_CONCERNED])
    walker.day("security_on", "2026-09-01")
    walker.next(Gate.FORM)


def compare(walker):
    for way in (Way.OWN, Way.PROCUREMENT):
        walker.pick("options", WAY[way])
    for way in (Way.OWN, Way.PROCUREMENT):
        walker.write(f"effect-{way}", "Styrning, reserv och kostnad beskrivna.")
    for argument in ("egen-snabbt", "andra-flera"):
        walker.pick(f"mark-{argument}", MARK[Mark.HOLDS])
    walker.visitor.settle()


def decide(walker):
    walker.pick("chosen", WAY[Way.PROCUREMENT])
    for office in Office:
        walker.pick("offices", OFFICE[office])
    for name in ("motive", "dissent", "secrecy", "risk", "triggers", "communication", "responsibility"):
        walker.write(name, "Prövat och bestämt i nämnden.")
    walker.day("review_on", "2098-01-01")
    walker.visitor.settle()
    walker.visitor.write("Signed by", "Eva Berg")
    walker.visitor.write("Role of the signer", "Ordförande")
    walker.press("do-sign")
    walker.visitor.settle()
