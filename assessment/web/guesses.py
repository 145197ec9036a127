"""How many wrong join codes an address may try. Only wrong ones count: a hall behind one address gets in."""

from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network
from threading import Lock
from time import monotonic
from typing import Final

MOST: Final = 100  # wrong codes at once
PER_SECOND: Final = 2.0  # that come back
MOST_ADDRESSES: Final = 10_000
HOME_BITS: Final = 64  # of an IPv6 address; one household or phone holds all addresses that share them


class Guesses:
    """A bucket for each address. Thread-safe. `clock` gives seconds and never goes back."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()  # what was left, and when; latest last

    def allowed(self, address: str) -> bool:
        """Whether a code that was typed there may be looked up at all."""
        with self._lock:
            return self._left(_origin(address)) >= 1

    def miss(self, address: str) -> None:
        """A code was wrong."""
        origin = _origin(address)
        with self._lock:
            self._buckets[origin] = (max(0.0, self._left(origin) - 1), self._clock())
            self._buckets.move_to_end(origin)
            if len(self._buckets) > MOST_ADDRESSES:
                self._buckets.popitem(last=False)

    def _left(self, origin: str) -> float:
        left, since = self._buckets.get(origin, (float(MOST), self._clock()))
        return min(MOST, left + PER_SECOND * (self._clock() - since))


def _origin(address: str) -> str:
    """What counts as one guesser: an IPv4 address, or the network of an IPv6 address."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or ip_network((int(found), HOME_BITS), strict=False))
    return address
