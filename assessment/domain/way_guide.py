"""What people weigh on the way to a decision: facts, questions and arguments. None of them counts for more."""

from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.checklist import Source, Wording
from assessment.domain.way_gates import Gate


class Side(StrEnum):
    """What an argument speaks for. The first two meet at the gate of the form, the last two at that of choice."""

    IN_HOUSE = "in_house"
    OUTSOURCED = "outsourced"
    PROCUREMENT = "procurement"
    SYSTEM_OF_CHOICE = "system_of_choice"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is so, whichever way is chosen. `kinds`: organisation types; empty for all."""

    gate: Gate
    text: Wording
    source: Source
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WayQuestion:
    id: str
    gate: Gate
    text: Wording


@dataclass(frozen=True, slots=True)
class Argument:
    """`source` is None for our own judgement."""

    id: str
    gate: Gate
    side: Side
    text: Wording
    source: Source | None


@dataclass(frozen=True, slots=True)
class WayGuide:
    version: str
    facts: tuple[Fact, ...]
    questions: tuple[WayQuestion, ...]
    arguments: tuple[Argument, ...]

    def facts_at(self, gate: Gate, *, kind: str) -> tuple[Fact, ...]:
        """Those that hold for an organisation type; an unknown type gets them all."""
        return tuple(one for one in self.facts if one.gate is gate and (not one.kinds or not kind or kind in one.kinds))

    def questions_at(self, gate: Gate) -> tuple[WayQuestion, ...]:
        return tuple(one for one in self.questions if one.gate is gate)

    def arguments_at(self, gate: Gate) -> tuple[Argument, ...]:
        return tuple(one for one in self.arguments if one.gate is gate)
