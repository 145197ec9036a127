"""Reads the decision records of the example."""

from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from assessment.domain.activity import Operation, Situation
from assessment.domain.delivery import Known, Outage
from assessment.domain.way import Act, Mark, Office, Security, Way, WayFacts
from assessment.storage.checklist_schema import Identifier, Part
from assessment.storage.errors import ExampleFileWrong


class ExampleRecord(Part):
    """Days count from the day on which the example is loaded. With `signed_days` the record is signed."""

    id: Identifier
    activity_id: Identifier
    operation: Operation | None = None
    identified: Known | None = None
    why: str = ""
    adopted: str = ""
    need: str = ""
    outage: Outage | None = None
    situations: tuple[Situation, ...] = ()
    handover: Known | None = None
    ground: str = ""
    security: Security | None = None
    security_days: int | None = None
    effects: dict[Way, str] = Field(default_factory=dict)
    marks: dict[Identifier, Mark] = Field(default_factory=dict)
    notes: dict[Identifier, str] = Field(default_factory=dict)
    act: Act | None = None
    secrecy: str = ""
    conditions: str = ""
    money: str = ""
    transition: str = ""
    exit_plan: str = ""
    follow_up: str = ""
    offices: tuple[Office, ...] = ()
    dissent: str = ""
    chosen: Way | None = None
    motive: str = ""
    risk: str = ""
    risk_owner: str = ""
    review_days: int | None = None
    triggers: str = ""
    communication: str = ""
    responsibility: str = ""
    signed_by: str = ""
    signed_role: str = ""
    signed_days: int | None = None

    def facts(self, today: date) -> WayFacts:
        """The record as it is before it is signed. The ways that it compares are those with an effect."""
        apart = {"id", "situations", "offices", "effects", "signed_by", "signed_role"}
        days = {"security_days", "review_days", "signed_days"}
        return WayFacts(
            **self.model_dump(exclude=apart | days),
            situations=frozenset(self.situations),
            offices=frozenset(self.offices),
            options=frozenset(self.effects),
            effects={way.value: text for way, text in self.effects.items()},
            security_on=_day(today, self.security_days),
            review_on=_day(today, self.review_days),
        )

    def signed_on(self, today: date) -> date | None:
        return _day(today, self.signed_days)


class ExampleRecords(Part):
    records: Annotated[tuple[ExampleRecord, ...], Field(min_length=1)]


def _day(today: date, days: int | None) -> date | None:
    return None if days is None else today + timedelta(days=days)


def read_example_records(path: Path) -> ExampleRecords:
    """The records in a YAML file. Raises ExampleFileWrong."""
    try:
        return ExampleRecords.model_validate(YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        place = ".".join(str(step) for step in error.errors()[0]["loc"])
        raise ExampleFileWrong(file=path.name, problem=f"{place}: {error.errors()[0]['msg']}") from error
    except (OSError, ValueError, YAMLError) as error:
        raise ExampleFileWrong(file=path.name, problem=" ".join(str(error).split())) from error
