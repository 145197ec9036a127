"""What is known beforehand about governing documents, as data: what each kind answers, and where one is expected."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.domain.checklist import Source, Wording
from assessment.domain.document import DocumentLevel


@dataclass(frozen=True, slots=True)
class Expectation:
    """An item that one would hardly bring to level 3 without a document of one of these kinds."""

    item: str
    levels: tuple[DocumentLevel, ...]


@dataclass(frozen=True, slots=True)
class DocumentGuide:
    """For every kind the question that such a document answers, and an example of one, without capital letter."""

    asks: Mapping[DocumentLevel, Wording]
    examples: Mapping[DocumentLevel, Wording]
    expectations: tuple[Expectation, ...]
    source: Source  # where to read about kinds of governing documents
