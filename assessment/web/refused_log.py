"""A line for an administrator when requests are refused or fail: what and where, never the whole address.

Addresses carry codes, tokens and ids. A flood of them makes a line a minute and not a full disk.
"""

import logging
from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import Final

TOLD: Final = frozenset({400, 403, 408, 413, 429, 431, 500, 502, 503})
PLACES: Final = frozenset({"d", "utskrift", "media", "_stcore", "static", "app", "halsa"})
QUIET: Final = 60.0  # seconds between two lines about the same
log = logging.getLogger("rustad")


class RefusedLog:
    """Thread-safe. `clock` gives seconds and never goes back."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._seen: dict[tuple[int, str], tuple[float, int]] = {}  # when it was last told, and how many since

    def note(self, status: int, path: str) -> None:
        if status not in TOLD:
            return
        part = path.strip("/").partition("/")[0]
        place = f"/{part}" if part in PLACES else "/"
        with self._lock:
            at, count = self._seen.get((status, place), (-QUIET, 0))
            due = self._clock() - at >= QUIET
            self._seen[status, place] = (self._clock(), 0) if due else (at, count + 1)
        if due:
            more = f", and {count} more since the last line about it" if count else ""
            log.warning("answered %s below %s%s", status, place, more)


REFUSED: Final = RefusedLog()
