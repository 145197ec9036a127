"""The workbook of governing documents holds what is registered, as text, in either language."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from assessment.domain.checklist import Scope
from assessment.domain.document import DocumentFacts, DocumentLevel
from assessment.reporting.document_workbook import document_workbook, document_workbook_name
from assessment.services import documents, entries, organisations
from assessment.services.documents import DOCUMENTS
from assessment.services.reports import report
from assessment.texts.language import language
from tests import builders
from tests.builders import ADA

SV, EN = language("sv"), language("en")
HOSTILE = DocumentFacts(
    "=cmd|'/c calc'!A1",
    DocumentLevel.POLICY,
    adopted_on=date(2024, 1, 15),
    items=frozenset({"POL-02"}),
    note="rad ett\nrad två _x0041_",
)


@pytest.fixture
def assessment(engine):
    """Ben has answered that the purchasing policy is at level 0."""
    begun = builders.start(engine, scope=Scope.FULL, organisation="Ekviks: kommun?")
    builders.answer_all(engine, builders.join(engine, begun, builders.BEN), {"POL-02": 0})
    return begun


@pytest.fixture
def made(engine, assessment):
    """The workbook with one hostile document in it."""

    def make(spoken):
        organisation = organisations.of_assessment(engine, ADA, assessment.id)
        entries.add(engine, ADA, DOCUMENTS, organisation.id, HOSTILE)
        overview = documents.of_assessment(engine, ADA, assessment.id)
        questions = overview.questions(report(engine, ADA, assessment.id).results)
        name = document_workbook_name(organisation, overview, spoken)
        return name, load_workbook(BytesIO(document_workbook(organisation, overview, questions, spoken, version="1")))

    return make


def test_what_is_registered_comes_back_as_it_was(made):
    _, workbook = made(SV)
    assert workbook.sheetnames == ["Styrdokument", "Områden", "Frågor att ställa er", "_rustad"]
    sheet = workbook["Styrdokument"]
    row = {key.value: cell for key, cell in zip(sheet[3], sheet[5], strict=True)}
    assert row["title"].value == HOSTILE.title
    assert row["title"].data_type == "s"
    assert row["note"].value == HOSTILE.note
    assert row["document_state"].value == "Gäller"
    assert workbook["Frågor att ställa er"]["A5"].value.startswith("Frågan har nivå 0")


def test_the_file_speaks_english_and_its_name_can_be_stored(made):
    name, workbook = made(EN)
    assert workbook.sheetnames[0] == "Governing documents"
    assert name.startswith("Rustad governing documents Ekviks kommun 20")
