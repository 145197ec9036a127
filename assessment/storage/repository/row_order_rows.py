"""The gap list's own order."""

import json
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from assessment.domain.row_order import MovedRow, RowOrder
from assessment.storage.tables import MovedRowRow, RowOrderRow


def row_order(session: Session, assessment_id: str) -> RowOrder:
    head = session.get(RowOrderRow, assessment_id)
    if head is None:
        return RowOrder()
    chosen = select(MovedRowRow).where(MovedRowRow.assessment_id == assessment_id)
    rows = session.exec(chosen.order_by(col(MovedRowRow.item_id))).all()
    return RowOrder(head.version, {row.item_id: _moved(row) for row in rows}, head.changed_by)


def _moved(row: MovedRowRow) -> MovedRow:
    return MovedRow(row.item_id, tuple(json.loads(row.below)), row.turn, row.moved_at, row.moved_by)


def save_row_order(session: Session, assessment_id: str, order: RowOrder, *, now: datetime) -> None:
    """Replace the whole order of an assessment."""
    session.merge(
        RowOrderRow(assessment_id=assessment_id, version=order.version, changed_at=now, changed_by=order.changed_by)
    )
    session.execute(delete(MovedRowRow).where(col(MovedRowRow.assessment_id) == assessment_id))
    session.add_all(
        MovedRowRow(
            assessment_id=assessment_id,
            item_id=one.item_id,
            below=json.dumps(one.below),
            turn=one.turn,
            moved_at=one.at,
            moved_by=one.by,
        )
        for one in order.rows.values()
    )
    session.flush()
