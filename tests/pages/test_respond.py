"""Svara, step by step."""

import pytest

from assessment.domain.checklist import Scope
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN, rated
from assessment.services import responses
from assessment.services.responses import ResponseText
from tests import builders


@pytest.fixture
def assessment(app_engine):
    return builders.start(app_engine, scope=Scope.FULL)


@pytest.fixture
def ben(app_engine, assessment):
    return builders.join(app_engine, assessment, builders.BEN)


@pytest.fixture
def sheet_of(app_engine, assessment):
    def read(participant):
        viewer = builders.viewer_of(participant)
        sheet = responses.sheet(app_engine, viewer, assessment_id=assessment.id, participant_id=participant.id)
        return sheet.responses

    return read


def choose(app, key, code):
    """Choose a level, and draw the page whole again: the tree holds only the fragments that the answer redrew."""
    app.get_by_key(key).set_value(code).run()
    app.run()


def test_nothing_is_chosen_beforehand(visit, assessment, ben):
    app = visit("respond.py", a=assessment.id, p=ben.id)
    assert app.radio(key="level:POL-01:sv").value is None


@pytest.mark.parametrize(
    ("code", "answer"),
    [("0", rated(0)), ("4", rated(4)), ("unknown", UNKNOWN), ("not_applicable", NOT_APPLICABLE)],
)
def test_a_chosen_answer_is_stored_as_that_answer(visit, assessment, ben, sheet_of, code, answer):
    app = visit("respond.py", a=assessment.id, p=ben.id)
    choose(app, "level:POL-01:sv", code)
    assert sheet_of(ben)["POL-01"].answer == answer


def test_looking_at_a_question_stores_nothing(visit, assessment, ben, sheet_of):
    app = visit("respond.py", a=assessment.id, p=ben.id)
    app.button(key="do-next").click().run()
    app.button(key="previous").click().run()
    assert sheet_of(ben) == {}


def test_the_whole_dimension_can_be_answered_on_one_screen(visit, assessment, ben, sheet_of):
    app = visit("respond.py", a=assessment.id, p=ben.id, vy="omrade", q="TID-01")
    choose(app, "level:TID-01:sv", "2")
    choose(app, "level:TID-07:sv", "unknown")
    given = {item: response.answer for item, response in sheet_of(ben).items()}
    assert given == {"TID-01": rated(2), "TID-07": UNKNOWN}


def test_an_answer_changed_elsewhere_is_taken_over_and_not_overwritten(visit, app_engine, assessment, ben, sheet_of):
    app = visit("respond.py", a=assessment.id, p=ben.id)
    choose(app, "level:POL-01:sv", "1")
    builders.answer(app_engine, ben, "POL-01", 4)  # in another tab
    app.text_area(key="comment:POL-01").set_value("Beslutet är från i våras.").run()
    assert app.radio(key="level:POL-01:sv").value == "4"
    assert sheet_of(ben)["POL-01"].answer == rated(4)
    assert sheet_of(ben)["POL-01"].comment == "Beslutet är från i våras."


def test_a_text_written_just_before_going_on_is_stored(visit, assessment, ben, sheet_of):
    app = visit("respond.py", a=assessment.id, p=ben.id)
    app.text_area(key="evidence:POL-01").set_value("KS 2026/214")
    app.button(key="do-next").click().run()
    assert sheet_of(ben)["POL-01"].evidence == "KS 2026/214"
    assert app.radio(key="level:POL-02:sv").value is None


def test_a_text_that_is_too_long_stays_and_says_so(visit, assessment, ben, sheet_of):
    app = visit("respond.py", a=assessment.id, p=ben.id)
    app.text_area(key="comment:POL-01").set_value("å" * 40_000)
    app.button(key="do-next").click().run()
    assert [error.value for error in app.error] == [
        "Svaret sparades inte. Det står kvar här. "
        "Texten är 40\u00a0000 tecken lång. Det får plats 32\u00a0767. Korta den och försök igen."
    ]
    assert len(app.text_area(key="comment:POL-01").value) == 40_000
    assert sheet_of(ben) == {}


def test_an_answer_can_be_taken_back_without_losing_its_comment(visit, app_engine, assessment, ben, sheet_of):
    builders.answer(app_engine, ben, "POL-01", 3)
    viewer = builders.viewer_of(ben)
    responses.write(
        app_engine, viewer, participant_id=ben.id, item_id="POL-01", which=ResponseText.COMMENT, text="Kvar"
    )
    app = visit("respond.py", a=assessment.id, p=ben.id, q="POL-01")
    app.button(key="clear").click().run()
    assert app.radio(key="level:POL-01:sv").value is None
    assert (sheet_of(ben)["POL-01"].answer, sheet_of(ben)["POL-01"].comment) == (None, "Kvar")


def test_the_language_can_change_without_losing_the_place_or_the_answer(visit, assessment, ben):
    app = visit("respond.py", a=assessment.id, p=ben.id)
    choose(app, "level:POL-01:sv", "2")
    app.button(key="language").click().run()
    assert app.radio(key="level:POL-01:en").value == "2"


def test_reopening_goes_to_the_first_unanswered_question(visit, app_engine, assessment, ben):
    builders.answer(app_engine, ben, "POL-01", 3)
    builders.answer(app_engine, ben, "POL-02", 0)
    app = visit("respond.py", a=assessment.id, p=ben.id)
    assert app.radio(key="level:POL-03:sv").value is None


def test_the_only_participant_is_not_asked_who_it_is(visit, assessment, ben):
    app = visit("respond.py", a=assessment.id)
    assert app.radio(key="level:POL-01:sv").value is None


def begin(app):
    next(button for button in app.button if button.label == "Börja svara").click().run()


def test_a_newcomer_chooses_a_role_before_the_first_question(visit, app_engine, assessment):
    app = visit("respond.py", a=assessment.id)
    app.text_input(key="participant-name").set_value("Chi")
    begin(app)
    assert [error.value for error in app.error] == ["Välj minst en roll."]
    app.get_by_key("roles:sv").set_value(["behovsagare"])
    begin(app)
    assert app.radio(key="level:POL-01:sv").value is None


def test_a_participant_of_another_assessment_is_refused(visit, app_engine, assessment):
    elsewhere = builders.join(app_engine, builders.start(app_engine, name="Hamnen"), builders.DAN)
    app = visit("respond.py", a=assessment.id, p=elsewhere.id)
    assert [error.value for error in app.error] == ["Deltagaren finns inte i självskattningen. Välj vem som svarar."]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("sv", "Självskattningen finns inte. Den kan ha tagits bort. Välj en annan på startsidan."),
        ("en", "This assessment does not exist. It may have been deleted. Choose another from the start page."),
        ("xx", "Självskattningen finns inte. Den kan ha tagits bort. Välj en annan på startsidan."),
    ],
)
@pytest.mark.parametrize("script", ["start.py", "respond.py", "results.py", "actions.py"])
def test_an_unknown_assessment_gets_a_sentence_in_the_language_of_the_link(visit, assessment, script, code, sentence):
    app = visit(script, a="finns-inte", lang=code)
    assert [error.value for error in app.error] == [sentence]
