"""One run of one checklist version for one subject, and those who take part in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from assessment.domain.checklist import TOP_LEVEL, Checklist, Item, Scope
from assessment.domain.errors import FieldMissing, TargetOffScale, sentence
from assessment.domain.response import one_line

NAME_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Targets:
    """Wanted levels: the most particular one counts – the item's, else its dimension's, else the checklist's."""

    default: int
    dimensions: Mapping[str, int] = field(default_factory=dict)
    items: Mapping[str, int] = field(default_factory=dict)

    def of(self, item: Item) -> int:
        return self.items.get(item.id, self.dimensions.get(item.dimension, self.default))


def checked_target(target: int) -> int:
    """`target` if it is a level above 0. Raises TargetOffScale."""
    if not 1 <= target <= TOP_LEVEL:
        raise TargetOffScale(target=target)
    return target


@dataclass(frozen=True, slots=True)
class Assessment:
    """`organisation` may be empty; `name` says what is assessed. `revision` grows with every change of any part.

    `subject` is what the name is about, the same from time to time (see `subject`).
    """

    id: str
    name: str
    organisation: str
    organisation_type: str
    scope: Scope
    checklist_id: int
    created_at: datetime  # UTC
    revision: int
    example: bool
    targets: Targets
    subject: str = ""

    def asked(self, checklist: Checklist) -> tuple[Item, ...]:
        return checklist.asked(scope=self.scope, organisation_type=self.organisation_type)

    def left_out(self, checklist: Checklist) -> tuple[Item, ...]:
        return checklist.left_out(scope=self.scope, organisation_type=self.organisation_type)


@dataclass(frozen=True, slots=True)
class AssessmentSummary:
    """One line on the start page. Numbers of participants, of items, and of items that somebody has answered."""

    assessment: Assessment
    participants: int
    asked: int
    answered: int
    changed_at: datetime  # UTC


@dataclass(frozen=True, slots=True)
class Participant:
    """Who answers, and as what. One person may hold several roles; `name` may be empty."""

    id: str
    assessment_id: str
    roles: tuple[str, ...]
    name: str
    created_at: datetime  # UTC


NAME_FIELD = sentence("What are you assessing?")


def checked_name(name: str) -> str:
    """`name` on one line without outer space. Raises FieldMissing when nothing remains."""
    clean = one_line(name, limit=NAME_LIMIT)
    if not clean:
        raise FieldMissing(field=NAME_FIELD)
    return clean
