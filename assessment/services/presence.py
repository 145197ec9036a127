"""Who is in the room now: an open connection, or a sign of life in the last minute and a half.

Kept in memory, because it is true for this moment only. After a restart the phones come back by themselves. What other
processes need to know of it is told by `presence_news`.
"""

from collections import defaultdict
from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import Final

AWAY_AFTER: Final = 90.0  # seconds without connection or request until a participant is not waited for


class Presence:
    """Thread-safe. `clock` gives seconds and never goes back."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._connected: dict[str, dict[str, int]] = defaultdict(dict)  # workshop → participant → connections
        self._seen: dict[str, dict[str, float]] = defaultdict(dict)  # workshop → participant → when

    def connect(self, workshop_id: str, participant_id: str) -> None:
        with self._lock:
            open_ = self._connected[workshop_id]
            open_[participant_id] = open_.get(participant_id, 0) + 1

    def disconnect(self, workshop_id: str, participant_id: str) -> None:
        """One connection fewer. Who has none left was last seen now."""
        with self._lock:
            open_ = self._connected[workshop_id]
            open_[participant_id] = open_.get(participant_id, 0) - 1
            if open_[participant_id] <= 0:
                del open_[participant_id]
            self._seen[workshop_id][participant_id] = self._clock()

    def see(self, workshop_id: str, participant_id: str) -> None:
        with self._lock:
            self._seen[workshop_id][participant_id] = self._clock()

    def present(self, workshop_id: str) -> set[str]:
        """The ids of the participants who are here."""
        with self._lock:
            fresh = self._clock() - AWAY_AFTER
            seen = self._seen[workshop_id]
            for gone in [one for one, when in seen.items() if when < fresh]:
                del seen[gone]
            return {*self._connected[workshop_id], *seen}

    def rooms(self) -> list[str]:
        """The workshops that somebody has been in since the process began."""
        with self._lock:
            return list({*self._connected, *self._seen})


PRESENCE: Final = Presence()
