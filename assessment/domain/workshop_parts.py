"""What a workshop is made of: how it was prepared, where it stands, and the rounds in it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from assessment.domain.record import EntryKind
from assessment.domain.response import one_line
from assessment.domain.workshop_errors import BudgetWrong

FEWEST_MINUTES: Final = 10
MOST_MINUTES: Final = 480
FACILITATOR_LIMIT: Final = 100


class Names(StrEnum):
    """Whether the room sees who voted what. Chosen before the first vote and never changed."""

    HIDDEN = "hidden"
    OPEN = "open"


class Agenda(StrEnum):
    """In which order the items come."""

    CHECKLIST = "checklist"
    WORTH = "worth"  # first what is most worth talking about


class Stage(StrEnum):
    """What the room is doing."""

    LOBBY = "lobby"  # between two items, and before the first
    VOTING = "voting"
    REVEALED = "revealed"
    SETTLED = "settled"
    CLOSED = "closed"


BEGINS_ROUND: Final = (EntryKind.OPENED, EntryKind.SHOWN, EntryKind.COUNTED)
STAGES: Final = {
    EntryKind.OPENED: Stage.VOTING,
    EntryKind.REVEALED: Stage.REVEALED,
    EntryKind.SHOWN: Stage.REVEALED,
    EntryKind.COUNTED: Stage.REVEALED,
    EntryKind.SETTLED: Stage.SETTLED,
    EntryKind.SKIPPED: Stage.LOBBY,
    EntryKind.CLOSED: Stage.CLOSED,
}


@dataclass(frozen=True, slots=True)
class Round:
    """One vote on one item. `id` is the seq of the entry that began it; `revealed` is false while it is open."""

    id: int
    item_id: str
    kind: EntryKind
    begun_at: datetime  # UTC
    counts: tuple[int, ...]  # of COUNTED
    revealed: bool


@dataclass(frozen=True, slots=True)
class Settings:
    """What was chosen when the workshop was prepared. `minutes` is the time budget."""

    names: Names
    agenda: Agenda
    minutes: int
    facilitator: str


def checked_settings(*, names: Names, agenda: Agenda, minutes: int, facilitator: str) -> Settings:
    """Raises BudgetWrong for a time budget outside 10–480 minutes."""
    if not FEWEST_MINUTES <= minutes <= MOST_MINUTES:
        raise BudgetWrong(fewest=FEWEST_MINUTES, most=MOST_MINUTES)
    return Settings(names, agenda, minutes, one_line(facilitator, limit=FACILITATOR_LIMIT))
