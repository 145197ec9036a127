"""Reads the messages of the example."""

from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, StringConstraints, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from assessment.domain.message import Landed, MessageFacts
from assessment.storage.checklist_schema import Identifier, Part
from assessment.storage.errors import ExampleFileWrong

Line = Annotated[str, StringConstraints(max_length=300)]
DAYS = ("applies", "planned", "sent", "seen")


class ExampleMessage(Part):
    """Days count from the day when the example is loaded."""

    id: Identifier
    group: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    change: Line = ""
    text: Line = ""
    sender: Line = ""
    channel: Line = ""
    contact: Line = ""
    landed: Landed | None = None
    seen_how: Line = ""
    restricted_where: Line = ""
    restricted_who: Line = ""
    basis: tuple[Identifier, ...] = ()
    applies_days: int | None = None
    planned_days: int | None = None
    sent_days: int | None = None
    seen_days: int | None = None

    def facts(self, today: date) -> MessageFacts:
        plain = self.model_dump(exclude={"id", "basis", *(f"{name}_days" for name in DAYS)})
        counted = ((name, getattr(self, f"{name}_days")) for name in DAYS)
        days: dict[str, Any] = {f"{name}_on": today + timedelta(one) for name, one in counted if one is not None}
        return MessageFacts(**plain, **days, basis=frozenset(self.basis))


class ExampleMessages(Part):
    messages: Annotated[tuple[ExampleMessage, ...], Field(min_length=1)]


def read_example_messages(path: Path) -> ExampleMessages:
    """The messages in a YAML file. Raises ExampleFileWrong."""
    try:
        return ExampleMessages.model_validate(YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        place = ".".join(str(step) for step in error.errors()[0]["loc"])
        raise ExampleFileWrong(file=path.name, problem=f"{place}: {error.errors()[0]['msg']}") from error
    except (OSError, ValueError, YAMLError) as error:
        raise ExampleFileWrong(file=path.name, problem=" ".join(str(error).split())) from error
