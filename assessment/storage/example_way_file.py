"""Reads the decision records of the example."""

from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Final, Self

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, model_validator
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from assessment.domain.way import Way, WayFacts
from assessment.storage.checklist_schema import Identifier, Part
from assessment.storage.errors import ExampleFileWrong

FACTS: Final = TypeAdapter(WayFacts)
NAMES: Final = {one.name for one in fields(WayFacts)} - {"security_on", "review_on", "signed_on", "supersedes"}


class ExampleRecord(Part):
    """The fields of `WayFacts` beside those here. Days count from the day on which the example is loaded.

    With `signed_days` the record is signed. The ways that it compares are those with an effect.
    """

    model_config = ConfigDict(extra="allow", frozen=True)

    id: Identifier
    security_days: int | None = None
    review_days: int | None = None
    signed_by: str = ""
    signed_role: str = ""
    signed_days: int | None = None

    @model_validator(mode="after")
    def _is_a_record(self) -> Self:
        unknown = set(self.model_extra or {}) - NAMES
        if unknown:
            raise ValueError(f"unknown: {', '.join(sorted(unknown))}")
        self._stated()
        return self

    def _stated(self) -> WayFacts:
        facts = FACTS.validate_python(self.model_extra)
        return replace(facts, options=frozenset(map(Way, facts.effects)))

    @property
    def activity_id(self) -> str:
        return self._stated().activity_id

    def facts(self, today: date) -> WayFacts:
        """The record as it is before it is signed."""
        return replace(
            self._stated(), security_on=_day(today, self.security_days), review_on=_day(today, self.review_days)
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
