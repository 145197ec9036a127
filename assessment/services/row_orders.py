"""The order of the gap list: move a row, put one back, put all back.

A writer names the version of the order that was on the screen. When somebody else was first, RowsMoved is raised and
nothing is changed.
"""

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy.engine import Engine

from assessment.domain.gaps import gap_worths
from assessment.domain.report import AssessmentReport
from assessment.domain.row_order import RowOrder
from assessment.domain.row_order_errors import RowsMoved
from assessment.domain.viewer import Viewer
from assessment.services.clock import now
from assessment.services.reports import read_report
from assessment.storage import repository
from assessment.storage.database import unit_of_work


def move(
    engine: Engine, viewer: Viewer, assessment_id: str, item_id: str, *, below: str | None, version: int
) -> RowOrder:
    """Put a row straight below another one, or first. Raises AssessmentUnknown, RowsMoved or RowGone."""

    def moved(report: AssessmentReport) -> RowOrder:
        worths = gap_worths(report.results, report.checklist)
        return report.order.with_row(worths, item_id, below=below, at=report.at, by=viewer.name)

    return _change(engine, viewer, assessment_id, version, moved)


def put_back(engine: Engine, viewer: Viewer, assessment_id: str, item_id: str, *, version: int) -> RowOrder:
    """Let a row stand where it is suggested. Raises AssessmentUnknown or RowsMoved."""
    return _change(engine, viewer, assessment_id, version, lambda report: report.order.without(item_id))


def put_all_back(engine: Engine, viewer: Viewer, assessment_id: str, *, version: int) -> RowOrder:
    """Let every row stand where it is suggested. Raises AssessmentUnknown or RowsMoved."""
    return _change(engine, viewer, assessment_id, version, lambda report: replace(report.order, rows={}))


def _change(
    engine: Engine, viewer: Viewer, assessment_id: str, version: int, change: Callable[[AssessmentReport], RowOrder]
) -> RowOrder:
    viewer.must_steward()
    with unit_of_work(engine) as session:
        report = read_report(session, assessment_id)
        if report.order.version != version:
            raise RowsMoved(who=report.order.changed_by or "–")
        changed = change(report)
        if changed.rows == report.order.rows:
            return report.order
        changed = replace(changed, version=version + 1, changed_by=viewer.name)
        repository.save_row_order(session, assessment_id, changed, now=now())
        repository.touch(session, assessment_id, now=now())
        return changed
