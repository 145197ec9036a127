"""The shape of a checklist file, and of the checklist stored in the database."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from assessment.domain import checklist as domain
from assessment.domain.checklist import Basis, Effort

Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.-]{1,40}$")]
Sentence = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]
Version = Annotated[str, StringConstraints(min_length=1, max_length=20)]
Level = Annotated[int, Field(ge=0, le=4, strict=True)]
Five = Annotated[list[Sentence], Field(min_length=5, max_length=5)]


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class WordingPart(Part):
    sv: Sentence
    en: Sentence

    def wording(self) -> domain.Wording:
        return domain.Wording(sv=self.sv, en=self.en)


class TermPart(WordingPart):
    id: Identifier

    def term(self) -> domain.Term:
        return domain.Term(id=self.id, name=self.wording())


class LevelPart(WordingPart):
    level: Level


class ItemWording(Part):
    question: Sentence
    levels: Five
    evidence: Sentence
    action: Sentence


class ItemPart(Part):
    id: Identifier
    step: Identifier
    roles: Annotated[list[Identifier], Field(min_length=1)]
    applies_to: Annotated[list[Identifier], Field(min_length=1)]
    core: bool
    effort: Effort
    basis: Annotated[list[Basis], Field(min_length=1)]
    depends_on: list[Identifier]
    fresh_months: Annotated[int, Field(ge=1, le=120, strict=True)]
    sv: ItemWording
    en: ItemWording
    source: list[Identifier]
    same_as: Annotated[list[Version], Field(exclude_if=lambda same: not same)] = []

    @property
    def dimension(self) -> str:
        """The part of the id before the hyphen."""
        return self.id.partition("-")[0]

    def item(self) -> domain.Item:
        def both(field: str) -> domain.Wording:
            return domain.Wording(sv=getattr(self.sv, field), en=getattr(self.en, field))

        lowest, low, middle, high, highest = map(domain.Wording, self.sv.levels, self.en.levels)
        return domain.Item(
            id=self.id,
            dimension=self.dimension,
            step=self.step,
            roles=tuple(self.roles),
            applies_to=tuple(self.applies_to),
            core=self.core,
            effort=self.effort,
            basis=tuple(self.basis),
            depends_on=tuple(self.depends_on),
            fresh_months=self.fresh_months,
            question=both("question"),
            levels=(lowest, low, middle, high, highest),
            evidence=both("evidence"),
            action=both("action"),
            sources=tuple(self.source),
            same_as=tuple(self.same_as),
        )


class ConditionPart(Part):
    item: Identifier
    at_least: Level | None = None
    at_most: Level | None = None
    unknown: bool = False


class ConsistencyPart(WordingPart):
    id: Identifier
    when: Annotated[list[ConditionPart], Field(min_length=1)]

    def consistency(self) -> domain.ConsistencyQuestion:
        conditions = tuple(domain.Condition(c.item, c.at_least, c.at_most, c.unknown) for c in self.when)
        return domain.ConsistencyQuestion(self.id, conditions, self.wording())


class VignetteWording(Part):
    text: Sentence
    reason: Sentence


class VignettePart(Part):
    id: Identifier
    item: Identifier
    level: Level
    sv: VignetteWording
    en: VignetteWording

    def vignette(self) -> domain.Vignette:
        text = domain.Wording(self.sv.text, self.en.text)
        return domain.Vignette(self.id, self.item, self.level, text, domain.Wording(self.sv.reason, self.en.reason))


class SourcePart(WordingPart):
    key: Identifier
    url: Annotated[str, StringConstraints(pattern=r"^(https?://\S+)?$")] = ""

    def source(self) -> domain.Source:
        return domain.Source(self.key, self.wording(), self.url)


class ChecklistPart(Part):
    """A whole file. `checklist_file` checks besides that what it refers to exists."""

    key: Identifier
    version: Version
    title: WordingPart
    scale: Annotated[list[LevelPart], Field(min_length=5, max_length=5)]
    default_target: Annotated[int, Field(ge=1, le=4, strict=True)]
    dimensions: Annotated[list[TermPart], Field(min_length=1)]
    steps: Annotated[list[TermPart], Field(min_length=1)]
    roles: Annotated[list[TermPart], Field(min_length=1)]
    organisation_types: Annotated[list[TermPart], Field(min_length=1)]
    items: Annotated[list[ItemPart], Field(min_length=1)]
    consistency: list[ConsistencyPart] = []
    vignettes: list[VignettePart] = []
    sources: list[SourcePart] = []

    def checklist(self) -> domain.Checklist:
        lowest, low, middle, high, highest = (level.wording() for level in self.scale)
        return domain.Checklist(
            key=self.key,
            version=self.version,
            title=self.title.wording(),
            scale=(lowest, low, middle, high, highest),
            default_target=self.default_target,
            dimensions=tuple(part.term() for part in self.dimensions),
            steps=tuple(part.term() for part in self.steps),
            roles=tuple(part.term() for part in self.roles),
            organisation_types=tuple(part.term() for part in self.organisation_types),
            items=tuple(part.item() for part in self.items),
            consistency=tuple(part.consistency() for part in self.consistency),
            vignettes=tuple(part.vignette() for part in self.vignettes),
            sources=tuple(part.source() for part in self.sources),
        )

    @classmethod
    def from_stored(cls, content: str) -> Self:
        """Read what `stored` wrote."""
        return cls.model_validate_json(content)

    def stored(self) -> str:
        """The checklist as JSON, the same text for the same content."""
        return self.model_dump_json()
