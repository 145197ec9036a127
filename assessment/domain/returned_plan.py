"""A gap list and plan that people have worked in as a file: what it was given, and what it says now."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from assessment.domain.action import PLANNED, ActionStatus, Plan, written
from assessment.domain.checklist import Effort
from assessment.domain.errors import AssessmentError, sentence


@dataclass(frozen=True, slots=True)
class Place:
    """A row of a sheet, as the program that people read it in numbers it."""

    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Baseline:
    """How an action stood when the file was made. The fields are as `domain.action.written` writes them."""

    version: int
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class KnownRow:
    """A row of an action that was in the plan at export. A column that the file lacks is not among the fields."""

    action_id: str
    place: Place
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row that people filled in: a new one, or a gap that had no action.

    `start` is what the row stands for before anything is written in it, `fields` what is written. `titles` are its
    title in every language, to know the action again once it has been added. The aims of a gap are not written by hand.
    """

    place: Place
    start: Plan
    fields: Mapping[str, str]
    titles: tuple[str, ...]
    from_gap: bool = False

    @property
    def plan(self) -> Plan:
        return with_fields(self.start, self.fields)

    @property
    def base(self) -> Mapping[str, str]:
        """What the fields are compared with: nothing of it was in Rustad."""
        fields = {name: written(self.start, name) for name in PLANNED}
        return fields if self.from_gap else fields | {"aims": ""}

    @property
    def entered(self) -> Mapping[str, str]:
        """What a person has written or could have: a gap's title and questions are not."""
        if self.from_gap:
            return {name: text for name, text in self.said.items() if name != "aims"}
        return {**self.said, "title": self.plan.title}

    @property
    def said(self) -> Mapping[str, str]:
        return {name: written(self.plan, name) for name in PLANNED if name != "title"}


@dataclass(frozen=True, slots=True)
class ReturnedPlan:
    """What one file says. `baseline` is empty when the file is of the first format."""

    assessment_id: str
    exported_at: str
    baseline: Mapping[str, Baseline]
    known: tuple[KnownRow, ...]
    new: tuple[NewRow, ...]


class PlanOfOtherAssessment(AssessmentError):
    text = sentence(
        "The file belongs to the assessment {name}. Nothing has changed. "
        "Open that assessment and read the file in there."
    )


class PlanOfDeletedAssessment(AssessmentError):
    text = sentence("The file belongs to an assessment that does not exist here, or is deleted. Nothing has changed.")


EMPTY: Final = Plan(title="")


def with_fields(plan: Plan, fields: Mapping[str, str]) -> Plan:
    """The plan with these fields, which are as `written` writes them."""
    return replace(plan, **{name: _value(name, text) for name, text in fields.items()})


def plan_of(fields: Mapping[str, str]) -> Plan:
    """The plan that `written` has written, field by field."""
    return with_fields(EMPTY, fields)


def aims_of(text: str) -> dict[str, int]:
    """*POL-01 3, TID-02 2* as levels by item id."""
    pairs = (pair.rsplit(" ", 1) for pair in text.split(", ") if pair)
    return {item: int(level) for item, level in pairs}


def _value(name: str, text: str) -> Any:
    match name:
        case "due":
            return date.fromisoformat(text) if text else None
        case "status":
            return ActionStatus(text)
        case "effort":
            return Effort(text)
        case "aims":
            return aims_of(text)
    return text
