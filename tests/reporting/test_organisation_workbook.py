"""One workbook of the four steps: all that is registered, as text and days, in either language, only for reading."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from assessment.domain.activity import ActivityFacts
from assessment.domain.checklist import Scope
from assessment.domain.delivery import DeliveryFacts, Known, Outage
from assessment.domain.document import DocumentFacts, DocumentLevel
from assessment.domain.message import MessageFacts
from assessment.domain.organisation import Organisation
from assessment.reporting.form_errors import FileIsFourSteps
from assessment.reporting.form_file import open_form
from assessment.reporting.organisation_workbook import organisation_workbook, organisation_workbook_name
from assessment.reporting.plan_file import open_plan
from assessment.services import entries, organisations, ways
from assessment.services.documents import DOCUMENTS
from assessment.services.four_steps import four_steps
from assessment.services.messages import MESSAGES
from assessment.services.registers import ACTIVITIES, DELIVERIES
from assessment.services.ways import RECORDS
from assessment.texts.language import language
from tests import builders
from tests.builders import ADA
from tests.domain.register_entries import EKVIK, MOMENT
from tests.domain.way_facts import COMPLETE

SV, EN = language("sv"), language("en")
END, SENT = date(2027, 3, 31), date(2026, 9, 2)
HOSTILE = DocumentFacts(
    "=cmd|'/c calc'!A1",
    DocumentLevel.POLICY,
    adopted_on=date(2024, 1, 15),
    items=frozenset({"POL-02"}),
    note="rad ett\nrad två _x0041_",
)


@pytest.fixture
def organisation(engine):
    """Ekvik, where Ben has answered that the purchasing policy is at level 0."""
    begun = builders.start(engine, scope=Scope.FULL, organisation="Ekviks kommun")
    builders.answer_all(engine, builders.join(engine, begun, builders.BEN), {"POL-02": 0})
    return organisations.of_assessment(engine, ADA, begun.id)


@pytest.fixture
def water(engine, organisation):
    return entries.add(engine, ADA, ACTIVITIES, organisation.id, ActivityFacts("=HYPERLINK(1)", note="+46"))


@pytest.fixture
def decided(engine, water):
    """A signed record, and a draft that is to take its place and has no reasons yet."""
    facts = replace(COMPLETE, activity_id=water.id, motive="=1+1\x07" + "ö" * 5_000)
    begun = ways.begin(engine, ADA, water.id)
    kept = entries.change(engine, ADA, RECORDS, begun.id, version=begun.version, facts=facts)
    signed = ways.sign(engine, ADA, kept.id, version=kept.version, name="@Eva", role="-ordförande", on=SENT)
    later = ways.supersede(engine, ADA, signed.id)
    entries.change(engine, ADA, RECORDS, later.id, version=later.version, facts=replace(later.facts, motive=""))


@pytest.fixture
def filled(engine, organisation, water, decided):
    """Something in every step."""
    power = DeliveryFacts("El", reliance={water.id: Outage.DAY}, reserve=Known.NO, contract_end=END)
    entries.add(engine, ADA, DELIVERIES, organisation.id, power)
    entries.add(engine, ADA, DOCUMENTS, organisation.id, HOSTILE)
    entries.add(engine, ADA, MESSAGES, organisation.id, MessageFacts("Beställare", text="=1+1", sent_on=SENT))


@pytest.fixture
def made(engine, organisation):
    return lambda spoken: organisation_workbook(four_steps(engine, ADA, organisation.id), spoken, version="1")


def rows_of(workbook, title):
    """The cells of a list's rows, by machine key."""
    keys = [cell.value for cell in workbook[title][3]]
    return [dict(zip(keys, row, strict=True)) for row in workbook[title].iter_rows(min_row=5)]


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("spoken", [SV, EN], ids=["sv", "en"])
def test_every_step_has_its_sheet(made, spoken):
    workbook = load_workbook(BytesIO(made(spoken)))
    titles = (
        *("Activities", "Deliveries", "Dependencies", "Contracts", "Ways forward", "Governing documents"),
        *("Documents by dimension", "Questions about documents", "Messages", "Yearly wheel", "About"),
    )
    assert workbook.sheetnames == [*(spoken.text(one) for one in titles), "_rustad"]
    assert workbook["_rustad"].sheet_state == "veryHidden"


@pytest.mark.usefixtures("filled")
def test_what_is_registered_comes_back_as_it_was(made):
    workbook = load_workbook(BytesIO(made(SV)))
    (activity,), (document,) = rows_of(workbook, "Verksamheter"), rows_of(workbook, "Styrdokument")
    (message,) = rows_of(workbook, "Budskap")
    said = (activity["name"], document["document_title"], message["text"])
    assert [(cell.value, cell.data_type) for cell in said] == [
        ("=HYPERLINK(1)", "s"),
        (HOSTILE.title, "s"),
        ("=1+1", "s"),
    ]
    assert document["note"].value == HOSTILE.note


@pytest.mark.usefixtures("filled")
def test_days_are_days(made):
    workbook = load_workbook(BytesIO(made(SV)))
    cells = [
        (rows_of(workbook, "Leveranser")[0]["contract_end"], END),
        (rows_of(workbook, "Avtal")[0]["contract_end"], END),
        (rows_of(workbook, "Vägval")[0]["signed_on"], SENT),
        (rows_of(workbook, "Styrdokument")[0]["adopted_on"], HOSTILE.adopted_on),
        (rows_of(workbook, "Budskap")[0]["sent_on"], SENT),
    ]
    for cell, day in cells:
        assert (cell.value.date(), cell.number_format) == (day, "yyyy-mm-dd")
    wheel = [row["day"].value.date() for row in rows_of(workbook, "Årshjul")]
    assert wheel == sorted(wheel) and END in wheel


@pytest.mark.usefixtures("decided")
def test_every_version_of_a_record_has_a_row(made):
    first, second = rows_of(load_workbook(BytesIO(made(SV))), "Vägval")
    told = ("record_version", "record_state", "outcome", "chosen", "signed_by", "parts_missing")
    assert [first[key].value for key in told] == [
        *(1, "Signerat", "Underlaget räcker för beslut", "Upphandling", "@Eva", 0)
    ]
    assert [second[key].value for key in told] == [2, "Utkast", "Kompletteras före beslut", "Upphandling", None, 1]
    assert first["motive"].value == "=1+1" + "ö" * 5_000 and first["motive"].data_type == "s"


@pytest.mark.usefixtures("decided")
def test_a_signed_record_that_another_takes_the_place_of_is_superseded(engine, organisation, made):
    draft = ways.board(engine, ADA, organisation.id).rows[0].draft
    day = SENT + timedelta(days=1)
    ways.sign(engine, ADA, draft.id, version=draft.version, name="Eva", role="ordf", on=day, despite="Brådskar")
    rows = rows_of(load_workbook(BytesIO(made(SV))), "Vägval")
    assert [row["record_state"].value for row in rows] == ["Ersatt", "Signerat"]
    assert rows[1]["signed_despite"].value == "Brådskar"


def test_what_is_empty_has_no_sheet_and_is_told(made):
    workbook = load_workbook(BytesIO(made(SV)))
    assert workbook.sheetnames == ["Årshjul", "Om", "_rustad"]  # what Ben has answered is to be asked again
    told = dict(workbook["Om"].iter_rows(min_row=4, max_col=2, values_only=True))
    assert told["Blad som saknas"] == (
        "Inget är registrerat än: Verksamheter, Leveranser, Vägval, Styrdokument, Budskap."
    )


@pytest.mark.parametrize("read", [open_form, open_plan])
def test_the_workbook_is_not_read_back(made, read):
    with pytest.raises(FileIsFourSteps):
        read(made(SV))


def test_the_file_is_named_for_the_organisation():
    told = organisation_workbook_name(Organisation("e", "Ekviks: kommun?", "kommun", False, MOMENT), "2026-11-22", SV)
    assert told == "Rustad fyra steg Ekviks kommun 2026-11-22.xlsx"
    assert organisation_workbook_name(EKVIK, "2026-11-22", EN).startswith("Rustad four steps Ekviks kommun")
