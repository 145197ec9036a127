"""Which sign-ins have ended, as this process knows it: what it ended itself at once, what others ended in a second.

Each click of everybody who has signed in asks for this, so it is not read anew from the database each time.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from threading import Lock
from time import monotonic
from typing import Final
from weakref import WeakKeyDictionary

from sqlalchemy.engine import Engine

from assessment.services.clock import now
from assessment.storage.database import reading
from assessment.storage.repository import ended_sign_in_rows

FRESH: Final = 1.0  # seconds that what has been read is believed
READ_WHOLE: Final = 300.0  # seconds; in between only new marks are read
NEW: Final = timedelta(minutes=10)  # more than the clocks of two processes are apart


class SignInMarks:
    """What is known of one database. Thread-safe. `clock` gives seconds and never goes back."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._ended: dict[str, datetime] = {}
        self._read = self._read_whole = float("-inf")

    @property
    def fresh(self) -> bool:
        """Whether `ended` would answer without the database."""
        return self._clock() - self._read < FRESH

    def ended(self, engine: Engine) -> Mapping[str, datetime]:
        """When each sign-in ended, by its mark. Raises a database error."""
        with self._lock:
            if not self.fresh:
                self._look(engine)
            return self._ended

    def forget(self) -> None:
        """Read all of it before the next answer."""
        with self._lock:
            self._read = self._read_whole = float("-inf")

    def _look(self, engine: Engine) -> None:
        at = self._clock()
        whole = at - self._read_whole >= READ_WHOLE
        with reading(engine) as session:
            found = ended_sign_in_rows.ended_sign_ins(session, since=None if whole else now() - NEW)
        self._ended = found if whole else self._ended | found
        self._read = at
        if whole:
            self._read_whole = at


_marks: WeakKeyDictionary[Engine, SignInMarks] = WeakKeyDictionary()


def marks_of(engine: Engine) -> SignInMarks:
    return _marks.setdefault(engine, SignInMarks())
