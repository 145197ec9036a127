"""Reads the governing documents of the example."""

from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from assessment.domain.document import DocumentFacts, DocumentLevel
from assessment.storage.checklist_schema import Identifier, Part
from assessment.storage.errors import ExampleFileWrong

Line = Annotated[str, StringConstraints(max_length=300)]


class ExampleDocument(Part):
    id: Identifier
    title: Annotated[str, StringConstraints(min_length=1, max_length=300)]
    level: DocumentLevel
    owner: Line = ""
    adopted_by: Line = ""
    adopted_on: date | None = None
    review_on: date | None = None
    dimensions: tuple[Identifier, ...] = ()
    items: tuple[Identifier, ...] = ()
    link: Line = ""
    note: str = ""

    def facts(self) -> DocumentFacts:
        plain = self.model_dump(exclude={"id", "dimensions", "items"})
        return DocumentFacts(**plain, dimensions=frozenset(self.dimensions), items=frozenset(self.items))


class ExampleDocuments(Part):
    documents: Annotated[tuple[ExampleDocument, ...], Field(min_length=1)]


def read_example_documents(path: Path) -> ExampleDocuments:
    """The documents in a YAML file. Raises ExampleFileWrong."""
    try:
        return ExampleDocuments.model_validate(YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        place = ".".join(str(step) for step in error.errors()[0]["loc"])
        raise ExampleFileWrong(file=path.name, problem=f"{place}: {error.errors()[0]['msg']}") from error
    except (OSError, ValueError, YAMLError) as error:
        raise ExampleFileWrong(file=path.name, problem=" ".join(str(error).split())) from error
