"""What governing documents there are, what is missing, what is overdue, and what does not go with the answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from assessment.domain.checklist import TOP_LEVEL, Checklist
from assessment.domain.document import Document, DocumentLevel, DocumentState
from assessment.domain.document_guide import Expectation
from assessment.domain.scoring import ItemResult

IN_PLACE = 3  # the lowest level at which something is decided and done everywhere


class Doubt(StrEnum):
    """Why a document and an answer look odd together."""

    NOT_REGISTERED = "not_registered"  # in place by the answer, and no such document covers the dimension
    STILL_ZERO = "still_zero"  # level 0, and a document in force is said to cover the question
    NOT_REVIEWED = "not_reviewed"  # followed up by the answer, and every document that covers it is overdue


@dataclass(frozen=True, slots=True)
class DocumentQuestion:
    """Something to ask, never a correction. `documents` are those that the question names, none if none are."""

    doubt: Doubt
    result: ItemResult
    levels: tuple[DocumentLevel, ...]
    documents: tuple[Document, ...]


@dataclass(frozen=True)
class DocumentOverview:
    """`entries` are all documents of an organisation, the archived ones too, as of `today`."""

    entries: tuple[Document, ...]
    checklist: Checklist
    today: date
    expectations: tuple[Expectation, ...] = ()

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Those that are not archived, by kind and title."""
        kept = [one for one in self.entries if not one.archived]
        return tuple(sorted(kept, key=lambda one: (_place(one), one.facts.title.casefold(), one.id)))

    @property
    def archived(self) -> tuple[Document, ...]:
        return tuple(one for one in self.entries if one.archived)

    @cached_property
    def in_force(self) -> tuple[Document, ...]:
        return self._of(DocumentState.IN_FORCE)

    @cached_property
    def planned(self) -> tuple[Document, ...]:
        return self._of(DocumentState.PLANNED)

    @cached_property
    def undated(self) -> tuple[Document, ...]:
        return self._of(DocumentState.UNDATED)

    def _of(self, state: DocumentState) -> tuple[Document, ...]:
        return tuple(one for one in self.documents if one.facts.state(self.today) is state)

    @cached_property
    def by_level(self) -> Mapping[DocumentLevel, tuple[Document, ...]]:
        """Every kind, also those without a document."""
        return {level: tuple(one for one in self.documents if one.facts.level is level) for level in DocumentLevel}

    @cached_property
    def levels_in_force(self) -> tuple[DocumentLevel, ...]:
        """The kinds of which at least one document is in force."""
        return tuple(level for level in DocumentLevel if any(one.facts.level is level for one in self.in_force))

    def covering(self, dimension: str) -> tuple[Document, ...]:
        """The documents, decided or not, that cover the dimension or one of its questions."""
        items = {item.id for item in self.checklist.items if item.dimension == dimension}
        return tuple(one for one in self.documents if dimension in one.facts.dimensions or items & one.facts.items)

    def on_item(self, item_id: str) -> tuple[Document, ...]:
        """The documents, decided or not, that are said to cover just this question."""
        return tuple(one for one in self.documents if item_id in one.facts.items)

    @cached_property
    def uncovered(self) -> tuple[str, ...]:
        """The dimensions that no document in force covers, in the checklist's order."""
        force = set(self.in_force)
        return tuple(one.id for one in self.checklist.dimensions if not force.intersection(self.covering(one.id)))

    @cached_property
    def overdue(self) -> tuple[Document, ...]:
        """Longest overdue first."""
        return _by_review([one for one in self.documents if one.facts.overdue(self.today)])

    @cached_property
    def due_soon(self) -> tuple[Document, ...]:
        return _by_review([one for one in self.documents if one.facts.due_soon(self.today)])

    @cached_property
    def without_review(self) -> tuple[Document, ...]:
        """In force, and nobody has said when they are to be reviewed."""
        return tuple(one for one in self.in_force if one.facts.review_on is None)

    @cached_property
    def to_review(self) -> tuple[Document, ...]:
        """In force and with a day for the review, the earliest day first."""
        return _by_review([one for one in self.in_force if one.facts.review_on is not None])

    def questions(self, results: Sequence[ItemResult]) -> tuple[DocumentQuestion, ...]:
        """What the documents and the answers raise together, in the order of the results.

        None while nothing is registered: then the register is empty, and says nothing about the answers.
        """
        if not self.documents:
            return ()
        asked = {one.item: one.levels for one in self.expectations}
        found = (self._question(result, asked.get(result.item.id, ())) for result in results)
        return tuple(one for one in found if one is not None)

    def _question(self, result: ItemResult, levels: tuple[DocumentLevel, ...]) -> DocumentQuestion | None:
        if result.level is None:
            return None
        force = [one for one in self.on_item(result.item.id) if one in self.in_force]
        if result.level == 0 and force:
            return DocumentQuestion(Doubt.STILL_ZERO, result, levels, tuple(force))
        if result.level == TOP_LEVEL and force and all(one.facts.overdue(self.today) for one in force):
            return DocumentQuestion(Doubt.NOT_REVIEWED, result, levels, tuple(force))
        if result.level >= IN_PLACE and levels and not force and not self._backed(result.item.dimension, levels):
            return DocumentQuestion(Doubt.NOT_REGISTERED, result, levels, ())
        return None

    def _backed(self, dimension: str, levels: tuple[DocumentLevel, ...]) -> bool:
        """Whether a document in force of one of these kinds covers the whole dimension."""
        return any(one.facts.level in levels and dimension in one.facts.dimensions for one in self.in_force)


def _place(document: Document) -> int:
    level = document.facts.level
    return len(DocumentLevel) if level is None else list(DocumentLevel).index(level)


def _by_review(documents: Sequence[Document]) -> tuple[Document, ...]:
    return tuple(sorted(documents, key=lambda one: (one.facts.review_on or date.max, one.facts.title.casefold())))
