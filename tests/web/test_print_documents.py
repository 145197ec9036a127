"""The governing documents on paper."""

from datetime import date

import pytest
from starlette.requests import Request

from assessment.domain.document import DocumentFacts, DocumentLevel
from assessment.services import entries, organisations
from assessment.services.documents import DOCUMENTS
from assessment.services.house import house
from assessment.settings import settings
from assessment.web.print_documents import print_documents
from tests import builders
from tests.builders import ADA

POLICY = DocumentFacts("Policy <b>", DocumentLevel.POLICY, adopted_on=date(2024, 1, 15), items=frozenset({"POL-02"}))


@pytest.fixture
def print_of(tmp_path, monkeypatch):
    """What the address gives, on a house of its own."""
    builders.fresh_file(tmp_path / "rustad.db")
    monkeypatch.setenv("RUSTAD_DATABASE_URL", builders.url(tmp_path / "rustad.db"))
    settings.cache_clear()
    house.cache_clear()

    def get(organisation_id, query=b""):
        path = {"organisation_id": organisation_id}
        answer = print_documents(Request({"type": "http", "path_params": path, "query_string": query, "headers": []}))
        return answer.status_code, answer.body.decode()

    yield get
    settings.cache_clear()
    house.cache_clear()


def test_an_unknown_organisation_or_assessment_is_a_sentence(print_of):
    begun = organisations.start(house(settings().database_url), ADA, name="Ekviks kommun", kind="kommun")
    assert print_of("finns-inte", b"lang=en")[0] == 404
    assert print_of(begun.id, b"a=finns-inte")[0] == 404


@pytest.mark.parametrize(("query", "missing"), [(b"lang=sv", "Inget registrerat"), (b"lang=en", "None registered")])
def test_the_page_shows_documents_kinds_and_answers_escaped(print_of, query, missing):
    engine = house(settings().database_url)
    assessment = builders.start(engine)
    builders.answer_all(engine, builders.join(engine, assessment, builders.BEN), {"POL-02": 0})
    organisation = organisations.of_assessment(engine, ADA, assessment.id)
    entries.add(engine, ADA, DOCUMENTS, organisation.id, POLICY)
    status, page = print_of(organisation.id, query + f"&a={assessment.id}".encode())
    assert status == 200
    assert missing in page
    assert "Policy &lt;b&gt;" in page
    assert "Policy <b>" not in page
    assert "ru-track" in page
    assert ("Stämmer båda?" in page) or ("Are both right?" in page)


def test_without_answers_there_are_documents_only(print_of):
    engine = house(settings().database_url)
    begun = organisations.start(engine, ADA, name="Ekviks kommun", kind="kommun")
    status, page = print_of(begun.id)
    assert status == 200
    assert "Inga styrdokument är registrerade än" in page
    assert 'class="ru ru-track"' not in page
