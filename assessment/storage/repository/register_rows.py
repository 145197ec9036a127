"""The register: activities, deliveries, and which activities lean on which deliveries."""

from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import delete
from sqlmodel import Session, col, select

from assessment.domain.activity import ActivityFacts, ActivityUnknown, Operation, Situation
from assessment.domain.delivery import Delivery, DeliveryFacts, DeliveryUnknown, Known, Outage
from assessment.storage.repository.entry_rows import entry_columns, entry_of
from assessment.storage.repository.entry_table import EntryTable
from assessment.storage.tables import ActivityRow, DeliveryRow, RelianceRow

ACTIVITIES: Final = EntryTable(
    ActivityRow, ActivityFacts, ActivityUnknown, codes={"operation": Operation}, sets={"situations": Situation}
)

activity = ACTIVITIES.find
activities = ACTIVITIES.listed
save_activity = ACTIVITIES.save


def stored(session: Session, activity_ids: Sequence[str]) -> bool:
    """Whether any of these activities exists, in whatever organisation."""
    chosen = select(ActivityRow.id).where(col(ActivityRow.id).in_(activity_ids)).limit(1)
    return session.exec(chosen).first() is not None


def delivery(session: Session, delivery_id: str) -> Delivery:
    """Raises DeliveryUnknown. Archived ones are found too."""
    row = session.get(DeliveryRow, delivery_id)
    if row is None:
        raise DeliveryUnknown
    return _delivery(row, _reliance(session, [row.id]).get(row.id, {}))


def deliveries(session: Session, organisation_id: str) -> tuple[Delivery, ...]:
    """All deliveries of an organisation, the archived ones too, oldest first."""
    chosen = select(DeliveryRow).where(DeliveryRow.organisation_id == organisation_id)
    rows = session.exec(chosen.order_by(col(DeliveryRow.created_at), col(DeliveryRow.id))).all()
    reliance = _reliance(session, [row.id for row in rows])
    return tuple(_delivery(row, reliance.get(row.id, {})) for row in rows)


def _reliance(session: Session, delivery_ids: Sequence[str]) -> dict[str, dict[str, Outage | None]]:
    found: dict[str, dict[str, Outage | None]] = {}
    chosen = select(RelianceRow).where(col(RelianceRow.delivery_id).in_(delivery_ids))
    for row in session.exec(chosen.order_by(col(RelianceRow.activity_id))).all():
        found.setdefault(row.delivery_id, {})[row.activity_id] = Outage(row.outage) if row.outage else None
    return found


def _delivery(row: DeliveryRow, reliance: Mapping[str, Outage | None]) -> Delivery:
    return entry_of(
        row,
        DeliveryFacts(
            name=row.name,
            reliance=reliance,
            reserve=Known(row.reserve) if row.reserve else None,
            operation=Operation(row.operation) if row.operation else None,
            contract_start=row.contract_start,
            contract_end=row.contract_end,
            lead_months=row.lead_months,
            next_decided=Known(row.next_decided) if row.next_decided else None,
            note=row.note,
        ),
    )


def save_delivery(session: Session, delivery: Delivery) -> None:
    """Insert or replace the delivery with all that leans on it."""
    facts = delivery.facts
    session.merge(
        DeliveryRow(
            **entry_columns(delivery),
            name=facts.name,
            reserve=facts.reserve or "",
            operation=facts.operation or "",
            contract_start=facts.contract_start,
            contract_end=facts.contract_end,
            lead_months=facts.lead_months,
            next_decided=facts.next_decided or "",
            note=facts.note,
        )
    )
    session.execute(delete(RelianceRow).where(col(RelianceRow.delivery_id) == delivery.id))
    session.flush()
    session.add_all(
        RelianceRow(delivery_id=delivery.id, activity_id=one, outage=outage or "")
        for one, outage in facts.reliance.items()
    )
    session.flush()
