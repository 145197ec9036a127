"""Reads the facts, questions and arguments of step 2."""

from functools import cache
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator
from ruamel.yaml import YAML

from assessment.domain.way_gates import Gate
from assessment.domain.way_guide import Argument, Fact, Side, WayGuide, WayQuestion
from assessment.settings import ROOT
from assessment.storage.checklist_schema import Identifier, Part, SourcePart, TermPart, Version, WordingPart

WAYS = ROOT / "data" / "steps" / "ways.yaml"


class FactPart(WordingPart):
    gate: Gate
    source: Identifier
    kinds: tuple[Identifier, ...] = ()


class QuestionPart(TermPart):
    gate: Gate


class ArgumentPart(TermPart):
    gate: Gate
    side: Side
    source: Identifier | None = None


class WayGuidePart(Part):
    version: Version
    sources: Annotated[tuple[SourcePart, ...], Field(min_length=1)]
    facts: tuple[FactPart, ...]
    questions: tuple[QuestionPart, ...]
    arguments: tuple[ArgumentPart, ...]

    @model_validator(mode="after")
    def hangs_together(self) -> Self:
        """Every source that is named exists, and no id stands twice."""
        known = {one.key for one in self.sources}
        named = {one.source for one in self.facts} | {one.source for one in self.arguments if one.source}
        if named - known:
            raise ValueError(f"unknown sources: {', '.join(sorted(named - known))}")
        ids = [one.id for one in (*self.questions, *self.arguments)]
        if len(ids) != len(set(ids)):
            raise ValueError("an id stands twice")
        return self


@cache
def read_way_guide(path: Path = WAYS) -> WayGuide:
    """The guide that comes with the program. Raises ValueError for a file that does not hold what it should."""
    part = WayGuidePart.model_validate(YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")))
    sources = {one.key: one.source() for one in part.sources}
    return WayGuide(
        version=part.version,
        facts=tuple(Fact(one.gate, one.wording(), sources[one.source], one.kinds) for one in part.facts),
        questions=tuple(WayQuestion(one.id, one.gate, one.wording()) for one in part.questions),
        arguments=tuple(
            Argument(one.id, one.gate, one.side, one.wording(), sources[one.source] if one.source else None)
            for one in part.arguments
        ),
    )
