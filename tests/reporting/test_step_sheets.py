"""The four steps' sheets in the assessment's workbook: there when something is registered, never read as a plan."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from assessment.domain.action import Plan
from assessment.domain.activity import ActivityFacts
from assessment.domain.delivery import DeliveryFacts, Outage
from assessment.domain.document import DocumentFacts, DocumentLevel
from assessment.domain.message import MessageFacts
from assessment.reporting.plan_file import open_plan
from assessment.reporting.workbook import assessment_workbook
from assessment.services import actions, entries, organisations, ways
from assessment.services.documents import DOCUMENTS
from assessment.services.four_steps import whole
from assessment.services.messages import MESSAGES
from assessment.services.registers import ACTIVITIES, DELIVERIES
from tests.builders import ADA, BEN, answer_all, join
from tests.reporting.returned import EN, SV, bring_in, proposed, saved, told, with_cells

END = date(2097, 3, 31)
STEPS = (
    *("Activities", "Deliveries", "Dependencies", "Contracts", "Ways forward", "Governing documents"),
    *("Documents by dimension", "Questions about documents", "Messages", "Yearly wheel"),
)


@pytest.fixture
def planned(engine, full_assessment):
    """All answered with 0 or 1, and an action."""
    answer_all(engine, join(engine, full_assessment, BEN), (0, 1))
    return actions.add(engine, ADA, full_assessment.id, Plan("Besluta en policy", aims={"POL-01": 3}))


@pytest.fixture
def registered(engine, full_assessment, planned):
    """Something in every step, and a policy in force on a question at level 0."""
    home = organisations.of_assessment(engine, ADA, full_assessment.id)
    water = entries.add(engine, ADA, ACTIVITIES, home.id, ActivityFacts("Vatten"))
    policy = DocumentFacts(
        "Policy", DocumentLevel.POLICY, owner="Bo", note="x", adopted_on=date(2020, 1, 1), items=frozenset({"POL-01"})
    )
    for shelf, facts in (
        (DELIVERIES, DeliveryFacts("El", reliance={water.id: Outage.DAY}, contract_end=END)),
        (DOCUMENTS, policy),
        (MESSAGES, MessageFacts("Chefer", planned_on=END)),
    ):
        entries.add(engine, ADA, shelf, home.id, facts)
    ways.begin(engine, ADA, water.id)


def made(engine, assessment, words=SV, *, steps=True):
    found = whole(engine, ADA, assessment.id)
    return assessment_workbook(found.report, words, version="1", steps=found.steps if steps else None)


def without_machine_keys(content):
    """As when somebody has copied the cells to sheets of their own: only the headings tell what is what."""
    workbook = load_workbook(BytesIO(content))
    for sheet in workbook.worksheets:
        if sheet.title != "_rustad":
            sheet.delete_rows(3)
    return saved(workbook)


@pytest.mark.slow
@pytest.mark.parametrize("words", [SV, EN], ids=["sv", "en"])
@pytest.mark.usefixtures("registered")
def test_only_the_gap_list_and_the_plan_are_read_back_with_keys_or_without(engine, full_assessment, words):
    content = made(engine, full_assessment, words)
    titles = load_workbook(BytesIO(content)).sheetnames
    assert [one for one in titles if one in {words.text(step) for step in STEPS}] == [words.text(one) for one in STEPS]
    lists = [one.title for one in open_plan(made(engine, full_assessment, words, steps=False)).sheets]
    for one in (content, without_machine_keys(content)):
        assert [found.title for found in open_plan(one).sheets] == lists


@pytest.mark.slow
@pytest.mark.usefixtures("registered")
def test_a_plan_that_comes_back_with_the_sheets_changes_the_same_as_without(engine, full_assessment):
    edits = (("Plan", "Besluta en policy", "owner", "Eva"), ("Gap", "POL-03", "note", "Ring Bo"))
    with_sheets, plain = (
        proposed(engine, full_assessment, with_cells(made(engine, full_assessment, steps=steps), *edits))
        for steps in (True, False)
    )
    assert told(with_sheets) == told(plain) != []
    asked = SV.text("Questions about documents")
    scribbled = with_cells(made(engine, full_assessment), *edits, (asked, "POL-01", "ask", "Klart"))
    bring_in(engine, full_assessment, scribbled)
    assert {one.plan.owner for one in actions.of_assessment(engine, ADA, full_assessment.id)} == {"Eva", ""}


@pytest.mark.usefixtures("planned")
def test_an_organisation_that_has_registered_nothing_gives_no_sheets(engine, full_assessment):
    assert whole(engine, ADA, full_assessment.id).steps is None
    organisations.of_assessment(engine, ADA, full_assessment.id)
    assert whole(engine, ADA, full_assessment.id).steps is None


@pytest.mark.usefixtures("registered")
def test_the_last_sheet_says_that_they_are_only_for_reading(engine, full_assessment):
    about = load_workbook(BytesIO(made(engine, full_assessment)))["Om"]
    facts = dict(about.iter_rows(min_row=4, max_col=2, values_only=True))["Från de fyra stegen"]
    assert "Verksamheter" in facts and "läses inte in" in facts
