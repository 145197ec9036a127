"""Resultat: what it shows, and that looking changes nothing."""

import pytest

from assessment.domain.response import UNKNOWN
from assessment.services import assessments
from tests import builders
from tests.workshop_builders import Facilitator, attend, prepare, vote


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
    # profile, distribution, map, answers that decide; the roles need three people
    assert written(app).count('<table class="ru-numbers"') == 4


def tables(app):
    """The numbers behind the figures, in the order of the page."""
    return written(app).split('<table class="ru-numbers"')[1:]


@pytest.fixture
def three_people(app_engine, answered):
    """Ben and two more of procurement, who see it the other way round."""
    for number in range(2):
        builders.answer_all(app_engine, builders.join(app_engine, answered, f"Gun {number}"), (4, 3, 2, 1, 0))
    return answered


def test_people_are_compared_from_three_on(visit, answered):
    app = visit("results.py", a=answered.id)
    assert "Visas när minst tre har svarat på samma fråga" in written(app)
    assert "beror på en enda person</h2>" not in written(app)


def test_three_people_are_compared_and_told_what_rests_on_one(visit, three_people):
    app = visit("results.py", a=three_people.id)
    assert "Visas när minst tre har svarat" not in written(app)
    assert "Ingen har svarat vet inte" in written(app)
    assert "frågors nivå beror på en enda person" in written(app)
    assert len(tables(app)) == 6  # profile, distribution, map, roles, what rests on one, answers that decide


def test_the_table_of_the_roles_holds_the_questions_of_the_figure_only(visit, three_people):
    table = tables(visit("results.py", a=three_people.id))[3]
    assert table.count('<th scope="row">') == 5
    assert "Behovsägare" not in table.partition("</thead>")[0]  # nobody of that role


def test_all_questions_are_compared_when_asked_for(visit, three_people):
    app = visit("results.py", a=three_people.id)
    app.button(key="show-every-question").click().run()
    assert tables(app)[3].count('<th scope="row">') == 24
    assert "show-every-question" not in [button.key for button in app.button]


@pytest.fixture
def workshop(app_engine, assessment):
    """Three buyers and a lawyer have voted twice on one question, once on the next, and agreed on both."""
    held = prepare(app_engine, assessment)
    ada = Facilitator(app_engine, held)
    tokens = [attend(app_engine, held, role=role) for role in ("inkop", "inkop", "inkop", "jurist_sakerhet")]

    def votes(item, *levels):
        round_id = ada.open_vote(item)
        for token, level in zip(tokens, levels, strict=True):
            vote(app_engine, token, round_id, level)
        ada.reveal()

    votes("POL-01", 0, 1, 2, 4)
    votes("POL-01", 2, 2, 2, 4)
    ada.settle("POL-01", 2)
    votes("POL-02", UNKNOWN, 3, 3, 3)
    ada.settle("POL-02", 3)
    ada.open_vote("TID-01")
    return assessment


def test_a_workshop_leaves_agreed_levels_with_their_votes(visit, workshop):
    page = written(visit("results.py", a=workshop.id))
    assert "Ni har enats om 2 av 24 frågor" in page
    assert "En röstade på en annan nivå" in page
    assert "1 på nivå 0, 1 på nivå 1, 1 på nivå 2, 0 på nivå 3 och 1 på nivå 4" in page  # the first vote
    assert "0 på nivå 0, 0 på nivå 1, 3 på nivå 2, 0 på nivå 3 och 1 på nivå 4" in page  # the second
    assert page.count("ru-square ru-level-2 big agreed") == 2  # beside the first answers, and beside the votes


def test_the_record_of_the_workshop_can_be_printed(visit, workshop):
    links = [one.proto for one in visit("results.py", a=workshop.id, lang="en").get("link_button")]
    [record] = [one for one in links if "/protokoll?" in one.url]
    assert record.url.startswith(f"/utskrift/{workshop.id}/protokoll?w=")
    assert record.url.endswith("&lang=en")
    assert record.label.startswith("Record of the workshop ")


def test_a_small_role_is_not_told_of_by_itself(visit, workshop):
    page = written(visit("results.py", a=workshop.id))
    assert "Visas inte för sig: Jurist eller säkerhetsskydd (1)." in page
    assert "1 av 8 svar är vet inte" in page
    assert "Visas inte per roll" in page


def test_levels_that_were_agreed_without_any_vote_are_a_result(visit, app_engine, assessment):
    Facilitator(app_engine, prepare(app_engine, assessment)).settle("POL-01", 3)
    page = written(visit("results.py", a=assessment.id))
    assert "Inget är besvarat än" not in page
    assert "Ni har enats om 1 av 24 frågor" in page


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
