"""The door through which phones on the same network come in: where it stands, and under which addresses.

The server itself answers this computer only. While a workshop lets phones in, the web layer keeps a second door open,
behind which there is nothing but the phone pages.
"""

import socket
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import psutil

from assessment.settings import settings


class DoorState(StrEnum):
    """`BLOCKED`: the port is taken by another program."""

    CLOSED = "closed"
    OPEN = "open"
    BLOCKED = "blocked"


@dataclass
class PhoneDoor:
    """Set by the web layer, read by the screens. A single assignment, so no lock."""

    state: DoorState = DoorState.CLOSED


PHONE_DOOR: Final = PhoneDoor()


@dataclass(frozen=True, slots=True)
class NetworkAddress:
    """One of this computer's addresses. `interface` is the operating system's name of the network card."""

    address: str
    interface: str

    @property
    def url(self) -> str:
        return f"http://{self.address}:{settings().phone_port}"


def network_addresses() -> tuple[NetworkAddress, ...]:
    """The IPv4 addresses under which other computers may reach this one; the one that leads outwards comes first."""
    running = {name for name, stats in psutil.net_if_stats().items() if stats.isup}
    found = [
        NetworkAddress(one.address, name)
        for name, addresses in psutil.net_if_addrs().items()
        if name in running
        for one in addresses
        if one.family == socket.AF_INET and not one.address.startswith(("127.", "169.254."))
    ]
    outward = _outward_address()
    return tuple(sorted(found, key=lambda one: (one.address != outward, one.interface)))


def _outward_address() -> str:
    """The address from which a packet to the rest of the world would leave. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address reserved for documentation
        except OSError:
            return ""
        return str(probe.getsockname()[0])
