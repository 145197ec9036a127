"""A PostgreSQL server that has frozen: it takes what it is sent, answers nothing, and hangs up on nobody."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from assessment.domain.errors import AssessmentError
from assessment.services import assessments
from assessment.services.house import open_house
from assessment.storage import postgres_patience, repository
from assessment.storage.database import unit_of_work
from assessment.storage.errors import DatabaseFailed
from assessment.storage.postgres_errors import ConnectionLost, ServerAway
from tests import builders
from tests.builders import ADA
from tests.postgres import shared_server

pytestmark = [pytest.mark.slow, pytest.mark.postgres_only]
SHORT = 0.3  # seconds of patience while nothing can answer
LONGEST = 60  # seconds until a test has failed


@pytest.fixture
def server():
    """The server that the tests share. It is thawed whatever happens."""
    return shared_server()


@pytest.fixture
def house(house_url):
    """A house on it that has been used."""
    engine = open_house(f"{house_url}?connect_timeout=2")
    builders.start(engine, name="Före")
    yield engine
    engine.dispose()


@contextmanager
def frozen(server, house):
    """The server is frozen, and people have less patience than in earnest."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postgres_patience, "PING", SHORT)
        names(house)  # from now on what rests in the pool has less
        patch.setattr(postgres_patience, "STATEMENT", SHORT)
        patch.setattr(postgres_patience.PatientConnection, "patience", SHORT)
        server.freeze()
        try:
            yield
        finally:
            server.thaw()


def test_nobody_waits_for_a_frozen_server_and_it_is_used_again_once_it_moves(server, house):
    with frozen(server, house), ThreadPoolExecutor(10) as people:
        asked = [people.submit(refusal, attempt, house) for attempt in (names, builders.start) * 5]
        assert {one.result(LONGEST) for one in asked} <= {ServerAway, ConnectionLost}
        assert refusal(names, house) is ServerAway
    assert once_it_answers(names, house) == ["Före"]
    builders.start(house, name="Efter")
    assert set(names(house)) == {"Före", "Efter"}


def test_what_was_under_way_when_it_froze_is_told_as_uncertain_and_is_not_half_saved(server, house):
    saved = assessments.summaries(house, ADA)[0].assessment
    with pytest.raises(ConnectionLost), unit_of_work(house) as session:
        repository.rename(session, saved.id, name="Halvvägs", organisation="")
        session.flush()
        session.connection().connection.driver_connection.patience = SHORT
        with frozen(server, house):
            repository.rename(session, saved.id, name="Senare", organisation="")
            session.flush()
    assert once_it_answers(names, house) == ["Före"]


def names(engine):
    return [one.assessment.name for one in assessments.summaries(engine, ADA)]


def refusal(attempt, engine):
    with pytest.raises(AssessmentError) as told:
        attempt(engine)
    return type(told.value)


def once_it_answers(read, engine):
    give_up_at = time.monotonic() + LONGEST
    while True:
        try:
            return read(engine)
        except DatabaseFailed:
            assert time.monotonic() < give_up_at
            time.sleep(0.1)
