"""People read what they can do about a database that fails. Where it lies stands in the log, and not too often."""

import logging

import pytest

from assessment.domain.errors import AssessmentError
from assessment.storage import postgres_errors
from assessment.storage.errors import DatabaseAway, DatabaseFailed
from assessment.storage.failure_log import QUIET, FailureLog
from assessment.texts.language import language

PLACES = {"place": "db.example:5433/rustad", "path": "/srv/rustad.db"}


def kinds(of):
    """Every error below this one."""
    return [kind for below in of.__subclasses__() for kind in (below, *kinds(below))]


FAILURES = sorted((kind for kind in kinds(DatabaseFailed) if kind.text), key=lambda one: one.__name__)
assert postgres_errors.ServerAway in FAILURES  # those of PostgreSQL are loaded too


@pytest.mark.parametrize("failure", FAILURES, ids=lambda one: one.__name__)
@pytest.mark.parametrize("code", ["sv", "en"])
def test_no_failure_of_the_database_names_a_machine_a_file_or_a_setting_to_people(failure, code):
    told = language(code).explain(failure(**PLACES))
    assert told and not [one for one in (*PLACES.values(), "RUSTAD_", "{", "max_connections", "CREATE") if one in told]


def test_who_runs_rustad_reads_where(caplog):
    log = FailureLog(lambda: 0.0)
    log.note(DatabaseAway(path="/srv/rustad.db"))
    assert "/srv/rustad.db" in caplog.text
    assert "/srv/rustad.db" in language("sv").explain_to_keeper(DatabaseAway(path="/srv/rustad.db"))


def test_the_same_failure_is_logged_once_a_minute_and_another_at_once(caplog):
    moments = iter((0.0, 1.0, QUIET - 1, QUIET, QUIET))
    log = FailureLog(lambda: next(moments))
    for _ in range(4):
        log.note(DatabaseAway(path="a.db"))
    log.note(DatabaseAway(path="b.db"))
    assert [record.message[:17] for record in caplog.records] == [
        "The database a.db",
        "The database a.db",
        "The database b.db",
    ]


def test_a_broken_rule_is_nobody_elses_business(caplog):
    caplog.set_level(logging.DEBUG)
    FailureLog().note(AssessmentError())
    assert caplog.text == ""
