"""The brief of a target group on paper."""

from urllib.parse import urlencode

import pytest
from starlette.requests import Request

from assessment.domain.message import MessageFacts
from assessment.services import entries, organisations
from assessment.services.house import house
from assessment.services.messages import MESSAGES
from assessment.settings import settings
from assessment.web.print_brief import print_brief
from tests import builders
from tests.builders import ADA


@pytest.fixture
def print_of(tmp_path, monkeypatch):
    """What the address gives, on a house of its own."""
    builders.fresh_file(tmp_path / "rustad.db")
    monkeypatch.setenv("RUSTAD_DATABASE_URL", builders.url(tmp_path / "rustad.db"))
    settings.cache_clear()
    house.cache_clear()

    def get(organisation_id, **query):
        scope = {"type": "http", "path_params": {"organisation_id": organisation_id}, "headers": []}
        answer = print_brief(Request(scope | {"query_string": urlencode(query).encode()}))
        return answer.status_code, answer.body.decode()

    yield get
    settings.cache_clear()
    house.cache_clear()


def test_a_brief_is_printed_in_both_languages_with_what_people_wrote_escaped(print_of):
    engine = house(settings().database_url)
    begun = organisations.start(engine, ADA, name="Ekviks kommun", kind="kommun")
    entries.add(engine, ADA, MESSAGES, begun.id, MessageFacts("Chefer & <b>", change="Larma <i>nu</i>"))
    status, page = print_of(begun.id, grupp="chefer & <b>", lang="sv")
    assert status == 200 and "Larma &lt;i&gt;nu&lt;/i&gt;" in page and "Det här gör ni annorlunda" in page
    assert "What you do differently" in print_of(begun.id, grupp="Chefer & <b>", lang="en")[1]
    assert "Inget är skrivet till den här målgruppen än." in print_of(begun.id, grupp="Okända", lang="sv")[1]


def test_an_unknown_organisation_is_a_sentence(print_of):
    assert print_of("finns-inte", grupp="Chefer")[0] == 404
