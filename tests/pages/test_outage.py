"""The database is away for a while. What was chosen and written is kept, said not to be saved, and saved afterwards."""

import pytest

from assessment.services import assessments, responses
from tests import builders

NOT_SAVED = "Det du nyss svarade är inte sparat än."
AWAY = "går inte att öppna"


@pytest.fixture
def ben(app_engine):
    """In a quick check, of which Ben has answered the first question with 1."""
    ben = builders.join(app_engine, builders.start(app_engine), builders.BEN)
    builders.answer(app_engine, ben, "POL-01", 1)
    return ben


@pytest.fixture
def at_the_questions(visit, ben):
    def open_page(**more):
        return visit("respond.py", a=ben.assessment_id, p=ben.id, q="POL-01", **more)

    return open_page


@pytest.fixture
def unplug(tmp_path):
    """Take the database away, and put it back."""
    other = tmp_path / "elsewhere"
    other.mkdir()

    def move(*, back=False):
        for path in (other if back else tmp_path).glob("rustad.db*"):
            path.rename((tmp_path if back else other) / path.name)

    return move


@pytest.fixture
def stored(app_engine, ben):
    """What is on disk of somebody's first answer, Ben's unless said otherwise."""

    def read(who=ben):
        where = {"assessment_id": who.assessment_id, "participant_id": who.id}
        return responses.sheet(app_engine, builders.viewer_of(who), **where).responses.get("POL-01")

    return read


def said(app):
    return " ".join(one.value for one in app.error)


def test_a_page_that_cannot_be_drawn_offers_to_try_again_and_keeps_the_choice(at_the_questions, unplug, stored):
    app = at_the_questions()
    unplug()
    app.radio(key="level:POL-01:sv").set_value("3").run()
    assert NOT_SAVED in said(app) and AWAY in said(app)
    app.button(key="try-again").click().run()
    assert NOT_SAVED in said(app)
    unplug(back=True)
    assert stored().answer.level == 1
    app.button(key="try-again").click().run()
    assert app.radio(key="level:POL-01:sv").value == "3"
    assert (stored().answer.level, said(app)) == (3, "")


def test_a_text_is_kept_too(at_the_questions, unplug, stored):
    app = at_the_questions()
    unplug()
    app.text_area(key="comment:POL-01").set_value("Beslut i fullmäktige").run()
    app.run()
    assert NOT_SAVED in said(app)
    unplug(back=True)
    app.run()
    assert app.text_area(key="comment:POL-01").value == stored().comment == "Beslut i fullmäktige"


def test_what_one_person_could_not_save_is_never_saved_as_anothers(at_the_questions, unplug, stored, app_engine, ben):
    chi = builders.join(app_engine, assessments.opened(app_engine, builders.ADA, ben.assessment_id).assessment, "Chi")
    app = at_the_questions()
    unplug()
    app.radio(key="level:POL-01:sv").set_value("3").run()
    unplug(back=True)
    app.query_params["p"] = chi.id
    app.run()
    assert app.radio(key="level:POL-01:sv").value is None
    app.run()
    assert stored(chi) is None
    app.query_params["p"] = ben.id
    app.run()
    app.run()
    assert stored().answer.level == 3


def test_every_page_says_so_and_comes_back(visit, unplug, ben):
    app = visit(None)
    unplug()
    app.run()
    assert AWAY in said(app)
    unplug(back=True)
    app.button(key="try-again").click().run()
    assert said(app) == ""
