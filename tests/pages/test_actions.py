"""Åtgärder: the order, the filters, what is to be found out, and every way to have nothing."""

import re

import pytest

from assessment.domain.checklist import Scope
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN
from assessment.services.reports import report
from tests import builders


@pytest.fixture
def assessment(app_engine):
    return builders.start(app_engine, scope=Scope.FULL)


@pytest.fixture
def ben(app_engine, assessment):
    return builders.join(app_engine, assessment, builders.BEN)


@pytest.fixture
def answered(app_engine, assessment, ben):
    """All answered, in every way."""
    builders.answer_all(app_engine, ben, (0, 1, 2, 3, 4, UNKNOWN, NOT_APPLICABLE))
    return report(app_engine, builders.ADA, assessment.id)


def text_of(app):
    return " ".join(re.sub(r"<[^>]+>", " ", block.proto.body) for block in app.get("html"))


def heading(app):
    return next(found[1] for block in app.get("html") if (found := re.search(r"<h1[^>]*>(.*?)</h1>", block.proto.body)))


def ranks(app):
    found = (re.search(r'ru-rank">(\d+)<', block.proto.body) for block in app.get("html"))
    return [int(one[1]) for one in found if one]


def test_the_first_six_stand_in_order_and_the_rest_on_request(visit, answered):
    app = visit("actions.py", a=answered.assessment.id)
    assert ranks(app) == [1, 2, 3, 4, 5, 6]
    left = len(answered.gaps) - 6
    button = app.button(key="show-all")
    assert button.label == f"Visa {left} till"
    button.click().run()
    assert ranks(app) == [gap.rank for gap in answered.gaps]
    assert app.query_params["alla"] == "1"


def test_a_row_says_what_to_do_why_and_how_far(visit, answered):
    shown = text_of(visit("actions.py", a=answered.assessment.id))
    first = answered.gaps[0].result.item
    assert first.action.sv in shown
    assert first.question.sv in shown
    assert "Därför här:" in shown
    assert "Nivå 0" in shown


def test_the_heading_names_only_what_is_true(visit, app_engine, assessment, ben, answered):
    small = sum(gap.result.item.effort == "S" for gap in answered.gaps[:3])
    said = {0: "", 1: " En av dem är liten.", 2: " Två av dem är små.", 3: " Alla tre är små."}[small]
    assert heading(visit("actions.py", a=assessment.id)) == "Börja med tre åtgärder." + said


def test_with_few_answers_the_heading_only_counts(visit, app_engine, assessment, ben):
    for item in ("POL-01", "POL-02", "POL-03", "POL-04"):
        builders.answer(app_engine, ben, item, 0)
    assert heading(visit("actions.py", a=assessment.id)) == "Fyra frågor ligger under målet"


@pytest.mark.parametrize(
    ("name", "value", "fits"),
    [
        ("omrade", "TID", lambda item: item.dimension == "TID"),
        ("steg", "vagval", lambda item: item.step == "vagval"),
        ("roll", "beredskap", lambda item: "beredskap" in item.roles),
        ("insats", "S", lambda item: item.effort == "S"),
    ],
)
@pytest.mark.parametrize("code", ["sv", "en"])
def test_a_filter_in_the_address_is_kept_in_both_languages(visit, answered, name, value, fits, code):
    app = visit("actions.py", a=answered.assessment.id, alla="1", lang=code, **{name: value})
    assert ranks(app) == [gap.rank for gap in answered.gaps if fits(gap.result.item)]
    app.button(key="language").click().run()
    assert ranks(app) == [gap.rank for gap in answered.gaps if fits(gap.result.item)]
    assert app.query_params[name] == value


def test_choosing_a_filter_writes_it_into_the_address(visit, answered):
    app = visit("actions.py", a=answered.assessment.id)
    app.selectbox(key="omrade:sv").set_value("TID").run()
    assert app.query_params["omrade"] == "TID"
    app.button(key="clear-filter").click().run()
    assert "omrade" not in app.query_params
    assert app.selectbox(key="omrade:sv").value is None
    assert ranks(app) == [1, 2, 3, 4, 5, 6]


def test_a_filter_without_hits_says_so_and_can_be_cleared(visit, answered):
    kinds = {(gap.result.item.dimension, gap.result.item.effort.value) for gap in answered.gaps}
    dimension, effort = next((d, e) for d in answered.dimensions for e in "SML" if (d, e) not in kinds)
    app = visit("actions.py", a=answered.assessment.id, omrade=dimension, insats=effort)
    assert ranks(app) == []
    assert "Inget i listan passar filtret." in text_of(app)
    app.button(key="clear-filter").click().run()
    assert ranks(app) == [1, 2, 3, 4, 5, 6]


def test_a_filter_that_no_longer_exists_is_ignored(visit, answered):
    app = visit("actions.py", a=answered.assessment.id, omrade="FINNS-INTE", lista="finns-inte")
    assert ranks(app) == [1, 2, 3, 4, 5, 6]


def test_what_is_to_be_found_out_says_who_can_answer_and_leads_to_the_question(visit, answered):
    app = visit("actions.py", a=answered.assessment.id, lista="oppet", alla="1")
    shown = text_of(app)
    assert ranks(app) == []
    for result in answered.to_find_out:
        assert result.item.question.sv in shown
    assert "En deltagare har svarat så." in shown
    links = [link.proto for link in app.main.get("page_link")]
    assert [link.query_string for link in links] == [
        f"a={answered.assessment.id}&q={result.item.id}" for result in answered.to_find_out
    ]


def test_before_the_first_answer_there_is_one_way_on(visit, assessment, ben):
    app = visit("actions.py", a=assessment.id)
    assert heading(app) == "Inget är besvarat än"
    assert app.button(key="do-answer").label == "Börja svara"


@pytest.mark.parametrize(
    ("answers", "said", "chosen"),
    [
        ((3, 4), "Alla frågor når målet", "gap"),
        ((3, UNKNOWN), "Alla frågor som har fått en nivå når målet", "oppet"),
        ((UNKNOWN,), "Ingen fråga har fått någon nivå än", "oppet"),
        ((NOT_APPLICABLE,), "Ingen fråga är tillämplig", "gap"),
    ],
)
def test_without_gaps_the_heading_does_not_promise_too_much(visit, app_engine, assessment, ben, answers, said, chosen):
    builders.answer_all(app_engine, ben, answers)
    app = visit("actions.py", a=assessment.id)
    assert heading(app) == said
    assert app.get_by_key("lista:sv").value == chosen


def test_texts_from_people_are_shown_letter_by_letter(visit, app_engine):
    begun = builders.start(app_engine, name="<b>A & B</b>")
    builders.answer(app_engine, builders.join(app_engine, begun, builders.BEN), "POL-01", 0)
    bodies = " ".join(block.proto.body for block in visit("actions.py", a=begun.id).get("html"))
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in bodies


@pytest.mark.parametrize("script", ["respond.py", "results.py", "actions.py"])
def test_without_any_assessment_a_screen_leads_to_start(visit, script):
    app = visit(script)
    assert heading(app) == "Det finns inget att öppna än"
    assert [link.proto.label for link in app.main.get("page_link")] == ["Till startsidan"]


@pytest.mark.parametrize("script", ["respond.py", "results.py", "actions.py"])
def test_the_only_assessment_is_opened_at_once(visit, assessment, script):
    assert visit(script).query_params["a"] == assessment.id


@pytest.mark.parametrize("script", ["respond.py", "results.py", "actions.py"])
def test_with_several_assessments_one_is_asked_for(visit, app_engine, assessment, script):
    other = builders.start(app_engine, name="Hamnen [1]")
    app = visit(script, lang="en")
    assert heading(app) == "Which assessment?"
    links = {link.proto.label: link.proto.query_string for link in app.main.get("page_link")}
    assert links == {"Hela kommunen": f"a={assessment.id}&lang=en", r"Hamnen \[1\]": f"a={other.id}&lang=en"}
