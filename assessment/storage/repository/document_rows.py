"""Governing documents."""

from sqlmodel import Session, col, select

from assessment.domain.document import Document, DocumentFacts, DocumentLevel, DocumentUnknown
from assessment.storage.repository.entry_rows import entry_columns, entry_of
from assessment.storage.tables.document import DocumentRow


def document(session: Session, document_id: str) -> Document:
    """Raises DocumentUnknown. Archived ones are found too."""
    row = session.get(DocumentRow, document_id)
    if row is None:
        raise DocumentUnknown
    return _document(row)


def documents(session: Session, organisation_id: str) -> tuple[Document, ...]:
    """All documents of an organisation, the archived ones too, oldest first."""
    chosen = select(DocumentRow).where(DocumentRow.organisation_id == organisation_id)
    rows = session.exec(chosen.order_by(col(DocumentRow.created_at), col(DocumentRow.id))).all()
    return tuple(map(_document, rows))


def save_document(session: Session, document: Document) -> None:
    """Insert or replace the document."""
    facts = document.facts
    session.merge(
        DocumentRow(
            **entry_columns(document),
            title=facts.title,
            level=facts.level or "",
            owner=facts.owner,
            adopted_by=facts.adopted_by,
            adopted_on=facts.adopted_on,
            review_on=facts.review_on,
            dimensions=" ".join(sorted(facts.dimensions)),
            items=" ".join(sorted(facts.items)),
            link=facts.link,
            note=facts.note,
        )
    )
    session.flush()


def _document(row: DocumentRow) -> Document:
    return entry_of(
        row,
        DocumentFacts(
            title=row.title,
            level=DocumentLevel(row.level) if row.level else None,
            owner=row.owner,
            adopted_by=row.adopted_by,
            adopted_on=row.adopted_on,
            review_on=row.review_on,
            dimensions=frozenset(row.dimensions.split()),
            items=frozenset(row.items.split()),
            link=row.link,
            note=row.note,
        ),
    )
