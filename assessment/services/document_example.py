"""The governing documents of the example."""

from pathlib import Path
from typing import Final

from sqlmodel import Session

from assessment.domain.document import checked_document
from assessment.services.documents import DOCUMENTS
from assessment.services.entries import write_new
from assessment.settings import ROOT
from assessment.storage.document_example_file import read_example_documents
from assessment.storage.repository import document_rows

EKVIK_DOCUMENTS: Final = ROOT / "data" / "demo" / "ekvik-documents.yaml"


def add_missing(session: Session, organisation_id: str, *, by: str, path: Path = EKVIK_DOCUMENTS) -> None:
    """Register the documents that are not there yet, within a transaction. Raises ExampleFileWrong."""
    there = {one.id for one in document_rows.documents(session, organisation_id)}
    for one in read_example_documents(path).documents:
        if one.id not in there:
            write_new(session, DOCUMENTS, organisation_id, checked_document(one.facts()), by=by, entry_id=one.id)
