"""Workshop: preparing, running and ending it, as the facilitator does, without a browser."""

import re

import pytest

from assessment.domain.response import UNKNOWN, rated
from assessment.domain.viewer import SERVER
from assessment.domain.workshop_parts import Agenda, Names, Stage
from assessment.services import attendance, ballots, room, steps, workshops
from tests import builders
from tests.builders import ADA


@pytest.fixture
def assessment(app_engine):
    return builders.start(app_engine)


@pytest.fixture
def workshop(app_engine, assessment):
    return workshops.prepare(app_engine, ADA, assessment.id)


@pytest.fixture
def enter(visit, workshop, assessment):
    """The facilitator's screen, or with vy=storbild the big one."""

    def open_room(**more):
        return visit("workshop.py", a=assessment.id, w=workshop.id, **more)

    return open_room


@pytest.fixture
def now(app_engine, workshop):
    """The room as it is on disk."""
    return lambda: room.room(app_engine, ADA, workshop.id)


def text_of(app):
    return " ".join(re.sub(r"<[^>]+>", " ", block.proto.body) for block in app.get("html"))


def test_a_workshop_is_prepared_in_one_form(visit, app_engine, assessment):
    app = visit("workshop.py", a=assessment.id)
    app.radio(key="names:sv").set_value(Names.OPEN)
    app.radio(key="agenda:sv").set_value(Agenda.WORTH)
    app.number_input(key="minutes").set_value(60)
    app.text_input(key="facilitator").set_value("Ada Ek")
    app.button[0].click().run()
    (made,) = workshops.of_assessment(app_engine, ADA, assessment.id)
    chosen = made.settings
    assert (chosen.names, chosen.agenda, chosen.minutes, chosen.facilitator) == (
        Names.OPEN,
        Agenda.WORTH,
        60,
        "Ada Ek",
    )
    assert app.query_params["w"] == made.id


def test_one_question_goes_from_vote_to_agreed_level(enter, app_engine, workshop, now):
    app = enter()
    app.button(key="do-step").click().run()
    assert now().workshop.stage is Stage.VOTING
    for level in (0, 3, 4):
        token = attendance.join(app_engine, SERVER, workshop.id, roles=["inkop"])
        ballots.cast(app_engine, [ballots.Vote(token, now().rounds[-1].id, rated(level))])
    app.run()
    assert "3 av 3" in text_of(app)
    app.button(key="do-step").click().run()
    assert "Delad bild" in text_of(app)
    item = now().item
    app.text_area(key=f"note:{workshop.id}:{item.id}").set_value("Vi enades.").run()
    app.button(key="settle-3").click().run()
    assert now().workshop.settled[item.id].note == "Vi enades."
    assert "Fastställd nivå 3" in text_of(app)
    app.button(key="undo").click().run()
    assert now().workshop.stage is Stage.REVEALED


def test_without_phones_hands_are_counted_in_seven_fields(enter, now, workshop):
    app = enter()
    app.button(key="do-step").click().run()
    item = now().item
    for code, count in {"1": 4, "3": 2, "unknown": 1}.items():
        app.number_input(key=f"count:{workshop.id}:{item.id}:{code}:sv").set_value(count)
    next(one for one in app.button if one.label == "Visa räkningen").click().run()
    assert now().tally.counts == (0, 4, 0, 2, 0, 1, 0)


def test_just_the_level_is_enough(enter, now):
    app = enter()
    app.button(key="do-step").click().run()
    item = now().item
    app.button(key="settle-2").click().run()
    assert now().workshop.settled[item.id].level == 2
    assert now().workshop.rounds == ()


def test_a_step_from_a_stale_window_is_told_and_changes_nothing(enter, app_engine, now, workshop):
    first, second = enter(), enter()
    first.button(key="do-step").click().run()
    second.button(key="do-step").click().run()
    assert [one.value for one in second.error] == [
        "Workshopen hade redan gått vidare i ett annat fönster. Inget är ändrat. Så här står det nu."
    ]
    assert now().workshop.version == 1
    assert second.button(key="do-step").label == "Visa svaren"


def test_nobody_has_voted_is_a_sentence(enter, now):
    app = enter()
    app.button(key="do-step").click().run()
    app.button(key="do-step").click().run()
    assert "Ingen har röstat än" in app.error[0].value
    assert now().workshop.stage is Stage.VOTING


def test_answers_given_beforehand_are_the_first_round(enter, app_engine, assessment, now):
    for place, level in enumerate((0, 2, 4)):
        person = builders.join(app_engine, assessment, f"P{place}")
        builders.answer_all(app_engine, person, (level,))
    app = enter()
    assert app.button(key="do-step").label == "Visa tre svar från förhand"
    app.button(key="do-step").click().run()
    assert now().tally.level_counts == (1, 0, 1, 0, 1)
    app.button(key="do-step").click().run()
    assert now().workshop.stage is Stage.VOTING
    assert len(now().rounds) == 2


def test_the_end_can_be_taken_back_and_leads_to_the_results(enter, now):
    app = enter()
    app.button(key="end").click().run()
    assert now().workshop.stage is Stage.CLOSED
    assert "Workshopen är avslutad" in text_of(app)
    app.button(key="undo").click().run()
    assert now().workshop.stage is Stage.LOBBY


def test_the_big_screen_shows_no_note_no_clock_and_no_menu_of_its_own(enter, app_engine, workshop, now):
    app = enter(vy="storbild")
    app.button(key="do-step").click().run()
    item = now().item
    app.button(key="do-step").click().run()  # nobody has voted: a sentence, and the vote stays open
    token = attendance.join(app_engine, SERVER, workshop.id, roles=["inkop"])
    ballots.cast(app_engine, [ballots.Vote(token, now().rounds[-1].id, UNKNOWN)])
    app.button(key="do-step").click().run()
    assert "Ingen angav en nivå" in text_of(app)
    app.button(key="settle-1").click().run()
    assert now().workshop.settled[item.id].level == 1
    assert not app.text_area
    assert "min kvar" not in text_of(app)


def test_a_workshop_that_is_gone_is_told(visit, assessment):
    app = visit("workshop.py", a=assessment.id, w="finns-inte")
    assert "Workshopen finns inte" in app.error[0].value


def test_phones_are_let_in_and_shut_out(enter, app_engine, workshop):
    app = enter()
    app.button(key="door").click().run()
    assert workshops.phones_wanted(app_engine, SERVER)
    app.button(key="door").click().run()
    assert not workshops.phones_wanted(app_engine, SERVER)


def test_an_earlier_workshop_can_be_gone_on_with(visit, assessment, workshop, app_engine):
    steps.close(app_engine, ADA, workshops.prepare(app_engine, ADA, assessment.id).id, version=0)
    app = visit("workshop.py", a=assessment.id)
    assert [app.button(key=f"do-open-{workshop.id}").label] == ["Fortsätt"]
    app.button(key=f"do-open-{workshop.id}").click().run()
    assert app.query_params["w"] == workshop.id
