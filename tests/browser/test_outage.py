"""The database server goes away under people at their screens, and comes back. Longer, and in more ways:
`python -m tests.bench --only outage`."""

import pytest

from tests.bench.outage import taken_away
from tests.bench.stores import PostgresStore

pytestmark = [pytest.mark.browser, pytest.mark.slow]
A_MOMENT = 0.5  # seconds: each clicks once or twice


def test_all_are_told_plainly_lose_nothing_and_go_on_by_themselves(browser, tmp_path):
    seen = taken_away(browser, PostgresStore, tmp_path, "cut_off", "come_back", seconds=A_MOMENT)
    assert (seen.wrong, seen.leaks, seen.lost, seen.problems, seen.tracebacks) == ([], [], 0, 0, 0)
    assert seen.clicks >= 2
