"""Governing documents of an organisation: step 3, Prepare. `entries` adds, changes, archives and restores them."""

from typing import Final

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.checklist import Checklist
from assessment.domain.document import checked_document
from assessment.domain.document_guide import DocumentGuide
from assessment.domain.document_overview import DocumentOverview
from assessment.domain.item_documents import ItemDocuments
from assessment.domain.viewer import Viewer
from assessment.services import checklists, organisations
from assessment.services.clock import now
from assessment.services.entries import Shelf
from assessment.storage import repository
from assessment.storage.database import reading
from assessment.storage.document_guide_file import read_guide
from assessment.storage.repository import document_rows
from assessment.texts.language import STOCKHOLM

DOCUMENTS: Final = Shelf(document_rows.document, document_rows.save_document, checked_document)


def of_assessment(engine: Engine, viewer: Viewer, assessment_id: str) -> DocumentOverview | None:
    """The documents of the assessment's organisation as they stand today; None before it is known.

    Raises AssessmentUnknown.
    """
    viewer.must_read()
    with reading(engine) as session:
        found = organisations.find(session, assessment_id)
        if found is None:
            return None
        assessment = repository.assessment(session, assessment_id)
        return read(session, found.id, repository.checklist(session, assessment.checklist_id))


def overview(
    engine: Engine, viewer: Viewer, organisation_id: str, checklist: Checklist | None = None
) -> DocumentOverview:
    """The documents of an organisation as they stand today, against the dimensions and questions of a checklist.

    Without one, against the newest.
    """
    viewer.must_read()
    against = checklist or checklists.newest(engine, viewer)
    with reading(engine) as session:
        return read(session, organisation_id, against)


def by_item(engine: Engine, viewer: Viewer, assessment_id: str) -> ItemDocuments:
    """The documents of the assessment's organisation by question; none before it is known. Raises AssessmentUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        found = organisations.find(session, assessment_id)
        kept = document_rows.documents(session, found.id) if found else ()
    kept = tuple(one for one in kept if not one.archived)
    return ItemDocuments(kept, read_guide().expectations, now().astimezone(STOCKHOLM).date())


def guide() -> DocumentGuide:
    """What each kind of document answers, and where one is expected."""
    return read_guide()


def read(session: Session, organisation_id: str, checklist: Checklist) -> DocumentOverview:
    """Within a transaction."""
    return DocumentOverview(
        entries=document_rows.documents(session, organisation_id),
        checklist=checklist,
        today=now().astimezone(STOCKHOLM).date(),
        expectations=read_guide().expectations,
    )
