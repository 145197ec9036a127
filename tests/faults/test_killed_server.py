"""The server is killed while people write through it. `python -m tests.bench --only faults` does it a hundred times."""

import pytest

from tests.bench.faults import struck
from tests.bench.stores import SqliteStore

KILLS, WRITERS = 3, 8


@pytest.mark.slow
def test_no_confirmed_answer_or_vote_is_lost_when_the_server_is_killed(tmp_path):
    seen = struck(SqliteStore(tmp_path), tmp_path, blows=KILLS, writers=WRITERS)
    assert (seen.blows, seen.lost, seen.broken, seen.backwards) == (KILLS, 0, 0, 0)
    assert seen.acknowledged >= KILLS * WRITERS
