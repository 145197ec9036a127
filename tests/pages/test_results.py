"""Resultat: what it shows, and that looking changes nothing."""

import pytest

from assessment.services import assessments
from tests import builders


@pytest.fixture
def assessment(app_engine):
    return builders.start(app_engine)


@pytest.fixture
def answered(app_engine, assessment):
    """Ben has answered everything, 0–4 in turn."""
    builders.answer_all(app_engine, builders.join(app_engine, assessment, builders.BEN), (0, 1, 2, 3, 4))
    return assessment


@pytest.fixture
def target_of(app_engine, assessment):
    def read():
        return dict(assessments.opened(app_engine, builders.ADA, assessment.id).assessment.targets.dimensions)

    return read


def written(app):
    return "\n".join(block.body for block in app.get("html") if block.body)


def headings(app, level):
    return written(app).count(f"<h{level} ")


def fold(app, label):
    return next(one for one in app.expander if one.label == label)


def test_nothing_answered_says_what_to_do_next(visit, assessment):
    app = visit("results.py", a=assessment.id)
    assert "Inget är besvarat än" in written(app)
    assert [button.label for button in app.main.button] == ["Börja svara"]


def test_one_answer_is_enough_for_the_figures_and_too_little_for_a_conclusion(visit, app_engine, assessment):
    builders.answer(app_engine, builders.join(app_engine, assessment, builders.BEN), "POL-01", 0)
    app = visit("results.py", a=assessment.id)
    assert "Det är för lite för en slutsats." in written(app)
    assert "Starkast" not in written(app)


@pytest.mark.parametrize("code", ["sv", "en"])
def test_the_page_has_one_h1_and_a_table_behind_every_figure(visit, answered, code):
    app = visit("results.py", a=answered.id, lang=code)
    assert headings(app, 1) == 1
    assert (
        written(app).count('<table class="ru-numbers"') == 3
    )  # profile, distribution, map; the roles need three people


def test_roles_are_compared_from_three_people_on(visit, app_engine, answered):
    app = visit("results.py", a=answered.id)
    assert "Visas när minst tre har svarat." in written(app)
    for number in range(2):
        builders.answer_all(app_engine, builders.join(app_engine, answered, f"Chi {number}"), (4, 3, 2, 1, 0))
    app = visit("results.py", a=answered.id)
    assert "Visas när minst tre har svarat." not in written(app)
    assert written(app).count('<table class="ru-numbers"') == 4


def test_the_table_of_the_roles_holds_the_questions_of_the_figure_only(visit, app_engine, answered):
    for number in range(2):
        builders.answer_all(app_engine, builders.join(app_engine, answered, f"Chi {number}"), (4, 3, 2, 1, 0))
    app = visit("results.py", a=answered.id)
    table = written(app).split('<table class="ru-numbers"')[-1]
    assert table.count('<th scope="row">') == 5
    assert "Behovsägare" not in table.partition("</thead>")[0]  # nobody of that role


def test_a_target_chosen_here_is_saved_and_moves_the_result(visit, answered, target_of):
    app = visit("results.py", a=answered.id)
    app.selectbox(key="target:TID:3").set_value(1).run()
    assert target_of() == {"TID": 1}
    assert app.selectbox(key="target:TID:1").value == 1


def test_looking_and_opening_charts_changes_no_target(visit, answered, target_of):
    visit("results.py", a=answered.id).run().run()
    assert target_of() == {}


def test_a_target_changed_in_another_tab_is_shown_and_not_overwritten(visit, app_engine, answered, target_of):
    app = visit("results.py", a=answered.id)
    assessments.set_target(app_engine, builders.ADA, answered.id, part="KUN", level=2)
    app.selectbox(key="target:TID:3").set_value(4).run()
    assert target_of() == {"KUN": 2, "TID": 4}
    assert app.selectbox(key="target:KUN:2").value == 2


def test_questions_left_out_are_said_to_be_so(visit, app_engine):
    kinds = ("kommun", "region", "statlig_myndighet", "offentligt_bolag")
    started = [builders.start(app_engine, organisation_type=kind, scope=builders.Scope.FULL) for kind in kinds]
    for assessment in started:
        builders.answer_all(app_engine, builders.join(app_engine, assessment, builders.BEN), (2,))
    checklist = assessments.opened(app_engine, builders.ADA, started[0].id).checklist
    said = ["rör er typ av organisation" in written(visit("results.py", a=one.id)) for one in started]
    assert said == [bool(one.left_out(checklist)) for one in started]


def test_without_an_assessment_in_the_link_the_only_one_is_opened(visit, answered):
    app = visit("results.py")
    assert app.query_params["a"] in (answered.id, [answered.id])


def test_with_several_one_is_asked_which(visit, app_engine, answered):
    builders.start(app_engine, name="Hamnen")
    assert "Vilken självskattning?" in written(visit("results.py"))
