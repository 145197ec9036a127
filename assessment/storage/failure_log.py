"""A line for whoever runs Rustad when the database fails people: they themselves read no names of machines or files."""

import logging
from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import Final

from assessment.domain.errors import AssessmentError
from assessment.storage.errors import DatabaseFailed

QUIET: Final = 60.0  # seconds between two lines about the same
log = logging.getLogger("rustad")


class FailureLog:
    """Thread-safe. `clock` gives seconds and never goes back."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._told: dict[str, float] = {}

    def note(self, error: AssessmentError) -> None:
        """In English, and once a minute: a hall that waits for its database asks again and again."""
        if not isinstance(error, DatabaseFailed):
            return
        said = str(error)
        with self._lock:
            at = self._clock()
            due = at - self._told.get(said, -QUIET) >= QUIET
            if due:
                self._told[said] = at
        if due:
            log.error(said)


FAILURES: Final = FailureLog()
