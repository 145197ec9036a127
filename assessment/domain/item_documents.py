"""The documents that are said to cover a question: possible evidence beside its answer, never an answer."""

from dataclasses import dataclass
from datetime import date

from assessment.domain.document import Document, DocumentLevel
from assessment.domain.document_guide import Expectation


@dataclass(frozen=True, slots=True)
class ItemDocuments:
    """`documents` are those of one organisation that are not archived, as of `today`."""

    documents: tuple[Document, ...]
    expectations: tuple[Expectation, ...]
    today: date

    def on(self, item_id: str) -> tuple[Document, ...]:
        """Those that name the question, decided or not."""
        return tuple(one for one in self.documents if item_id in one.facts.items)

    def expected(self, item_id: str) -> tuple[DocumentLevel, ...]:
        """The kinds of which one would expect a document; empty where none is."""
        return next((one.levels for one in self.expectations if one.item == item_id), ())
