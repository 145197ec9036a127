"""The decision record on paper: all parts, text from people unharmed, a sentence when it is gone."""

from dataclasses import replace

import pytest
from starlette.requests import Request

from assessment.domain.activity import ActivityFacts
from assessment.services import entries, organisations, ways
from assessment.services.house import house
from assessment.services.registers import ACTIVITIES
from assessment.services.ways import RECORDS
from assessment.settings import settings
from assessment.web.print_way import print_way
from tests import builders
from tests.builders import ADA
from tests.domain.way_facts import COMPLETE


@pytest.fixture
def record(tmp_path, monkeypatch):
    """A record with all its parts, in a house of its own."""
    builders.fresh_file(tmp_path / "rustad.db")
    monkeypatch.setenv("RUSTAD_DATABASE_URL", builders.url(tmp_path / "rustad.db"))
    settings.cache_clear()
    house.cache_clear()
    engine = house(settings().database_url)
    ekvik = organisations.start(engine, ADA, name="Ekviks kommun", kind="kommun")
    water = entries.add(engine, ADA, ACTIVITIES, ekvik.id, ActivityFacts("Vatten <b>nu</b>"))
    begun = ways.begin(engine, ADA, water.id)
    facts = replace(COMPLETE, activity_id=water.id, motive="Rad ett\n<script>rad två</script>")
    yield entries.change(engine, ADA, RECORDS, begun.id, version=1, facts=facts)
    settings.cache_clear()
    house.cache_clear()


def page_of(record_id, query=b""):
    scope = {"type": "http", "path_params": {"record_id": record_id}, "query_string": query, "headers": []}
    answer = print_way(Request(scope))
    return answer.status_code, answer.body.decode()


def test_a_draft_is_printed_whole_and_says_that_it_is_not_signed(record):
    status, page = page_of(record.id)
    assert status == 200
    assert page.count("<h2>") == 15
    assert "Utkast: inte signerat." in page
    assert "Underlaget räcker för beslut" in page
    assert page.count("argument är inte bedömda.") == 1
    assert "Vatten &lt;b&gt;nu&lt;/b&gt;" in page
    assert "<script>rad" not in page


def test_it_is_printed_in_english_too(record):
    assert "There is enough to decide on" in page_of(record.id, b"lang=en")[1]


def test_an_unknown_record_is_a_sentence(record):
    status, page = page_of("finns-inte", b"lang=en")
    assert (status, "This decision record does not exist." in page) == (404, True)
