"""Reads the register of an example: a fictitious organisation's activities and deliveries."""

from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from assessment.domain.activity import ActivityFacts, Operation, Situation
from assessment.domain.delivery import DeliveryFacts, Known, Outage
from assessment.storage.checklist_schema import Identifier, Part
from assessment.storage.errors import ExampleFileWrong
from assessment.storage.example_file import Name

Line = Annotated[str, StringConstraints(max_length=200)]
Text = Annotated[str, StringConstraints(max_length=2000)]


class ExampleActivity(Part):
    """Days count from the day on which the example is loaded."""

    id: Identifier
    name: Name
    why: Text = ""
    function: Text = ""
    volume: Line = ""
    situations: tuple[Situation, ...] = ()
    operation: Operation | None = None
    need_owner: Line = ""
    risk_owner: Line = ""
    procurement: Line = ""
    preparedness: Line = ""
    decided_days: int | None = None
    review_days: int | None = None
    note: Text = ""

    def facts(self, today: date) -> ActivityFacts:
        return ActivityFacts(
            name=self.name,
            why=self.why,
            function=self.function,
            volume=self.volume,
            situations=frozenset(self.situations),
            operation=self.operation,
            need_owner=self.need_owner,
            risk_owner=self.risk_owner,
            procurement=self.procurement,
            preparedness=self.preparedness,
            decided_on=_day(today, self.decided_days),
            review_on=_day(today, self.review_days),
            note=self.note,
        )


class ExampleDelivery(Part):
    """`leans` gives for each activity's id how long it copes without; empty where nobody has answered."""

    id: Identifier
    name: Name
    leans: dict[Identifier, str]
    reserve: Known | None = None
    operation: Operation | None = None
    contract_start_days: int | None = None
    contract_end_days: int | None = None
    lead_months: Annotated[int, Field(ge=0, le=60)] | None = None
    next_decided: Known | None = None
    note: Text = ""

    def facts(self, today: date) -> DeliveryFacts:
        return DeliveryFacts(
            name=self.name,
            reliance={one: Outage(code) if code else None for one, code in self.leans.items()},
            reserve=self.reserve,
            operation=self.operation,
            contract_start=_day(today, self.contract_start_days),
            contract_end=_day(today, self.contract_end_days),
            lead_months=self.lead_months,
            next_decided=self.next_decided,
            note=self.note,
        )


class ExampleRegister(Part):
    organisation: Name
    organisation_type: Identifier
    activities: Annotated[list[ExampleActivity], Field(min_length=1)]
    deliveries: list[ExampleDelivery]


def _day(today: date, days: int | None) -> date | None:
    return None if days is None else today + timedelta(days=days)


def read_example_register(path: Path) -> ExampleRegister:
    """The register in a YAML file. Raises ExampleFileWrong."""
    try:
        return ExampleRegister.model_validate(YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        place = ".".join(str(step) for step in error.errors()[0]["loc"])
        raise ExampleFileWrong(file=path.name, problem=f"{place}: {error.errors()[0]['msg']}") from error
    except (OSError, ValueError, YAMLError) as error:
        raise ExampleFileWrong(file=path.name, problem=" ".join(str(error).split())) from error
