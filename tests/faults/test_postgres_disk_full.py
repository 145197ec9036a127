"""The disk of a PostgreSQL server is full, really, and has room again. Nothing is started anew."""

import os
import random
import string

import pytest
from sqlalchemy import make_url

from assessment.services import responses
from assessment.services.house import open_house
from assessment.services.responses import ResponseText
from assessment.storage.errors import DatabaseFull
from tests import builders
from tests.faults.full_disk import small_disk
from tests.postgres import shared_server

pytestmark = pytest.mark.slow
ROOM = 24  # megabytes, of which a database that holds nothing takes nearly ten
ITEM = "POL-01"
LONG = "".join(random.Random(2026).choices(string.printable.strip(), k=9000))  # too long to fit beside what is there
MOST = 50  # texts of that length until what was left over within the files is used up


@pytest.fixture
def disk():
    """A small disk that the server can reach."""
    with small_disk(shared_server().folder / "disk", ROOM) as mounted:
        if mounted is None:
            pytest.skip("only the administrator of a Linux computer can mount a small disk")
        yield mounted


@pytest.fixture
def engine(disk):
    """A house on it."""
    server = shared_server()
    place = disk.folder / "tables"
    place.mkdir()
    os.chown(place, server.folder.stat().st_uid, server.folder.stat().st_gid)
    address = server.fresh()
    name = make_url(address).database
    with server.connect() as connection:
        connection.execute(f"CREATE TABLESPACE small LOCATION '{place}'")
        connection.execute(f"ALTER DATABASE {name} SET TABLESPACE small")
    opened = open_house(address)
    yield opened
    opened.dispose()
    server.drop(address)
    with server.connect() as connection:
        connection.execute("DROP TABLESPACE small")


def test_a_full_disk_is_told_stores_nothing_and_passes(engine, disk):
    ben = builders.join(engine, builders.start(engine), builders.BEN)
    builders.answer(engine, ben, ITEM, 2)
    disk.fill()
    texts = (f"{number} {LONG}" for number in range(MOST))
    stored = None
    with pytest.raises(DatabaseFull):
        for text in texts:
            write(engine, ben, text)
            stored = text
    assert comment(engine, ben) == (stored or "")
    disk.free()
    write(engine, ben, LONG)
    assert comment(engine, ben) == LONG


def write(engine, ben, text):
    where = {"participant_id": ben.id, "item_id": ITEM}
    responses.write(engine, builders.viewer_of(ben), **where, which=ResponseText.COMMENT, text=text)


def comment(engine, ben):
    where = {"assessment_id": ben.assessment_id, "participant_id": ben.id}
    return responses.sheet(engine, builders.viewer_of(ben), **where).responses[ITEM].comment
