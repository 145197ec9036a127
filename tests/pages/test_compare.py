"""Jämför: from the empty screen to two views, what stays in the address, and what is hidden with the names."""

import pytest

from assessment.services import assessments, subjects
from tests import builders
from tests.builders import ADA


def written(app):
    return "\n".join(block.body for block in app.get("html") if block.body)


def held(engine, name, levels, **kinds):
    begun = builders.start(engine, name=name, **kinds)
    builders.answer_all(engine, builders.join(engine, begun, builders.BEN), levels)
    return begun


@pytest.fixture
def once(app_engine):
    """The whole municipality, once."""
    return held(app_engine, "Hela kommunen, hösten 2025", (1,))


@pytest.fixture
def twice(app_engine, once):
    """And once more, half of it higher and a part of it lower."""
    return once, held(app_engine, "Hela kommunen, hösten 2026", (2, 1, 0, 3))


@pytest.fixture
def units(app_engine, twice):
    """Two more, so that there are three units."""
    return held(app_engine, "Hemtjänsten Ärtan", (3, 2)), held(app_engine, "Måltider", (0,))


def test_without_assessments_it_leads_to_the_start(visit):
    assert "Inget att jämföra än" in written(visit("compare.py"))


def test_what_has_been_assessed_once_is_followed_up_from_here(visit, once):
    app = visit("compare.py", a=once.id)
    assert "Hela kommunen har skattats en gång" in written(app)
    app.button(key="do-again").click().run()
    assert app.text_input(key=f"name:again-{once.id}").value.startswith("Hela kommunen, ")


@pytest.mark.parametrize(("code", "said"), [("sv", "sedan hösten 2025"), ("en", "since hösten 2025")])
def test_two_times_are_compared(visit, twice, code, said):
    app = visit("compare.py", a=twice[0].id, lang=code)
    assert written(app).count("<h1 ") == 1
    assert said in written(app)
    assert written(app).count('<table class="ru-numbers"') == 2  # profile and questions; nothing is left out


def test_a_subject_with_one_assessment_offers_no_second_unit(visit, once):
    assert "Det finns bara en enhet att visa" in written(visit("compare.py", vy="enheter"))


def test_units_stand_side_by_side_by_name(visit, units):
    app = visit("compare.py", vy="enheter")
    assert all(name in written(app) for name in ("Hela kommunen", "Hemtjänsten Ärtan", "Måltider"))
    assert written(app).index("Måltider") < written(app).index("Hemtjänsten Ärtan")  # the lowest first


def test_hidden_names_are_nowhere_on_the_page_nor_in_the_address(visit, units):
    app = visit("compare.py", vy="enheter", dolj="1")
    everything = written(app) + str(app.main) + str(app.query_params)
    assert "Enhet A" in everything
    assert [name for name in ("Hemtjänsten Ärtan", "Måltider") if name in everything] == []


def test_two_units_are_too_few_to_hide(visit, app_engine, twice):
    held(app_engine, "Måltider", (0,))
    app = visit("compare.py", vy="enheter", dolj="1")
    assert "För få för att dölja namnen" in written(app)
    assert 'class="ru-units"' not in written(app)


def test_a_subject_is_renamed_and_joined_from_here(visit, app_engine, units):
    app = visit("compare.py", a=units[1].id)
    app.text_input(key=f"subject:{units[1].id}:Måltider").set_value("Hemtjänsten Ärtan")
    next(button for button in app.main.button if button.label == "Spara").click().run()
    assert [one.subject for one in subjects.all_histories(app_engine, ADA)] == ["Hela kommunen", "Hemtjänsten Ärtan"]
    assert len(assessments.summaries(app_engine, ADA)) == 4


def test_choices_stand_in_the_address_and_come_from_it(visit, units):
    app = visit("compare.py", vy="enheter", ordna="namn")
    assert app.selectbox(key="compare-order:sv").value == "namn"
    app.toggle(key="compare-hidden").set_value(True).run()
    assert app.query_params["dolj"] in ("1", ["1"])


def test_lists_of_moves_that_are_empty_are_left_out(visit, app_engine, once):
    """Nothing but a fall, and nothing at all."""
    held(app_engine, "Hela kommunen, hösten 2026", (0,))
    said = written(visit("compare.py", a=once.id))
    assert ">Har sjunkit " in said
    assert not [title for title in ("Har stigit", "Har blivit kända", "Har blivit öppna") if f">{title} " in said]


def test_a_year_with_one_unit_is_not_answered_by_asking_for_two(visit, app_engine, twice, units):
    earlier = twice[0].id
    begun = "2024-10-07 06:30:00.000000"
    with app_engine.begin() as connection:
        connection.exec_driver_sql("update assessment set created_at = ? where id = ?", (begun, earlier))
    said = written(visit("compare.py", vy="enheter", ar="2024"))
    assert "Bara en enhet skattades 2024" in said
    assert "Välj minst två enheter" not in said
