"""The page for the printer."""

import pytest
from starlette.requests import Request

from assessment.services.house import house
from assessment.settings import settings
from assessment.web.print import print_page
from tests import builders
from tests.aging import let_time_pass
from tests.web.asgi import visit


@pytest.fixture
def print_of(tmp_path, monkeypatch):
    """What the address gives, on a house of its own."""
    builders.fresh_file(tmp_path / "rustad.db")
    monkeypatch.setenv("RUSTAD_DATABASE_URL", builders.url(tmp_path / "rustad.db"))
    settings.cache_clear()
    house.cache_clear()

    def get(assessment_id, query=b""):
        scope = {"type": "http", "path_params": {"assessment_id": assessment_id}, "query_string": query, "headers": []}
        answer = print_page(Request(scope))
        return answer.status_code, answer.body.decode()

    yield get
    settings.cache_clear()
    house.cache_clear()


def test_an_unknown_assessment_is_a_sentence_in_the_asked_language(print_of):
    status, page = print_of("finns-inte", b"lang=en")
    assert status == 404
    assert "This assessment does not exist." in page
    assert '<html lang="en">' in page


def test_the_page_shows_the_result_in_either_language(print_of):
    engine = house(settings().database_url)
    assessment = builders.start(engine, name="Vård & omsorg <b>", organisation="Ekviks kommun")
    builders.answer_all(engine, builders.join(engine, assessment, builders.BEN), (0, 1, 2, 3, 4))
    status, page = print_of(assessment.id)
    assert status == 200
    assert "Gör detta först" in page
    assert "Vård &amp; omsorg &lt;b&gt;" in page
    assert "<b>" not in page.partition("<title>")[2].partition("</title>")[0]
    assert "What to do first" in print_of(assessment.id, b"lang=en")[1]


def test_what_has_aged_is_told_with_its_day_and_otherwise_not_at_all(print_of):
    engine = house(settings().database_url)
    assessment = builders.start(engine)
    builders.answer(engine, builders.join(engine, assessment, builders.BEN), "POL-01", 2)
    assert "prövas igen" not in print_of(assessment.id)[1]
    let_time_pass(engine, assessment)
    page = print_of(assessment.id)[1]
    assert "En fråga bör prövas igen" in page
    assert "Senast besvarad " in page


def test_an_assessment_without_answers_prints_without_claims(print_of):
    engine = house(settings().database_url)
    status, page = print_of(builders.start(engine).id)
    assert status == 200
    assert "Inget är besvarat än" in page


@pytest.mark.parametrize("path", ["/utskrift/budskap/x", "/utskrift/x/y/z", "/utskrift/"])
def test_an_address_that_no_printed_page_has_is_a_sentence(whole, phone_house, path):
    answer = visit(whole, path)
    assert answer.status == 404
    assert "Den utskriften finns inte." in answer.body.decode()
