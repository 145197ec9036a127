"""A database server is copied by one process, when it is time and something has changed."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from assessment.domain.house_copy import copy_name
from assessment.domain.viewer import ADMINISTRATOR, SERVER
from assessment.services import kept_copies
from assessment.services.copy_plan import copy_plan
from assessment.services.house import open_house
from assessment.settings import ROOT, Settings
from assessment.storage.copy_turn import turn_to_copy
from tests import builders

pytestmark = pytest.mark.slow
COPY = """
from assessment.domain.viewer import SERVER
from assessment.services.copy_plan import copy_plan
from assessment.services.kept_copies import make_if_due
from assessment.settings import settings
make_if_due(copy_plan(settings()), SERVER)
"""


def listed(plan):
    return kept_copies.listed(plan, ADMINISTRATOR)


def due(plan):
    return kept_copies.make_if_due(plan, SERVER)


@pytest.fixture
def served(postgres_url, tmp_path):
    """A copy a day of a house on a database server."""
    return copy_plan(Settings(database_url=postgres_url, backup_folder=str(tmp_path / "copies")))


def made_yesterday(plan):
    """As if the newest copy had been made a day and an hour ago, and nobody had looked since."""
    before = datetime.now(UTC) - timedelta(hours=25)
    path = (plan.folder / listed(plan)[0].name).rename(plan.folder / copy_name(plan.database, before, ending=".dump"))
    os.utime(path, (before.timestamp(), before.timestamp()))


def test_a_database_server_is_copied_too(served):
    made = due(served)
    assert made.name.endswith(".dump")
    assert listed(served) == (made,)
    assert kept_copies.content(served, ADMINISTRATOR, made.name).startswith(b"PGDMP")


def test_a_database_server_is_not_copied_again_before_something_has_changed(served):
    due(served)
    made_yesterday(served)
    [before] = listed(served)

    assert due(served) is None
    [after] = listed(served)
    assert (after.name, after.looked_at > before.looked_at) == (before.name, True)

    engine = open_house(served.url.render_as_string(hide_password=False))
    builders.start(engine)
    engine.dispose()
    assert due(served) is None  # a day has not passed since it was looked at
    made_yesterday(served)
    assert due(served) is not None


def test_of_two_processes_on_a_database_server_one_makes_the_copy(served, tmp_path):
    address = served.url.render_as_string(hide_password=False)
    chosen = os.environ | {"RUSTAD_DATABASE_URL": address, "RUSTAD_BACKUP_FOLDER": str(served.folder)}
    with turn_to_copy(served.url) as ours:
        subprocess.run([sys.executable, "-c", COPY], cwd=ROOT, env=chosen, check=True)
        assert (ours, listed(served)) == (True, ())

    assert due(served) is not None
    assert due(served) is None  # as the other would find it too
