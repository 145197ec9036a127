"""Start: the first visit, three fields, the example, and all assessments."""

from assessment.services import assessments
from tests import builders


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()


def test_the_first_visit_begins_an_assessment_in_three_fields(visit, app_engine):
    app = visit(None)
    press(app, "Starta självskattningen")
    assert [error.value for error in app.error] == ["Fyll i fältet ”Vad ska ni bedöma?”."]
    app.text_input(key="name:first").set_value("  Hemtjänsten,  hösten 2026 ")
    press(app, "Starta självskattningen")
    begun = [summary.assessment for summary in assessments.summaries(app_engine, builders.ADA)]
    assert [(one.name, one.organisation_type, one.scope) for one in begun] == [
        ("Hemtjänsten, hösten 2026", "kommun", "quick")
    ]


def test_the_example_opens_once(visit, app_engine):
    press(visit(None), "Öppna exemplet")
    names = [summary.assessment.name for summary in assessments.summaries(app_engine, builders.ADA)]
    assert (names[0], len(names)) == ("Hela kommunen, hösten 2026", 6)
    assert [button.label for button in visit(None).button if button.label == "Öppna exemplet"] == []


def test_what_comes_next_depends_on_how_far_it_has_come(visit, app_engine):
    assessment = builders.start(app_engine)
    key = f"open-{assessment.id}"
    assert visit(None).button(key=key).label == "Börja svara"
    ben = builders.join(app_engine, assessment, builders.BEN)
    builders.answer(app_engine, ben, "POL-01", 2)
    assert visit(None).button(key=key).label == "Fortsätt svara"
    builders.answer_all(app_engine, ben, (3,))
    assert visit(None).button(key=key).label == "Se resultatet"
