"""The gates towards a decision, in order, what is still missing of the record's fifteen parts, and what that makes it.

The tool never says which way to choose. It says whether there is enough to decide on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from assessment.domain.delivery import Known, Outage
from assessment.domain.way import Act, Office, Security, Way, WayFacts

SYSTEM_KINDS: Final = ("kommun", "region")  # organisation types that may set up a system of choice
LEAST_OPTIONS: Final = 2  # besides leaving things as they are
FRIDAY: Final = "lov-fredag"  # the question that a system of choice must have answered
PARTS: Final = tuple(range(1, 16))


class Gate(StrEnum):
    IDENTIFIED = "behov"
    HANDOVER = "overlamna"
    SECURITY = "sakerhetsskydd"
    FORM = "form"
    CHOICE = "valfrihet"
    ACT = "lag"
    TERMS = "villkor"
    DECIDE = "beslut"


class GateState(StrEnum):
    DONE = "done"
    OPEN = "open"
    STOPPED = "stopped"
    BEYOND = "beyond"  # after a gate that stops
    NOT_APPLICABLE = "not_applicable"


class Outcome(StrEnum):
    """Whether there is enough to decide on."""

    READY = "ready"
    INCOMPLETE = "incomplete"
    STOPPED = "stopped"


class Stop(StrEnum):
    """Why a gate stops."""

    NOT_IDENTIFIED = "not_identified"
    GROUND_UNKNOWN = "ground_unknown"
    SECURITY_UNKNOWN = "security_unknown"
    MAY_NOT = "may_not"
    NOT_SUITABLE = "not_suitable"


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that one of the fifteen parts lacks, and the gate where it is filled in."""

    part: int
    gate: Gate
    field: str


# part, gate and the fields that must be stated for every record
NEEDED: Final = (
    (1, Gate.IDENTIFIED, ("why", "adopted")),
    (2, Gate.IDENTIFIED, ("need", "situations")),
    (5, Gate.HANDOVER, ("handover", "ground")),
    (5, Gate.SECURITY, ("security", "security_on")),
    (8, Gate.TERMS, ("conditions", "money")),
    (10, Gate.TERMS, ("transition",)),
    (11, Gate.TERMS, ("exit_plan",)),
    (12, Gate.TERMS, ("follow_up",)),
    (5, Gate.DECIDE, ("secrecy",)),
    (6, Gate.DECIDE, ("dissent",)),
    (7, Gate.DECIDE, ("chosen", "motive")),
    (9, Gate.DECIDE, ("risk", "risk_owner")),
    (13, Gate.DECIDE, ("review_on", "triggers")),
    (14, Gate.DECIDE, ("communication",)),
    (15, Gate.DECIDE, ("responsibility",)),
)


def system_open(kind: str) -> bool:
    """Whether this type of organisation may set up a system of choice. Not known counts as yes."""
    return not kind or kind in SYSTEM_KINDS


def missing(facts: WayFacts) -> tuple[Missing, ...]:
    """What the fifteen parts lack, in their order."""
    found = [Missing(part, gate, name) for part, gate, names in NEEDED for name in names if not getattr(facts, name)]
    return tuple(sorted([*found, *_particular(facts)], key=lambda one: one.part))


def _particular(facts: WayFacts) -> Iterator[Missing]:
    """What is not just a field left empty."""
    if facts.identified is not Known.YES:
        yield Missing(1, Gate.IDENTIFIED, "identified")
    if facts.outage in (None, Outage.UNKNOWN):
        yield Missing(2, Gate.IDENTIFIED, "outage")
    if len(facts.options - {Way.NO_CHANGE}) < LEAST_OPTIONS:
        yield Missing(3, Gate.FORM, "options")
    if not facts.options or any(not facts.effects.get(one) for one in facts.options):
        yield Missing(4, Gate.FORM, "effects")
    if facts.chosen is Way.PROCUREMENT and facts.act in (None, Act.UNKNOWN):
        yield Missing(5, Gate.ACT, "act")
    if facts.offices != frozenset(Office):
        yield Missing(6, Gate.DECIDE, "offices")
    if facts.chosen and facts.chosen not in facts.options:
        yield Missing(7, Gate.DECIDE, "chosen_among")
    if facts.chosen is Way.SYSTEM_OF_CHOICE and not facts.notes.get(FRIDAY):
        yield Missing(10, Gate.CHOICE, "friday")


def stops(facts: WayFacts) -> dict[Gate, Stop]:
    """The gates that stop, in order, and why each does.

    What is not known yet stops at its own gate. What has been answered with no stops only a way that needs a yes.
    """
    found: dict[Gate, Stop] = {}
    if facts.identified in (Known.NO, Known.UNKNOWN):
        found[Gate.IDENTIFIED] = Stop.NOT_IDENTIFIED
    if facts.handover is Known.UNKNOWN:
        found[Gate.HANDOVER] = Stop.GROUND_UNKNOWN
    if facts.security is Security.UNKNOWN:
        found[Gate.SECURITY] = Stop.SECURITY_UNKNOWN
    if facts.by_another and facts.security is Security.NOT_SUITABLE:
        found[Gate.DECIDE] = Stop.NOT_SUITABLE
    elif facts.by_another and facts.handover is Known.NO:
        found[Gate.DECIDE] = Stop.MAY_NOT
    return found


def outcome(facts: WayFacts) -> Outcome:
    """Stopped while protective security or the legal ground stands in the way, else incomplete while a part lacks."""
    if any(one is not Stop.NOT_IDENTIFIED for one in stops(facts).values()):
        return Outcome.STOPPED
    return Outcome.INCOMPLETE if missing(facts) else Outcome.READY


def states(facts: WayFacts, *, kind: str) -> dict[Gate, GateState]:
    """Where the record stands at each gate, for an organisation of this type."""
    lacking, stopped = {one.gate for one in missing(facts)} | _unsaid(facts), stops(facts)
    found: dict[Gate, GateState] = {}
    for gate in Gate:
        if GateState.STOPPED in found.values():
            found[gate] = GateState.BEYOND
        elif gate in stopped:
            found[gate] = GateState.STOPPED
        elif not applies(facts, gate, kind=kind):
            found[gate] = GateState.NOT_APPLICABLE
        else:
            found[gate] = GateState.OPEN if gate in lacking else GateState.DONE
    return found


def _unsaid(facts: WayFacts) -> set[Gate]:
    """The gates of a fork that nobody has an answer to yet. The record lacks it only when that way is proposed."""
    return {
        gate
        for gate, said in ((Gate.CHOICE, facts.notes.get(FRIDAY)), (Gate.ACT, facts.act not in (None, Act.UNKNOWN)))
        if not said
    }


def applies(facts: WayFacts, gate: Gate, *, kind: str) -> bool:
    """The fork between procurement and a system of choice, and the act, are for the ways that need them."""
    if gate is Gate.CHOICE:
        return system_open(kind) and Way.SYSTEM_OF_CHOICE in facts.options
    return gate is not Gate.ACT or Way.PROCUREMENT in facts.options
