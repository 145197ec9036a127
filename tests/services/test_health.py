"""What is wrong is named, together with what to do; what is well is said to be well."""

import os
from datetime import UTC, datetime, timedelta

import pytest

from assessment.domain.errors import AssessmentError
from assessment.domain.house_copy import copy_name
from assessment.domain.viewer import ADMINISTRATOR, SERVER
from assessment.services import kept_copies
from assessment.services.copy_plan import copy_plan
from assessment.services.health import checks
from assessment.services.health_errors import (
    ClockBehind,
    CopyHoursOld,
    CopyNone,
    CopyOld,
    FolderClosed,
    RowsOrphaned,
    SavesUnsafe,
)
from assessment.settings import Settings
from assessment.storage.database import open_engine, unit_of_work
from assessment.storage.errors import SecretKeyMissing
from assessment.storage.postgres_errors import SignInRefused
from tests import builders


def found(url, **chosen):
    """The problems by their subject."""
    looked = list(checks(Settings(database_url=url, **chosen), ADMINISTRATOR))
    assert looked
    return {type(check.problem): check for check in looked if check.problem is not None}


def execute(engine, statement):
    with unit_of_work(engine) as session:
        session.connection().exec_driver_sql(statement)


def house_begun(engine, **ago):
    """As if the house had been opened so long ago."""
    at = (datetime.now(UTC) - timedelta(**ago)).strftime("%Y-%m-%d %H:%M:%S.%f")
    execute(engine, f"UPDATE checklist SET stored_at = '{at}'")


def test_a_row_from_the_future_says_that_the_clock_is_wrong(engine, house_url, quick_assessment):
    later = (datetime.now(UTC) + timedelta(minutes=90)).strftime("%Y-%m-%d %H:%M:%S.%f")
    execute(engine, f"UPDATE assessment SET changed_at = '{later}'")
    assert 88 <= found(house_url)[ClockBehind].problem.parameters["minutes"] <= 90


@pytest.mark.sqlite_only
def test_rows_that_refer_to_nothing_are_counted(engine, house_url, ben):
    raw = engine.raw_connection()
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("DELETE FROM assessment")
    raw.commit()
    raw.close()
    assert found(house_url)[RowsOrphaned].problem.parameters["number"] > 0


@pytest.mark.sqlite_only
def test_a_house_without_a_copy_is_told_after_two_days(engine, house_url):
    assert CopyNone not in found(house_url)
    house_begun(engine, hours=49)
    assert CopyNone in found(house_url)
    assert CopyNone not in found(house_url, backup_hours=0)


@pytest.mark.sqlite_only
@pytest.mark.parametrize(("hours", "every", "told"), [(60, 24, CopyOld), (7, 2, CopyHoursOld), (47, 24, None)])
def test_an_old_copy_is_told_when_something_has_changed_since(engine, house_url, hours, every, told):
    plan = copy_plan(Settings(database_url=house_url))
    made = kept_copies.make(plan, ADMINISTRATOR)
    before = datetime.now(UTC) - timedelta(hours=hours)
    path = (plan.folder / made.name).rename(plan.folder / copy_name("rustad", before, ending=".db"))
    os.utime(path, (before.timestamp(), before.timestamp()))
    builders.start(engine)

    assert {CopyOld, CopyHoursOld} & set(found(house_url, backup_hours=every)) == ({told} if told else set())


@pytest.mark.sqlite_only
def test_an_old_copy_is_well_when_nothing_has_changed_since(engine, house_url):
    plan = copy_plan(Settings(database_url=house_url))
    made = kept_copies.make(plan, ADMINISTRATOR)
    before = datetime.now(UTC) - timedelta(hours=300)
    path = (plan.folder / made.name).rename(plan.folder / copy_name("rustad", before, ending=".db"))
    for file in (path, *plan.folder.parent.glob("rustad.db*")):
        os.utime(file, (before.timestamp(), before.timestamp() - (0 if file == path else 60)))

    assert found(house_url) == {}


@pytest.mark.sqlite_only
def test_a_folder_for_copies_that_is_a_file_is_told(engine, house_url, tmp_path):
    (tmp_path / "kopior").write_text("a file")
    assert FolderClosed in found(house_url)


@pytest.mark.slow
def test_a_server_says_what_it_lacks(postgres_url):
    problems = found(postgres_url)
    # The tests' own server forgets what it is told when the power goes, on purpose
    assert problems[SavesUnsafe].problem.parameters == {"setting": "fsync"}
    assert set(problems) == {SavesUnsafe, SecretKeyMissing}
    assert SecretKeyMissing not in found(postgres_url, secret_key="a secret that everybody in the tests may know")


@pytest.mark.slow
def test_a_refused_sign_in_ends_the_look(postgres_url):
    wrong = postgres_url.replace("hemligt", "fel")
    assert list(found(wrong, secret_key="x" * 40)) == [SignInRefused]


@pytest.mark.sqlite_only
def test_only_the_administrator_may_look(engine, house_url):
    for viewer in (builders.ADA, SERVER):
        with pytest.raises(AssessmentError):
            list(checks(Settings(database_url=house_url), viewer))


@pytest.mark.sqlite_only
def test_looking_changes_nothing(house_url, tmp_path):
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    assert found(house_url) == {}
    open_engine(house_url).dispose()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before
