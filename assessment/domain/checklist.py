"""A checklist: a versioned bank of items. What is rated, and what each level looks like."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from assessment.domain.errors import ItemUnknown

LEVELS: Final = (0, 1, 2, 3, 4)
TOP_LEVEL: Final = LEVELS[-1]
EVERY_ORGANISATION: Final = "alla"


class Effort(StrEnum):
    """What it takes to close a gap: days to weeks in one unit, months in several, or more and new money."""

    SMALL = "S"
    MEDIUM = "M"
    LARGE = "L"


class Basis(StrEnum):
    """What an item rests on."""

    GUIDANCE = "seed"
    STATUTE = "lag"
    SOURCE = "kalla"
    JUDGEMENT = "bedomning"


class Scope(StrEnum):
    """How much of a checklist an assessment asks."""

    QUICK = "quick"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in both languages."""

    sv: str
    en: str

    def in_(self, language: str) -> str:
        """The text in `language`, "sv" or "en"."""
        return self.en if language == "en" else self.sv


@dataclass(frozen=True, slots=True)
class Term:
    """A named part of the checklist: a dimension, a step, a role or an organisation type."""

    id: str
    name: Wording


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim was read. `url` is empty for our own judgement."""

    key: str
    title: Wording
    url: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to be rated. `levels` holds the five descriptors, lowest first.

    `same_as` names earlier versions of the checklist in which it means the same in other words.
    """

    id: str
    dimension: str
    step: str
    roles: tuple[str, ...]
    applies_to: tuple[str, ...]
    core: bool
    effort: Effort
    basis: tuple[Basis, ...]
    depends_on: tuple[str, ...]
    fresh_months: int
    question: Wording
    levels: tuple[Wording, Wording, Wording, Wording, Wording]
    evidence: Wording
    action: Wording
    sources: tuple[str, ...]
    same_as: tuple[str, ...] = ()

    def applies(self, organisation_type: str) -> bool:
        return EVERY_ORGANISATION in self.applies_to or organisation_type in self.applies_to


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds when the item's level lies within the bounds, or, if `unknown`, when the group does not know."""

    item: str
    at_least: int | None
    at_most: int | None
    unknown: bool


@dataclass(frozen=True, slots=True)
class ConsistencyQuestion:
    """Asked when two answers look odd together. A question, never a correction."""

    id: str
    when: tuple[Condition, ...]
    question: Wording


@dataclass(frozen=True, slots=True)
class Vignette:
    """An invented case that everybody rates first, to see if they read the scale alike."""

    id: str
    item: str
    level: int
    text: Wording
    reason: Wording


@dataclass(frozen=True)
class Checklist:
    """One immutable version. Items stand in the order of the file, dimension by dimension."""

    key: str
    version: str
    title: Wording
    scale: tuple[Wording, Wording, Wording, Wording, Wording]
    default_target: int
    dimensions: tuple[Term, ...]
    steps: tuple[Term, ...]
    roles: tuple[Term, ...]
    organisation_types: tuple[Term, ...]
    items: tuple[Item, ...]
    consistency: tuple[ConsistencyQuestion, ...]
    vignettes: tuple[Vignette, ...]
    sources: tuple[Source, ...]

    @cached_property
    def _by_id(self) -> Mapping[str, Item]:
        return {item.id: item for item in self.items}

    def item(self, item_id: str) -> Item:
        """Raises ItemUnknown."""
        try:
            return self._by_id[item_id]
        except KeyError:
            raise ItemUnknown(item=item_id) from None

    def asked(self, *, scope: Scope, organisation_type: str) -> tuple[Item, ...]:
        """The items of an assessment: core items only in the quick check, and only those that apply."""
        return tuple(
            item for item in self.items if (item.core or scope is Scope.FULL) and item.applies(organisation_type)
        )

    def left_out(self, *, scope: Scope, organisation_type: str) -> tuple[Item, ...]:
        """The items that the scope would ask but that do not concern this type of organisation."""
        return tuple(
            item for item in self.items if (item.core or scope is Scope.FULL) and not item.applies(organisation_type)
        )

    def sources_of(self, item: Item) -> tuple[Source, ...]:
        return tuple(source for source in self.sources if source.key in item.sources)


def term(terms: Iterable[Term], term_id: str) -> Term:
    """The term with this id. The checklist is validated on load, so a missing one is a bug and raises StopIteration."""
    return next(candidate for candidate in terms if candidate.id == term_id)
