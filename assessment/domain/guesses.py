"""How many wrong join codes one place may try. Only wrong ones count: a hall behind one address gets in."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

MOST: Final = 100  # wrong codes at once
PER_SECOND: Final = 2.0  # that come back
FORGIVEN_AFTER: Final = timedelta(seconds=MOST / PER_SECOND)  # nothing needs to be known any longer
HOME_BITS: Final = 64  # of an IPv6 address; one household or phone holds all addresses that share them


@dataclass(frozen=True, slots=True)
class Guesses:
    """What was left of a place's guesses at a moment."""

    left: float
    at: datetime

    def left_at(self, now: datetime) -> float:
        """Never fewer than before: the clocks of two servers are not quite the same."""
        return min(MOST, self.left + PER_SECOND * max(0.0, (now - self.at).total_seconds()))


def allowed(known: Guesses | None, now: datetime) -> bool:
    """Whether a code that comes from there may be looked up at all. `known` is None where nothing was wrong lately."""
    return known is None or known.left_at(now) >= 1


def missed(known: Guesses | None, now: datetime) -> Guesses:
    """After one more wrong code."""
    left = MOST if known is None else known.left_at(now)
    return Guesses(max(0.0, left - 1), now)


def origin(address: str) -> str:
    """What counts as one guesser: an IPv4 address, or the network of an IPv6 address."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or ip_network((int(found), HOME_BITS), strict=False))
    return address
