"""The big screen as HTML."""

import re

import pytest

from assessment.domain.response import UNKNOWN, rated
from assessment.domain.room import Progress
from assessment.domain.viewer import SERVER
from assessment.domain.workshop_parts import Names
from assessment.reporting.marks import JoinPanel, stage
from assessment.services import attendance, ballots, room, steps, workshops
from assessment.texts.language import language
from tests import builders
from tests.builders import ADA

SV = language("sv")
JOIN = JoinPanel("10.0.0.5:8502/d", "KTM 482", "data:image/svg+xml,x")
NOBODY = Progress(0, 0, 0)


class Play:
    """One workshop, run by Ada."""

    def __init__(self, engine, names=Names.HIDDEN):
        self.engine = engine
        self.assessment = builders.start(engine, name="Vård & <omsorg>")
        self.workshop = workshops.prepare(engine, ADA, self.assessment.id, names=names)
        self.item = builders.asked(engine, self.assessment)[0]

    def step(self, step, **to):
        self.workshop = step(self.engine, ADA, self.workshop.id, version=self.workshop.version, **to)

    def vote(self, answers, role="inkop", names=()):
        self.step(steps.open_vote, item_id=self.item.id)
        for place, answer in enumerate(answers):
            name = names[place] if place < len(names) else ""
            token = attendance.join(self.engine, SERVER, self.workshop.id, roles=[role], name=name)
            ballots.cast(self.engine, [ballots.Vote(token, self.workshop.round.id, answer)])

    def seen(self, progress=NOBODY, join=JOIN):
        return stage(room.room(self.engine, ADA, self.workshop.id), progress, join, SV)


@pytest.fixture
def play(engine):
    return Play(engine)


def rows(html):
    return re.findall(r"<li.*?</li>", html)


def test_the_lobby_shows_how_to_join(play):
    html = play.seen()
    assert "KTM 482" in html
    assert "10.0.0.5:8502/d" in html
    assert "Vård &amp; &lt;omsorg&gt;" in html
    assert "KTM 482" not in play.seen(join=None)


def test_an_open_vote_shows_the_question_its_levels_and_how_many_have_voted(play):
    play.vote([rated(4)] * 2)
    html = play.seen(Progress(1, 7, 9))
    assert "<b>7 av 9</b> har röstat" in html
    assert html.count("<i class=in></i>") == 7
    assert len(rows(html)) == 5


def test_without_phones_the_room_is_asked_to_raise_hands(play):
    play.step(steps.open_vote, item_id=play.item.id)
    assert "Räck upp handen" in play.seen(Progress(1, 0, 0), join=None)


def test_an_open_vote_looks_the_same_whatever_was_voted(engine):
    one, other = Play(engine), Play(engine)
    one.vote([rated(0), rated(0), rated(0)])
    other.vote([rated(4), rated(4), UNKNOWN])
    progress = Progress(1, 3, 3)
    assert one.seen(progress) == other.seen(progress)


def test_revealed_votes_stand_on_the_row_of_their_level(play):
    play.vote([rated(0), rated(1), rated(1), rated(3), rated(3)])
    play.step(steps.reveal)
    html = play.seen()
    assert [row.count("<i></i>") for row in rows(html)] == [1, 2, 0, 2, 0]
    assert "class=nobody" in rows(html)[2]
    assert "KTM 482" not in html


def test_a_hall_gets_bars(play):
    play.step(steps.count_hands, item_id=play.item.id, counts=[10, 40, 0, 0, 0, 0, 0])
    html = play.seen()
    assert "<i></i>" not in html
    assert "--share:0.250" in rows(html)[0]
    assert "--share:1.000" in rows(html)[1]


def test_the_second_vote_stands_beside_the_first(play):
    play.vote([rated(0), rated(1), rated(1)])
    play.step(steps.reveal)
    play.vote([rated(2)] * 3)
    play.step(steps.reveal)
    html = play.seen()
    assert "andra rösten" in html
    assert ["först" in row for row in rows(html)] == [True, True, True, False, False]


def test_an_agreed_level_stands_in_the_place_of_the_votes(play):
    play.vote([rated(2)] * 3)
    play.step(steps.reveal)
    play.step(steps.settle, item_id=play.item.id, level=3, note="hemlig anteckning")
    html = play.seen()
    assert "Fastställd nivå 3" in html
    assert "hemlig anteckning" not in html
    assert ["ru-level-3" in row for row in rows(html)] == [False, False, False, True, False]


def test_names_are_on_the_screen_only_where_they_are_open(engine):
    names = ["Eva Berg", "Karim <b>"]
    hidden, open_ = Play(engine), Play(engine, Names.OPEN)
    for one in (hidden, open_):
        one.vote([rated(1), rated(1)], names=names)
        one.step(steps.reveal)
    assert "Eva Berg" not in hidden.seen()
    assert "Eva Berg, Karim &lt;b&gt;" in open_.seen()


def test_roles_are_shown_from_three_on(play):
    play.vote([rated(1)] * 3)
    play.step(steps.reveal)
    play.vote([rated(1)] * 3)
    for level in (3, 3, 4):
        token = attendance.join(play.engine, SERVER, play.workshop.id, roles=["beslutsfattare"])
        ballots.cast(play.engine, [ballots.Vote(token, play.workshop.round.id, rated(level))])
    token = attendance.join(play.engine, SERVER, play.workshop.id, roles=["beredskap"])
    ballots.cast(play.engine, [ballots.Vote(token, play.workshop.round.id, rated(0))])
    play.step(steps.reveal)
    html = play.seen()
    assert "Beslutsfattare" in html
    assert "Beredskapsansvarig" not in html
