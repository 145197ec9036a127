"""Everything moves, every row the same; an occupied place or a database in use is refused and nothing changes."""

from datetime import UTC, datetime

import pytest

from assessment.domain.viewer import ADMINISTRATOR
from assessment.services import copies, demo
from assessment.services.house import open_house
from assessment.storage.backup_errors import DatabaseInUse, FileMissing, MovedWrong, SourceOld, TargetNotEmpty
from assessment.storage.database import open_engine, unit_of_work
from assessment.storage.errors import AddressFailed, DatabaseNewer
from assessment.storage.tables import ChecklistRow
from tests import builders
from tests.twin import everything, twins, writers
from tests.workshop_builders import Facilitator, attend, prepare, vote

pytestmark = [pytest.mark.slow, pytest.mark.sqlite_only]


@pytest.fixture
def lived_in(tmp_path):
    """The address of a file with the example in it, the four steps too, and a workshop that has voted."""
    engine = builders.house(tmp_path)
    loaded = demo.load(engine, ADMINISTRATOR)
    facilitator = Facilitator(engine, prepare(engine, loaded[-1]))
    token = attend(engine, facilitator.seen, name="Åsa “Ärlig” \U0001f642\n\ttabb")
    item = builders.asked(engine, loaded[-1])[0].id
    vote(engine, token, facilitator.open_vote(item), 3)
    engine.dispose()
    return builders.url(tmp_path / "rustad.db")


def move(source, target):
    return copies.move(source, ADMINISTRATOR, target)


def test_every_row_arrives_at_postgresql_and_comes_back(lived_in, empty_postgres_url, tmp_path):
    before = everything(lived_in)
    assert {name for name, rows in before.items() if not rows} <= SELDOM

    rows = move(lived_in, empty_postgres_url)

    assert rows == sum(map(len, before.values())) > 1000
    assert everything(empty_postgres_url) == everything(lived_in) == before
    assert move(empty_postgres_url, builders.url(tmp_path / "back.db")) == rows
    assert everything(builders.url(tmp_path / "back.db")) == before

    engine = open_house(empty_postgres_url)  # and it works on
    builders.join(engine, builders.start(engine), builders.BEN)
    engine.dispose()


SELDOM = {
    *("participant_person", "personal_link", "guess", "presence", "ended_sign_in", "participant_added"),
    *("plan_reading", "moved_row", "row_order", "subject", "action_change", "agreed_level", "target"),
}


def test_new_rows_are_numbered_after_those_that_came_along(lived_in, empty_postgres_url):
    add_checklist(lived_in, id=41, version="1")
    move(lived_in, empty_postgres_url)
    assert add_checklist(empty_postgres_url, version="2") == 42


def add_checklist(url, **chosen):
    engine = open_engine(url)
    with unit_of_work(engine) as session:
        row = ChecklistRow(key="other", content="{}", file_digest="", stored_at=datetime.now(UTC), **chosen)
        session.add(row)
        session.flush()
        number = row.id
    engine.dispose()
    return number


def test_a_place_that_holds_something_is_refused(lived_in, postgres_url):
    before = everything(postgres_url)
    with pytest.raises(TargetNotEmpty):
        move(lived_in, postgres_url)
    assert everything(postgres_url) == before


def test_nobody_may_be_writing_meanwhile(tmp_path, empty_postgres_url):
    builders.fresh_file(tmp_path / "rustad.db")
    source = builders.url(tmp_path / "rustad.db")
    with writers(source, 1), pytest.raises(DatabaseInUse):
        move(source, empty_postgres_url)

    move(source, empty_postgres_url)
    assert twins(empty_postgres_url) == twins(source)


def test_a_move_that_fails_leaves_the_new_place_empty(lived_in, empty_postgres_url):
    execute(lived_in, "UPDATE participant SET name = 'a' || char(0) || 'b'")  # which PostgreSQL cannot hold
    before = everything(lived_in)
    with pytest.raises(MovedWrong):
        move(lived_in, empty_postgres_url)
    assert everything(lived_in) == before

    execute(lived_in, "UPDATE participant SET name = 'ab'")
    assert move(lived_in, empty_postgres_url) > 0


def execute(url, statement):
    engine = open_engine(url)
    with unit_of_work(engine) as session:
        session.connection().exec_driver_sql(statement)
    engine.dispose()


@pytest.mark.parametrize(("revision", "told"), [("0001", SourceOld), ("9999", DatabaseNewer)])
def test_another_versions_database_is_refused(tmp_path, revision, told):
    builders.fresh_file(tmp_path / "rustad.db")
    source = builders.url(tmp_path / "rustad.db")
    execute(source, f"UPDATE alembic_version SET version_num = '{revision}'")
    with pytest.raises(told):
        move(source, builders.url(tmp_path / "new.db"))


@pytest.mark.parametrize("target", ["mysql://host/rustad", "postgresql://rustad@127.0.0.1:1/rustad"])
def test_an_address_that_will_not_do_is_said_to_be_the_new_one(tmp_path, target):
    builders.fresh_file(tmp_path / "rustad.db")
    with pytest.raises(AddressFailed) as refused:
        move(builders.url(tmp_path / "rustad.db"), target)
    assert "RUSTAD_MOVE_TO" in str(refused.value)


def test_a_missing_file_is_told_and_not_made(tmp_path):
    with pytest.raises(FileMissing):
        move(builders.url(tmp_path / "none.db"), builders.url(tmp_path / "new.db"))
    assert not (tmp_path / "none.db").exists()


def test_a_database_is_not_moved_to_itself(tmp_path):
    engine = builders.house(tmp_path)
    engine.dispose()
    url = engine.url.render_as_string(hide_password=False)

    with pytest.raises(TargetNotEmpty):
        copies.move(url, ADMINISTRATOR, url)
