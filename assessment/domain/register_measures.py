"""What the register can count as evidence for questions of the checklist."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from assessment.domain.delivery import Known
from assessment.domain.place import Share
from assessment.domain.register import ContractEnd, Register, Turn

PLANNED_AHEAD: Final = 366  # days: what a procurement plan of a year should show


def _share(answers: Iterable[bool]) -> Share:
    counted = list(answers)
    return Share(sum(counted), len(counted))


def _soon(register: Register) -> tuple[ContractEnd, ...]:
    """Contracts that end within a year, or have ended."""
    return tuple(one for one in register.contract_ends if (one.ends - register.today).days <= PLANNED_AHEAD)


MEASURES: Final[Mapping[str, Callable[[Register], Share]]] = {
    "decided": lambda register: _share(one.facts.decided_on is not None for one in register.active),
    "situations": lambda register: _share(bool(one.facts.situations) for one in register.active),
    "roles": lambda register: _share(not one.facts.unnamed_roles for one in register.active),
    "deliveries": lambda register: _share(bool(register.meetings_of(one)) for one in register.active),
    "outage": lambda register: _share(bool(one.outage and one.outage.known) for one in register.meetings),
    "reserve": lambda register: _share(one.facts.reserve is Known.YES for one in register.delivered),
    "contract_end": lambda register: _share(one.facts.contract_end is not None for one in register.delivered),
    "next_decided": lambda register: _share(one.turn is Turn.DECIDED for one in _soon(register)),
}
