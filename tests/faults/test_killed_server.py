"""The server is killed while people write through it. `python -m tests.bench --only faults` does it a hundred times."""

import pytest

from tests.bench.faults import struck
from tests.bench.stores import PostgresStore, SqliteStore

BLOWS, WRITERS = 3, 8  # on PostgreSQL one kills Rustad, one kills the database, one cuts all its connections


@pytest.mark.slow
@pytest.mark.parametrize("store", [SqliteStore, PostgresStore])
def test_no_confirmed_answer_or_vote_is_lost_when_the_server_is_killed(tmp_path, store):
    seen = struck(store(tmp_path), tmp_path, blows=BLOWS, writers=WRITERS)
    assert (seen.blows, seen.lost, seen.broken, seen.backwards) == (BLOWS, 0, 0, 0)
    assert seen.acknowledged >= BLOWS * WRITERS
