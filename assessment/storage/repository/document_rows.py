"""Governing documents."""

from typing import Final

from assessment.domain.document import DocumentFacts, DocumentLevel, DocumentUnknown
from assessment.storage.repository.entry_table import EntryTable
from assessment.storage.tables.document import DocumentRow

TABLE: Final = EntryTable(
    DocumentRow,
    DocumentFacts,
    DocumentUnknown,
    codes={"level": DocumentLevel},
    sets={"dimensions": None, "items": None},
)

document = TABLE.find
documents = TABLE.listed
save_document = TABLE.save
