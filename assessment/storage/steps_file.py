"""Reads the data of the four steps: where questions are lifted, and examples to begin from."""

from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import StringConstraints
from ruamel.yaml import YAML

from assessment.domain.place import Place
from assessment.domain.step_examples import StepExamples
from assessment.settings import ROOT
from assessment.storage.checklist_schema import Identifier, Part, TermPart

STEPS: Final = ROOT / "data" / "steps"
Code = Annotated[str, StringConstraints(pattern=r"^[a-z_]{0,40}$")]


class PlacePart(Part):
    item: Identifier
    part: Code
    measure: Code


class PlacesPart(Part):
    checklist: Identifier
    sources: dict[Identifier, list[Identifier]]
    steps: dict[Identifier, list[PlacePart]]


class ExamplesPart(Part):
    activities: dict[Identifier, list[TermPart]]


def _content(path: Path) -> Any:
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


@cache
def _places() -> PlacesPart:
    return PlacesPart.model_validate(_content(STEPS / "places.yaml"))


def sources(step: str) -> tuple[str, ...]:
    """The keys of the checklist's sources to read for a step. Raises ValueError as `places` does."""
    return tuple(_places().sources.get(step, ()))


@cache
def places() -> tuple[Place, ...]:
    """Every place, step by step. Raises ValueError for a file that does not hold what it should."""
    part = _places()
    return tuple(Place(one.item, step, one.part, one.measure) for step, listed in part.steps.items() for one in listed)


@cache
def examples() -> StepExamples:
    """Raises ValueError for a file that does not hold what it should."""
    part = ExamplesPart.model_validate(_content(STEPS / "examples.yaml"))
    return StepExamples({kind: tuple(one.term() for one in listed) for kind, listed in part.activities.items()})
