"""The register on paper."""

import pytest
from starlette.requests import Request

from assessment.domain.activity import ActivityFacts
from assessment.domain.delivery import DeliveryFacts, Known, Outage
from assessment.services import entries, organisations
from assessment.services.house import house
from assessment.services.registers import ACTIVITIES, DELIVERIES
from assessment.settings import settings
from assessment.web.print_register import print_register
from tests import builders
from tests.builders import ADA


@pytest.fixture
def ekvik(tmp_path, monkeypatch):
    """An organisation whose register is empty, in a house of its own."""
    builders.fresh_file(tmp_path / "rustad.db")
    monkeypatch.setenv("RUSTAD_DATABASE_URL", builders.url(tmp_path / "rustad.db"))
    settings.cache_clear()
    house.cache_clear()
    yield organisations.start(house(settings().database_url), ADA, name="Ekviks <b>kommun</b>", kind="kommun")
    settings.cache_clear()
    house.cache_clear()


def page_of(organisation_id, query=b""):
    scope = {"type": "http", "path_params": {"organisation_id": organisation_id}, "query_string": query, "headers": []}
    answer = print_register(Request(scope))
    return answer.status_code, answer.body.decode()


def test_an_unknown_organisation_is_a_sentence_in_the_asked_language(ekvik):
    status, page = page_of("finns-inte", b"lang=en")
    assert (status, "This organisation does not exist." in page) == (404, True)


def test_an_empty_register_prints_what_to_do(ekvik):
    status, page = page_of(ekvik.id)
    assert status == 200
    assert "Vilka verksamheter måste fungera?" in page
    assert "Ekviks &lt;b&gt;kommun" in page and "<b>kommun" not in page


@pytest.mark.parametrize(("query", "words"), [(b"lang=sv", "Lucka: ingen reservplan"), (b"lang=en", "no reserve plan")])
def test_everything_registered_is_on_paper(ekvik, query, words):
    engine = house(settings().database_url)
    water = entries.add(engine, ADA, ACTIVITIES, ekvik.id, ActivityFacts("Vatten & <i>avlopp</i>", volume="4 500 m³"))
    power = DeliveryFacts("El", reliance={water.id: Outage.HOUR}, reserve=Known.NO)
    entries.add(engine, ADA, DELIVERIES, ekvik.id, power)
    _, page = page_of(ekvik.id, query)
    assert words in page and "4 500 m³" in page and "El" in page
    assert "Vatten &amp; &lt;i&gt;avlopp" in page and "<i>avlopp" not in page
