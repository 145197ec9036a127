"""Transactions: all or nothing, on disk when acknowledged, and whatever the database refuses told in one sentence."""

import sqlite3
from threading import Barrier, Thread

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError

from assessment.services import assessments, responses
from assessment.services.house import open_house
from assessment.storage import database, repository
from assessment.storage.database import open_engine, reading, unit_of_work
from assessment.storage.errors import (
    DatabaseAddressWrong,
    DatabaseAway,
    DatabaseBusy,
    DatabaseFull,
    DatabaseReadOnly,
)
from assessment.texts.language import language
from tests import builders
from tests.builders import ADA


def pragma(engine, name):
    with reading(engine) as session:
        return session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()


@pytest.mark.sqlite_only
def test_every_commit_is_synced_and_readers_do_not_wait(engine):
    settings = {name: pragma(engine, name) for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")}
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 15_000}


@pytest.mark.sqlite_only
def test_every_connection_is_prepared(engine):
    with reading(engine), reading(engine), reading(engine):
        assert (pragma(engine, "synchronous"), pragma(engine, "foreign_keys")) == (2, 1)


def test_a_unit_of_work_that_fails_leaves_nothing(engine, quick_assessment):
    with pytest.raises(ZeroDivisionError), unit_of_work(engine) as session:
        repository.rename(session, quick_assessment.id, name="Halvvägs", organisation="")
        raise ZeroDivisionError
    assert assessments.opened(engine, ADA, quick_assessment.id).assessment.name == quick_assessment.name


def test_a_unit_of_work_can_be_left_by_an_interruption_without_a_trace(engine, quick_assessment):
    with pytest.raises(KeyboardInterrupt), unit_of_work(engine) as session:
        repository.remove_assessment(session, quick_assessment.id)
        raise KeyboardInterrupt
    assert assessments.revision(engine, ADA, quick_assessment.id) == 0


def test_after_a_failure_the_next_writer_gets_its_turn(engine, quick_assessment, ben):
    with pytest.raises(ZeroDivisionError), unit_of_work(engine):
        raise ZeroDivisionError
    builders.answer(engine, ben, "POL-01", 3)
    assert assessments.revision(engine, ADA, quick_assessment.id) == 2


def test_a_reader_sees_one_moment_however_much_is_written_meanwhile(engine, quick_assessment, ben):
    with reading(engine) as session:
        before = repository.revision(session, quick_assessment.id)
        builders.answer_all(engine, ben)
        assert repository.revision(session, quick_assessment.id) == before
        assert repository.responses_of(session, ben.id) == {}
    assert assessments.revision(engine, ADA, quick_assessment.id) == before + 24


def test_a_bug_of_ours_is_not_dressed_up_as_a_full_disk(engine):
    with pytest.raises(IntegrityError), unit_of_work(engine) as session:
        session.execute(text("INSERT INTO target VALUES ('nowhere', 'POL', 3, 1, '2026-11-22')"))


@pytest.mark.sqlite_only
def test_a_unit_of_work_keeps_other_programs_from_writing_from_its_first_read_on(engine, tmp_path, quick_assessment):
    other = sqlite3.connect(tmp_path / "rustad.db", timeout=0, isolation_level=None)
    with unit_of_work(engine) as session:
        repository.revision(session, quick_assessment.id)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    with reading(engine) as session:
        repository.revision(session, quick_assessment.id)
        other.execute("BEGIN IMMEDIATE")
    other.close()


def test_four_and_twenty_people_answer_at_once_and_nothing_is_lost(engine):
    assessment = builders.start(engine)
    items = [item.id for item in builders.asked(engine, assessment)][:12]
    people = [builders.join(engine, assessment, f"{number}") for number in range(24)]
    before = assessments.revision(engine, ADA, assessment.id)
    together, failures = Barrier(len(people)), []

    def answer_everything(person, number):
        try:
            together.wait()
            for place, item in enumerate(items):
                builders.answer(engine, person, item, (number + place) % 5)
        except BaseException as error:
            failures.append(error)
            raise

    threads = [Thread(target=answer_everything, args=pair) for pair in zip(people, range(24), strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    with reading(engine) as session:
        stored = repository.responses(session, assessment.id)
    for number, person in enumerate(people):
        levels = {one.item_id: one.answer.level for one in stored[person.id]}
        assert levels == {item: (number + place) % 5 for place, item in enumerate(items)}
    assert assessments.revision(engine, ADA, assessment.id) == before + 24 * len(items)


def test_all_participants_write_different_texts_of_one_response_and_each_stays(engine, quick_assessment, ben):
    """Three writers change one row; none overwrites what another has just saved."""
    kinds = list(responses.ResponseText)
    together = Barrier(len(kinds))

    def write(which):
        together.wait()
        for number in range(10):
            responses.write(
                engine, ADA, participant_id=ben.id, item_id="POL-01", which=which, text=f"{which.value} {number}"
            )

    threads = [Thread(target=write, args=(which,)) for which in kinds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with reading(engine) as session:
        stored = repository.response(session, ben.id, "POL-01")
    assert (stored.reason, stored.comment, stored.evidence) == ("reason 9", "comment 9", "evidence 9")
    assert assessments.revision(engine, ADA, quick_assessment.id) == 1 + 30


# What the database may refuse


def told(error):
    return language("sv").explain_to_keeper(error), language("en").explain_to_keeper(error)


@pytest.mark.sqlite_only
def test_a_full_disk_is_told_and_what_was_saved_stays(engine, quick_assessment, ben):
    builders.answer(engine, ben, "POL-01", 3)
    engine.dispose()
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count=1"))
    with pytest.raises(DatabaseFull) as refused:
        for item in builders.asked(engine, quick_assessment):
            responses.write(
                engine,
                ADA,
                participant_id=ben.id,
                item_id=item.id,
                which=responses.ResponseText.COMMENT,
                text="lång " * 6000,
            )
    assert told(refused.value) == (
        "Disken är full, så inget är sparat. Frigör utrymme och försök igen.",
        "The disk is full, so nothing was saved. Free some space and try again.",
    )
    with reading(engine) as session:
        assert repository.response(session, ben.id, "POL-01").answer.level == 3
        assert session.connection().exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


@pytest.mark.sqlite_only
def test_a_file_that_may_only_be_read_can_be_read_and_refuses_to_be_written(engine, tmp_path, quick_assessment, ben):
    engine.dispose()
    path = tmp_path / "rustad.db"
    reader = open_house(f"sqlite:///file:{path}?mode=ro&uri=true")
    assert [one.assessment.id for one in assessments.summaries(reader, ADA)] == [quick_assessment.id]
    with pytest.raises(DatabaseReadOnly) as refused:
        builders.answer(reader, ben, "POL-01", 3)
    assert told(refused.value) == (
        f"{path} går inte att skriva till, så inget är sparat. Kontrollera rättigheterna för filen och mappen.",
        f"{path} cannot be written to, so nothing was saved. Check the rights of the file and its folder.",
    )
    reader.dispose()


@pytest.mark.sqlite_only
def test_a_database_that_another_program_keeps_locked_is_told(engine, tmp_path, quick_assessment, ben, monkeypatch):
    engine.dispose()
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    impatient = open_engine(builders.url(tmp_path / "rustad.db"))
    other = sqlite3.connect(tmp_path / "rustad.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseBusy) as refused:
        builders.answer(impatient, ben, "POL-01", 3)
    assert told(refused.value)[0] == "Databasen var upptagen, så inget är sparat. Försök igen."
    other.execute("ROLLBACK")
    builders.answer(impatient, ben, "POL-01", 3)
    other.close()
    impatient.dispose()


def test_a_writer_that_never_ends_is_told_to_the_next_one(engine, quick_assessment, ben, monkeypatch):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    with unit_of_work(engine), pytest.raises(DatabaseBusy):
        builders.answer(engine, ben, "POL-01", 3)


@pytest.mark.parametrize("name", ["no/such/folder/rustad.db", "."])
def test_a_place_without_folder_and_a_folder_in_the_place_are_told(tmp_path, name):
    with pytest.raises(DatabaseAway) as refused:
        open_house(builders.url(tmp_path / name))
    assert told(refused.value) == (
        f"Databasen {tmp_path / name} går inte att öppna. Kontrollera att mappen finns och går att skriva till.",
        f"The database {tmp_path / name} cannot be opened. Check that the folder exists and may be written to.",
    )


@pytest.mark.parametrize("address", ["", "rustad.db", "sqlite:/rustad.db", "nosuch://host/base"])
def test_a_setting_that_is_no_address_is_told_without_repeating_it(address):
    with pytest.raises(DatabaseAddressWrong) as refused:
        open_house(address)
    assert told(refused.value)[0].startswith("RUSTAD_DATABASE_URL är ingen adress till en databas.")
