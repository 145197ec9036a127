"""Comparing: one subject over time, several units side by side.

What an assessment amounts to is worked out once for each of its revisions and kept. The revision is in the database, so
this holds for several processes too.
"""

from collections import OrderedDict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from threading import Lock
from typing import Final

from sqlalchemy.engine import URL, Engine
from sqlmodel import Session

from assessment.domain import over_time as domain
from assessment.domain.comparison import Comparison, Snapshot, compare
from assessment.domain.errors import AssessmentUnknown
from assessment.domain.over_time import OverTime
from assessment.domain.scoring import item_results
from assessment.domain.viewer import Viewer
from assessment.services.reports import read_report
from assessment.storage import repository
from assessment.storage.database import reading

KEPT: Final = 1000  # snapshots of some 10 kB each
Stamp = tuple[int, datetime]
_kept: OrderedDict[tuple[URL, str], tuple[Stamp, Snapshot]] = OrderedDict()  # least recently used first
_turn = Lock()


def over_time(engine: Engine, viewer: Viewer, assessment_ids: Collection[str], *, today: date) -> OverTime:
    """Compare at least two assessments of one subject. `today` decides what is late. Raises AssessmentUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        found = _snapshots(session, engine.url, assessment_ids)
        actions = repository.actions_of(session, [one.assessment.id for one in found])
    return domain.over_time(found, actions, today=today)


def side_by_side(engine: Engine, viewer: Viewer, assessment_ids: Collection[str]) -> Comparison:
    """Compare assessments of different units, at least one, each against its own targets. Raises AssessmentUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        return compare(_snapshots(session, engine.url, assessment_ids))


def _snapshots(session: Session, place: URL, assessment_ids: Collection[str]) -> list[Snapshot]:
    """In the order of the ids, without repeats."""
    wanted, stamps = list(dict.fromkeys(assessment_ids)), repository.stamps(session)
    if not set(wanted) <= set(stamps):
        raise AssessmentUnknown
    with _turn:
        known = {id_: _kept.get((place, id_)) for id_ in wanted}
    found = {id_: held[1] for id_, held in known.items() if held is not None and held[0] == stamps[id_]}
    missing = [id_ for id_ in wanted if id_ not in found]
    if missing:
        found |= _read(session, missing)
    with _turn:
        for id_ in wanted:
            _kept[place, id_] = (stamps[id_], found[id_])
            _kept.move_to_end((place, id_))
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return [found[id_] for id_ in wanted]


def _read(session: Session, assessment_ids: Sequence[str]) -> Mapping[str, Snapshot]:
    """From the database, all at once. Only where there are workshops does it take each one's whole report."""
    voted = repository.with_workshops(session, assessment_ids)
    answers = repository.answers_of(session, assessment_ids)
    agreed = repository.agreed_levels_of(session, assessment_ids)
    found = {}
    for one in repository.assessments(session):
        if one.id not in answers:
            continue
        checklist = repository.checklist(session, one.checklist_id)
        if one.id in voted:
            results = read_report(session, one.id).results
        else:
            results = item_results(one.asked(checklist), answers[one.id], targets=one.targets, agreed=agreed[one.id])
        found[one.id] = Snapshot(one, checklist, {result.item.id: result for result in results})
    return found
