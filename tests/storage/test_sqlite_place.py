"""A database file that is moved or deleted while it is open is away until it lies there again."""

import pytest

from assessment.services import assessments
from assessment.storage import repository
from assessment.storage.database import reading
from assessment.storage.errors import DatabaseAway
from tests import builders
from tests.builders import ADA

pytestmark = pytest.mark.sqlite_only


@pytest.fixture
def away(engine, tmp_path, ben):
    """The house is open, and its file lies elsewhere with all that belongs to it. Gives the other folder."""
    builders.answer(engine, ben, "POL-01", 3)
    other = tmp_path / "elsewhere"
    other.mkdir()
    for path in tmp_path.glob("rustad.db*"):
        path.rename(other / path.name)
    return other


def levels(engine, ben):
    with reading(engine) as session:
        return {item: one.answer.level for item, one in repository.responses_of(session, ben.id).items()}


def test_a_file_that_is_gone_is_told_and_not_made_anew(engine, away, ben, tmp_path, quick_assessment):
    with pytest.raises(DatabaseAway):
        builders.answer(engine, ben, "POL-01", 4)
    with pytest.raises(DatabaseAway):
        assessments.revision(engine, ADA, quick_assessment.id)
    assert not list(tmp_path.glob("rustad.db*"))


def test_when_the_file_is_back_all_goes_on(engine, away, ben, tmp_path):
    with pytest.raises(DatabaseAway):
        builders.answer(engine, ben, "POL-01", 4)
    for path in away.iterdir():
        path.rename(tmp_path / path.name)
    builders.answer(engine, ben, "POL-02", 1)
    assert levels(engine, ben) == {"POL-01": 3, "POL-02": 1}


def test_another_file_in_its_place_is_used_from_then_on(engine, away, quick_assessment, tmp_path):
    builders.fresh_file(tmp_path / "rustad.db")
    assert assessments.summaries(engine, ADA) == []
    assert builders.start(engine).id != quick_assessment.id
