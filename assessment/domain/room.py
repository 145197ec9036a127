"""What a facilitator and the big screen see. Nothing about an open round but how many have voted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from assessment.domain.assessment import Assessment
from assessment.domain.checklist import Checklist, Item
from assessment.domain.freshness import ItemAge
from assessment.domain.tally import Tally
from assessment.domain.time_budget import TimeBudget, time_budget
from assessment.domain.workshop import Workshop
from assessment.domain.workshop_parts import Round


@dataclass(frozen=True)
class Room:
    """`agenda` holds the asked items in the order in which they are to be taken up.

    `rounds` are those on the item in view, `tallies` the revealed ones among them by round id. `answered` tells how
    many answered each item beforehand. `agreed` are the assessment's settled levels, from earlier workshops too. `aged`
    are the items to look at again, as they stood before this workshop, by item id.
    """

    workshop: Workshop
    assessment: Assessment
    checklist: Checklist
    agenda: tuple[Item, ...]
    rounds: tuple[Round, ...]
    tallies: Mapping[int, Tally]
    answered: Mapping[str, int]
    agreed: Mapping[str, int]
    joined: int
    at: datetime  # UTC
    aged: Mapping[str, ItemAge]

    @property
    def item(self) -> Item | None:
        """The item in view."""
        return self.checklist.item(self.workshop.item_id) if self.workshop.item_id else None

    @property
    def next_item(self) -> Item | None:
        """The item that is suggested next; None when all are settled."""
        found = self.workshop.next_item([item.id for item in self.agenda])
        return self.checklist.item(found) if found else None

    @property
    def tally(self) -> Tally | None:
        """Of the round in view, once it is revealed."""
        return self.tallies.get(self.rounds[-1].id) if self.rounds else None

    @property
    def tally_before(self) -> Tally | None:
        """Of the round before the one in view."""
        return self.tallies.get(self.rounds[-2].id) if len(self.rounds) > 1 else None

    @property
    def budget(self) -> TimeBudget:
        left = sum(item.id not in self.workshop.settled for item in self.agenda)
        chosen = self.workshop.settings
        return time_budget(minutes=chosen.minutes, begun_at=self.workshop.begun_at, items_left=left, now=self.at)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the open round has come: `expected` are those who have voted and those who are here and have not.

    `version` is the workshop's, None when it is gone. Without an open round `voted` is 0. `joined` counts everybody who
    ever came in.
    """

    version: int | None
    voted: int
    expected: int
    joined: int = 0
