"""Organisations: which one an assessment belongs to, which ones there are, name and rename them.

An organisation becomes known the first time that one of the four steps is opened for it.
"""

from dataclasses import replace
from secrets import token_urlsafe
from typing import Final

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.assessment import NAME_LIMIT
from assessment.domain.entry_errors import OrganisationFilled, OrganisationKnown, OrganisationNotNamed
from assessment.domain.organisation import Organisation, name_key
from assessment.domain.response import one_line
from assessment.domain.viewer import Viewer
from assessment.services.assessments import ID_BYTES
from assessment.services.clock import now
from assessment.storage import repository
from assessment.storage.database import reading, unit_of_work
from assessment.storage.repository import document_rows, message_rows, organisation_rows, register_rows, way_rows

KEPT: Final = (  # all that an organisation can have registered
    *(register_rows.activities, register_rows.deliveries, way_rows.records),
    *(document_rows.documents, message_rows.messages),
)


def known(engine: Engine, viewer: Viewer) -> tuple[Organisation, ...]:
    """Every organisation that has been opened in one of the four steps, by name."""
    viewer.must_read()
    with reading(engine) as session:
        return organisation_rows.organisations(session)


def organisation(engine: Engine, viewer: Viewer, organisation_id: str) -> Organisation:
    """Raises OrganisationUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        return organisation_rows.organisation(session, organisation_id)


def called(engine: Engine, viewer: Viewer, name: str) -> Organisation:
    """The organisation of this name, or with this id. Raises OrganisationNotNamed."""
    viewer.must_read()
    with reading(engine) as session:
        there = organisation_rows.organisations(session)
    found = next((one for one in there if one.id == name or one.key == name_key(name)), None)
    if found is None:
        raise OrganisationNotNamed(name=name, names=", ".join(one.name or one.id for one in there) or "–")
    return found


def of_assessment(engine: Engine, viewer: Viewer, assessment_id: str) -> Organisation:
    """The organisation that the assessment names, made known by whoever may if it is not yet.

    Raises AssessmentUnknown, or OnlyStewards when it is not known and the viewer may not make it so.
    """
    viewer.must_read()
    with reading(engine) as session:
        found = find(session, assessment_id)
    if found is not None:
        return found
    viewer.must_steward()
    with unit_of_work(engine) as session:
        assessment = repository.assessment(session, assessment_id)
        return ensure(session, assessment.organisation, kind=assessment.organisation_type, example=assessment.example)


def start(engine: Engine, viewer: Viewer, *, name: str, kind: str) -> Organisation:
    """An organisation before its first assessment; the one that is there already if the name is known."""
    viewer.must_steward()
    with unit_of_work(engine) as session:
        return ensure(session, one_line(name, limit=NAME_LIMIT), kind=kind, example=False)


def rename(engine: Engine, viewer: Viewer, organisation_id: str, *, name: str) -> Organisation:
    """Give the organisation another name, in all its assessments too.

    Raises OrganisationUnknown, or OrganisationKnown when another one has that name.
    """
    viewer.must_steward()
    clean = one_line(name, limit=NAME_LIMIT)
    with unit_of_work(engine) as session:
        before = organisation_rows.organisation(session, organisation_id)
        other = organisation_rows.organisation_called(session, clean)
        if other is not None and other.id != before.id:
            raise OrganisationKnown(name=clean)
        after = replace(before, name=clean)
        organisation_rows.save_organisation(session, after)
        for summary in repository.summaries(session):
            assessment = summary.assessment
            if name_key(assessment.organisation) == before.key:
                repository.rename(session, assessment.id, name=assessment.name, organisation=clean)
                repository.touch(session, assessment.id, now=now())
        return after


def empty(engine: Engine, viewer: Viewer, organisation_id: str) -> bool:
    """Whether nothing was ever registered for it and no assessment names it. Raises OrganisationUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        return _empty(session, organisation_rows.organisation(session, organisation_id))


def remove(engine: Engine, viewer: Viewer, organisation_id: str) -> None:
    """Delete an organisation that is empty. Raises OrganisationUnknown or OrganisationFilled."""
    viewer.must_steward()
    with unit_of_work(engine) as session:
        found = organisation_rows.organisation(session, organisation_id)
        if not _empty(session, found):
            raise OrganisationFilled(name=found.name or "–")
        organisation_rows.remove_organisation(session, organisation_id)


def _empty(session: Session, found: Organisation) -> bool:
    """Archived entries count: they can come back."""
    named = any(name_key(one.organisation) == found.key for one in repository.assessments(session))
    return not named and not any(read(session, found.id) for read in KEPT)


def find(session: Session, assessment_id: str) -> Organisation | None:
    """The organisation that the assessment names, if it is known. Raises AssessmentUnknown."""
    return organisation_rows.organisation_called(session, repository.assessment(session, assessment_id).organisation)


def ensure(session: Session, name: str, *, kind: str, example: bool, organisation_id: str = "") -> Organisation:
    """The organisation of this name, within a transaction that writes.

    With an id, the one that has it, whatever people have renamed it to.
    """
    renamed = (one for one in organisation_rows.organisations(session) if one.id == organisation_id)
    found = next(renamed, None) or organisation_rows.organisation_called(session, name)
    if found is not None:
        return found
    made = Organisation(organisation_id or token_urlsafe(ID_BYTES), name, kind, example, now())
    organisation_rows.save_organisation(session, made)
    return made
