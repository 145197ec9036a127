"""Each process tells the others who is in the rooms, and no more often than it has to."""

from datetime import timedelta

import pytest

from assessment.services import presence_news, room
from assessment.services.presence import AWAY_AFTER, PRESENCE, Presence
from assessment.services.presence_news import FORGOTTEN_AFTER, REPEATED_AFTER, PresenceNews
from assessment.storage import repository
from assessment.storage.database import reading
from tests.builders import ADA
from tests.workshop_builders import attend, person, prepare


class Clock:
    """Seconds that pass when told to, for `monotonic` and for `now` alike."""

    def __init__(self):
        self.passed = 0.0
        self.begun = presence_news.now()

    def __call__(self):
        return self.passed

    def now(self):
        return self.begun + timedelta(seconds=self.passed)


@pytest.fixture
def clock(monkeypatch):
    stopped = Clock()
    monkeypatch.setattr(presence_news, "now", stopped.now)
    monkeypatch.setattr(PRESENCE, "_clock", stopped)
    return stopped


@pytest.fixture
def workshop(engine, quick_assessment):
    """Prepared, nobody has joined."""
    return prepare(engine, quick_assessment)


class Process:
    """Another one, on the same database."""

    def __init__(self, engine, clock, name="other"):
        self.engine, self.presence = engine, Presence(clock)
        self.news = PresenceNews(self.presence, process=name, clock=clock)

    def tell(self):
        self.news.tell(self.engine)


@pytest.fixture
def other(engine, clock):
    return Process(engine, clock)


def expected(engine, workshop):
    """For how many the room waits, as this process counts."""
    return room.progress(engine, ADA, workshop.id).expected


def told_at(engine, workshop):
    """When the other process told of this room; None when it has not, or when that is long ago."""
    with reading(engine) as session:
        rows = session.connection().exec_driver_sql("SELECT workshop_id, told_at FROM presence").all()
    return dict(map(tuple, rows)).get(workshop.id)


def test_who_is_at_another_process_is_waited_for(engine, workshop, other):
    other.presence.connect(workshop.id, "ben")
    assert expected(engine, workshop) == 0
    other.tell()
    assert expected(engine, workshop) == 1


def test_who_moved_over_is_counted_once(engine, workshop, other):
    token = attend(engine, workshop)
    other.presence.connect(workshop.id, person(engine, token))
    other.tell()
    assert expected(engine, workshop) == 1


def test_who_left_the_other_process_is_waited_for_a_while(engine, workshop, other, clock):
    other.presence.connect(workshop.id, "ben")
    other.tell()
    other.presence.disconnect(workshop.id, "ben")
    for passed, waited_for in ((AWAY_AFTER - 1, 1), (AWAY_AFTER + 1, 0)):
        clock.passed = passed
        other.tell()
        assert expected(engine, workshop) == waited_for


def test_who_was_at_a_process_that_died_is_waited_for_a_while(engine, workshop, other, clock):
    other.presence.connect(workshop.id, "ben")
    other.tell()
    clock.passed = AWAY_AFTER - 1
    assert expected(engine, workshop) == 1
    clock.passed = AWAY_AFTER + 1
    assert expected(engine, workshop) == 0


def test_a_hall_that_sits_still_is_told_of_twice_a_minute(engine, workshop, other, clock):
    other.presence.connect(workshop.id, "ben")
    other.tell()
    first = told_at(engine, workshop)
    clock.passed = REPEATED_AFTER - 1
    other.tell()
    assert told_at(engine, workshop) == first
    clock.passed = REPEATED_AFTER
    other.tell()
    assert told_at(engine, workshop) != first


def test_a_process_that_nobody_came_to_tells_nothing(engine, workshop, other, clock):
    other.presence.see("another workshop", "ben")
    clock.passed = 2 * AWAY_AFTER
    other.tell()
    assert told_at(engine, workshop) is None


def test_a_workshop_that_is_gone_hinders_nobody(engine, workshop, other):
    other.presence.connect("borta", "chi")
    other.presence.connect(workshop.id, "ben")
    other.tell()
    assert expected(engine, workshop) == 1


def test_old_news_are_cleared_away(engine, quick_assessment, workshop, other, clock):
    dead = Process(engine, clock, "dead")
    dead.presence.connect(workshop.id, "ben")
    dead.tell()
    clock.passed = FORGOTTEN_AFTER.total_seconds() + 1
    later = prepare(engine, quick_assessment)
    other.presence.connect(later.id, "chi")
    other.tell()
    assert (told_at(engine, workshop), told_at(engine, later) is None) == (None, False)


def test_news_that_could_not_be_written_are_told_the_next_time(engine, workshop, other):
    other.presence.connect(workshop.id, "ben")
    working, other.engine = other.engine, None
    with pytest.raises(AttributeError):
        other.tell()
    other.engine = working
    other.tell()
    assert expected(engine, workshop) == 1


def test_this_process_does_not_hear_itself(engine, workshop, clock):
    PRESENCE.see(workshop.id, "ben")
    PresenceNews(clock=clock).tell(engine)
    clock.passed = AWAY_AFTER + 1
    with reading(engine) as session:
        since = clock.now() - timedelta(days=1)
        assert repository.present_elsewhere(session, workshop.id, process="other", since=since) == {"ben"}
    assert expected(engine, workshop) == 0
