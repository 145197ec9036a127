"""Reads an example: a fictitious organisation and the assessments that it has made."""

from datetime import date
from pathlib import Path
from typing import Annotated, Self

from pydantic import AwareDatetime, Field, StringConstraints, ValidationError, model_validator
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from assessment.domain.action import OWNER_LIMIT, ActionStatus, Plan
from assessment.domain.assessment import NAME_LIMIT
from assessment.domain.checklist import Effort, Scope
from assessment.domain.response import NOT_APPLICABLE, TEXT_LIMIT, UNKNOWN, Answer, rated
from assessment.storage.checklist_schema import Identifier, Level, Part
from assessment.storage.errors import ExampleFileWrong

Name = Annotated[str, StringConstraints(min_length=1, max_length=NAME_LIMIT)]
Text = Annotated[str, StringConstraints(max_length=TEXT_LIMIT)]
Signs = Annotated[str, StringConstraints(pattern=r"^[0-4?.\- ]+$")]
SIGNS = {**{str(level): rated(level) for level in range(5)}, "?": UNKNOWN, "-": NOT_APPLICABLE, ".": None}


class ExampleChecklist(Part):
    key: Identifier
    version: str


class ExampleParticipant(Part):
    roles: Annotated[list[Identifier], Field(min_length=1)]
    name: Annotated[str, StringConstraints(max_length=NAME_LIMIT)]
    began_at: AwareDatetime


class ExampleText(Part):
    item: Identifier
    participant: Annotated[int, Field(ge=1, strict=True)]
    comment: Text = ""
    evidence: Text = ""
    reason: Text = ""


class ExampleProgress(Part):
    """How far an action has come, and since when."""

    status: ActionStatus
    at: AwareDatetime
    note: Text = ""


class ExampleAction(Part):
    """What was planned after an assessment. `aims` hold the expected level of each item."""

    title: Name
    aims: Annotated[dict[Identifier, Level], Field(min_length=1)]
    owner: Annotated[str, StringConstraints(max_length=OWNER_LIMIT)] = ""
    owner_role: str = ""
    due: date | None = None
    effort: Effort
    planned_at: AwareDatetime
    became: ExampleProgress | None = None

    def plan(self) -> Plan:
        return Plan(self.title, self.owner, self.owner_role, self.due, effort=self.effort, aims=self.aims)


class ExampleAssessment(Part):
    """`answers` has one sign per participant for each item; `texts` count participants from 1."""

    id: Identifier
    name: Name
    scope: Scope
    created_at: AwareDatetime
    participants: Annotated[list[ExampleParticipant], Field(min_length=1)]
    answers: dict[Identifier, Signs]
    texts: tuple[ExampleText, ...] = ()
    actions: tuple[ExampleAction, ...] = ()

    @model_validator(mode="after")
    def _everything_belongs_to_a_participant(self) -> Self:
        people = len(self.participants)
        for item, signs in self.answers.items():
            if len(signs.replace(" ", "")) != people:
                raise ValueError(f"{item}: one sign for each participant")
        if any(text.participant > people for text in self.texts):
            raise ValueError("texts: no such participant")
        if any(one.began_at < self.created_at for one in self.participants):
            raise ValueError("participants: nobody begins before the assessment")
        return self

    def answers_of(self, number: int) -> dict[str, Answer]:
        """What the participant with this number, from 1, has answered, by item id."""
        chosen = {item: SIGNS[signs.replace(" ", "")[number - 1]] for item, signs in self.answers.items()}
        return {item: answer for item, answer in chosen.items() if answer is not None}

    def texts_of(self, number: int) -> dict[str, ExampleText]:
        """What the participant with this number, from 1, has written, by item id."""
        return {text.item: text for text in self.texts if text.participant == number}


class Example(Part):
    """`assessments` are of the whole, `units` of its parts; each list has the oldest first."""

    checklist: ExampleChecklist
    organisation: Name
    organisation_type: Identifier
    assessments: Annotated[list[ExampleAssessment], Field(min_length=1)]
    units: tuple[ExampleAssessment, ...] = ()


def read_example(path: Path) -> Example:
    """The example in a YAML file. Raises ExampleFileWrong."""
    try:
        return Example.model_validate(YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        place = ".".join(str(step) for step in error.errors()[0]["loc"])
        raise ExampleFileWrong(file=path.name, problem=f"{place}: {error.errors()[0]['msg']}") from error
    except (OSError, ValueError, YAMLError) as error:
        raise ExampleFileWrong(file=path.name, problem=" ".join(str(error).split())) from error
