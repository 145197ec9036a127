"""What an organisation has registered in the four steps, read in one go for Start."""

from sqlalchemy.engine import Engine

from assessment.domain.standing import Standing
from assessment.domain.viewer import Viewer
from assessment.domain.way_board import WayBoard
from assessment.services import messages, organisations, registers
from assessment.storage.database import reading
from assessment.storage.repository import document_rows, way_rows


def of_assessment(engine: Engine, viewer: Viewer, assessment_id: str) -> Standing | None:
    """None before anything is opened in the four steps. Raises AssessmentUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        found = organisations.find(session, assessment_id)
        if found is None:
            return None
        register = registers.read(session, found.id)
        kept = document_rows.documents(session, found.id)
        return Standing(
            register=register,
            ways=WayBoard(register, way_rows.records(session, found.id)),
            documents=tuple(one for one in kept if not one.archived),
            messages=messages.read(session, found.id),
        )
