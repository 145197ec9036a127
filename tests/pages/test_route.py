"""The cheapest path on the screen: the address holds what is asked, people override it, and it goes into the plan."""

import re

import pytest

from assessment.domain.action import Plan
from assessment.services import actions
from assessment.services.reports import report
from tests import builders
from tests.builders import ADA


@pytest.fixture
def answered(app_engine):
    """A quick check with gaps."""
    assessment = builders.start(app_engine)
    builders.answer_all(app_engine, builders.join(app_engine, assessment, builders.BEN), (0, 1, 2, 3))
    return report(app_engine, ADA, assessment.id)


@pytest.fixture
def look(visit, answered):
    """Open the path with what else stands in the address."""
    return lambda **asked: visit("actions.py", a=answered.assessment.id, vy="vag", **asked)


def text_of(app):
    return " ".join(re.sub(r"<[^>]+>", " ", block.proto.body) for block in app.get("html"))


def heading_of(app):
    return re.search(r"<h1[^>]*>(.*?)</h1>", " ".join(block.proto.body for block in app.get("html"))).group(1)


def rows_of(app):
    """The items that are worked on in the half-year that is shown."""
    return [one.key.removeprefix("exclude-") for one in app.button if one.key.startswith("exclude-")]


def test_the_list_leads_to_the_path_and_back(visit, answered):
    app = visit("actions.py", a=answered.assessment.id)
    finding = heading_of(app)
    app.button(key="route-open").click().run()
    assert heading_of(app).startswith("Med ")
    app.button(key="route-close").click().run()
    assert heading_of(app) == finding


def test_the_address_holds_what_is_asked(look):
    app = look(mal="budget", takt="7", halvar="3", kostnad="2-4-9", fran="2028-2")
    assert app.selectbox(key="route-kind:sv").value == "budget"
    assert [app.number_input(key=f"route-{name}").value for name in ("takt", "halvar")] == [7, 3]
    assert [app.number_input(key=f"route-cost-{place}").value for place in range(3)] == [2, 4, 9]
    assert "Andra halvåret 2028 7 poäng" in " ".join(text_of(app).split())


def test_a_choice_is_written_into_the_address_and_worked_out_at_once(look):
    app = look()
    app.selectbox(key="route-kind:sv").set_value("lagst").run()
    app.segmented_control(key="route-level").set_value(1).run()
    app.number_input(key="route-takt").set_value(1000).run()
    asked = {name: app.query_params[name] for name in ("mal", "niva", "takt")}
    assert asked == {"mal": "lagst", "niva": "1", "takt": "1000"}
    assert "ligger ingen fråga under nivå 1" in heading_of(app)


def test_the_address_changed_from_outside_is_followed(look):
    app = look(mal="lagst", niva="1")
    app.query_params["niva"] = "2"
    app.run()
    assert app.segmented_control(key="route-level~1").value == 2
    assert "under nivå 2" in heading_of(app)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"mal": "lagst", "niva": "9"}, "Målnivån ska vara"),
        ({"takt": "0"}, "Välj poäng mellan 1 och 1\xa0000, inte 0\\."),
        ({"mal": "budget", "halvar": "41"}, "Planera för 1 till 40 halvår, inte 41\\."),
        ({"kostnad": "1-0-8"}, "Välj poäng mellan 1 och 1\xa0000, inte 0\\."),
        ({"mal": "index", "tal": "101"}, "Index måste vara ett heltal från 0 till 100, inte 101\\."),
    ],
)
def test_a_link_that_asks_for_the_impossible_is_told_and_the_usual_is_shown(look, asked, said):
    app = look(**asked)
    assert len(app.error) == 1
    assert said in app.error[0].value
    assert "når alla frågor målet" in heading_of(app)


def test_a_link_with_rubbish_in_it_shows_the_usual(look):
    app = look(mal="x", takt="många", kostnad="1-2", med="POL-01,XXX-01.3,.", utan="XXX,", fran="20a7-1", visa="x")
    assert not app.error
    assert "når alla frågor målet" in heading_of(app)


def test_an_old_link_plans_ahead(look):
    app = look(fran="2020-1")
    assert "2020" not in text_of(app)


def test_not_now_takes_an_action_out_until_the_choice_is_undone(look):
    app = look()
    first, *_ = rows_of(app)
    app.button(key=f"exclude-{first}").click().run()
    assert first not in rows_of(app)
    assert heading_of(app).startswith("Målet nås inte")
    app.button(key=f"undo-choice-{first}").click().run()
    assert first in rows_of(app)
    assert "utan" not in app.query_params


def test_an_action_is_kept_in_to_the_level_that_is_chosen(look):
    app = look(mal="budget", takt="4", halvar="1")
    first, *_ = rows_of(app)
    app.button(key=f"pin-{first}").click().run()
    app.selectbox(key=f"pinned-to-{first}").set_value(4).run()
    assert app.query_params["med"] == f"{first}.4"
    assert app.selectbox(key=f"pinned-to-{first}").value == 4


def test_another_half_year_is_shown_when_it_is_chosen(look):
    app = look(takt="15", fran="2027-1")
    first = rows_of(app)
    app.segmented_control(key="route-shown:sv:False").set_value("2027-2").run()
    assert rows_of(app) != first
    assert app.query_params["visa"] == "2027-2"


def test_a_half_year_goes_into_the_plan_and_can_be_taken_back(look, app_engine, answered):
    app = look(fran="2027-1")
    planned = actions.add(app_engine, ADA, answered.assessment.id, Plan("Finns", aims={rows_of(app)[0]: 3}))
    app.button(key="do-adopt-stage").click().run()
    assert "En finns redan i planen:" in text_of(app)
    assert actions.of_assessment(app_engine, ADA, answered.assessment.id) == (planned,)
    app.button(key="do-adopt").click().run()
    made = actions.of_assessment(app_engine, ADA, answered.assessment.id)[1:]
    items = {item.id: item for item in answered.assessment.asked(answered.checklist)}
    for one in made:
        ((item_id, level),) = one.plan.aims.items()
        assert one.plan == Plan(
            items[item_id].action.sv, due=one.plan.due, effort=items[item_id].effort, aims={item_id: level}
        )
        assert str(one.plan.due) == "2027-06-30"
    assert "lades in i planen" in text_of(app)
    app.button(key="route-plan").click().run()
    assert app.query_params["lista"] == "plan"
    app = look(fran="2027-1")
    app.button(key="route-undo").click().run()
    assert actions.of_assessment(app_engine, ADA, answered.assessment.id) == (planned,)
    assert "borta ur planen igen" in text_of(app)


def test_nothing_answered_says_where_to_begin(visit, app_engine):
    assessment = builders.start(app_engine)
    app = visit("actions.py", a=assessment.id, vy="vag")
    assert app.button(key="do-answer")


def test_nothing_to_lift_says_so(visit, app_engine):
    assessment = builders.start(app_engine)
    builders.answer_all(app_engine, builders.join(app_engine, assessment, builders.BEN), (4,))
    app = visit("actions.py", a=assessment.id, vy="vag")
    assert heading_of(app) == "Alla frågor når redan målet"
    assert rows_of(app) == []
