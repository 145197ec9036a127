"""Places: where in the four steps a question of the checklist is lifted, and what is counted there as evidence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """`step` is the id of a step, `part` a part of its screen, `measure` a count of that step; empty for none."""

    item: str
    step: str
    part: str
    measure: str


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, as counted in a register. It is offered as evidence and never changes a level."""

    number: int
    of: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a step has to say about a question. `share` is None when nothing is counted there, or nothing is there."""

    place: Place
    share: Share | None
