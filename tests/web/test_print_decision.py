"""The paper for the meeting, for the printer."""

from datetime import date

import pytest

from assessment.domain.action import Plan
from assessment.reporting.decision_paper import decision_paper
from assessment.services import actions
from assessment.services.reports import report as read_report
from assessment.texts.language import language
from tests import builders
from tests.web.asgi import visit


@pytest.fixture
def decided(phone_house):
    """A quick check with gaps; one is planned by Anna, one lacks an owner."""
    assessment = builders.start(phone_house, name="Vård & omsorg <b>")
    builders.answer_all(phone_house, builders.join(phone_house, assessment, builders.BEN), (1, 3))
    gaps = read_report(phone_house, builders.ADA, assessment.id).gaps
    for gap, owner in zip(gaps, ("Anna <i>Ek</i>", ""), strict=False):
        plan = Plan("Gör <u>så</u>", owner, due=date(2090, 3, 31), aims={gap.result.item.id: 3}, note="Snart & nu")
        actions.add(phone_house, builders.ADA, assessment.id, plan)
    return assessment


def page(whole, assessment_id, code="sv"):
    answer = visit(whole, f"/utskrift/{assessment_id}/beslutsunderlag", query=f"lang={code}")
    return answer.status, answer.body.decode()


@pytest.mark.parametrize("code", ["sv", "en"])
def test_it_says_what_the_word_document_says(whole, phone_house, decided, code):
    status, html = page(whole, decided.id, code)
    paper = decision_paper(read_report(phone_house, builders.ADA, decided.id), language(code))
    assert (status, f'<html lang="{code}">' in html) == (200, True)
    for text in (" ".join(paper.situation), *paper.points, *paper.method, *(row.figure for row in paper.profile)):
        assert text.replace("'", "&#39;") in html


def test_text_from_people_is_shown_letter_by_letter(whole, decided):
    html = page(whole, decided.id)[1]
    for text in (
        "Vård &amp; omsorg &lt;b&gt;",
        "Anna &lt;i&gt;Ek&lt;/i&gt;",
        "Gör &lt;u&gt;så&lt;/u&gt;",
        "Snart &amp; nu",
    ):
        assert text in html
    assert "<u>" not in html
    assert "<i>Ek" not in html


def test_what_the_meeting_fills_in_is_a_tinted_box(whole, decided):
    html = page(whole, decided.id)[1]
    assert html.count('<td class="blank"></td>') == 6  # one planned action without an owner, five proposed ones
    assert html.count('class="when blank"') == 5


def test_an_assessment_without_answers_asks_for_them(whole, phone_house):
    status, html = page(whole, builders.start(phone_house).id)
    assert status == 200
    assert "genomföra självskattningen: inget är besvarat än" in html


def test_an_unknown_assessment_is_a_sentence(whole, phone_house):
    assert page(whole, "finns-inte", "en")[0] == 404
    assert "This assessment does not exist." in page(whole, "finns-inte", "en")[1]
