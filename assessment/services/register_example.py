"""The example's register."""

from pathlib import Path
from typing import Final

from sqlmodel import Session

from assessment.domain.activity import checked_activity
from assessment.domain.delivery import checked_delivery
from assessment.services import entries
from assessment.services.clock import now
from assessment.services.registers import ACTIVITIES, DELIVERIES
from assessment.settings import ROOT
from assessment.storage.example_register_file import read_example_register
from assessment.storage.repository import register_rows
from assessment.texts.language import STOCKHOLM

EKVIK: Final = ROOT / "data" / "demo" / "ekvik-register.yaml"


def add_missing(session: Session, organisation_id: str, *, by: str, path: Path = EKVIK) -> None:
    """Store the register within a transaction, once: not when any of it is there, in whatever organisation.

    Raises ExampleFileWrong.
    """
    example, today = read_example_register(path), now().astimezone(STOCKHOLM).date()
    if register_rows.stored(session, [one.id for one in example.activities]):
        return
    for activity in example.activities:
        facts = checked_activity(activity.facts(today))
        entries.write_new(session, ACTIVITIES, organisation_id, facts, by=by, entry_id=activity.id)
    for delivery in example.deliveries:
        checked = checked_delivery(delivery.facts(today))
        entries.write_new(session, DELIVERIES, organisation_id, checked, by=by, entry_id=delivery.id)
