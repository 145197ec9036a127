"""Subjects: which assessments are about the same thing, and saying so."""

from collections.abc import Collection

from sqlalchemy.engine import Engine

from assessment.domain.assessment import Assessment
from assessment.domain.errors import AssessmentUnknown
from assessment.domain.subject import History, checked_subject, histories
from assessment.domain.viewer import Viewer
from assessment.services.clock import now
from assessment.storage import repository
from assessment.storage.database import reading, unit_of_work


def all_histories(engine: Engine, viewer: Viewer) -> tuple[History, ...]:
    """Every subject with its assessments, in the order of the subjects' names."""
    viewer.must_read()
    with reading(engine) as session:
        return histories(repository.assessments(session))


def regroup(engine: Engine, viewer: Viewer, assessment_ids: Collection[str], *, subject: str) -> tuple[Assessment, ...]:
    """Say what these assessments are about. The name of another subject joins them; nothing else in them changes.

    Raises FieldMissing or AssessmentUnknown.
    """
    viewer.must_steward()
    clean, moment = checked_subject(subject), now()
    with unit_of_work(engine) as session:
        known = {one.id: one for one in repository.assessments(session)}
        if not set(assessment_ids) <= set(known):
            raise AssessmentUnknown
        changed = [id_ for id_ in assessment_ids if known[id_].subject != clean]
        repository.save_subject(session, changed, clean, now=moment, by=viewer.name)
        for id_ in changed:
            repository.touch(session, id_, now=moment)
        return tuple(repository.assessment(session, id_) for id_ in assessment_ids)
