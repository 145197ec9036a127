"""The messages of the example."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from sqlmodel import Session

from assessment.domain.message import checked_message
from assessment.services import messages
from assessment.services.entries import write_new
from assessment.services.messages import MESSAGES
from assessment.settings import ROOT
from assessment.storage.example_message_file import read_example_messages
from assessment.storage.repository import message_rows

EKVIK_MESSAGES: Final = ROOT / "data" / "demo" / "ekvik-messages.yaml"


def add_missing(session: Session, organisation_id: str, *, by: str, path: Path = EKVIK_MESSAGES) -> None:
    """Register the messages that are not there yet, within a transaction, after all that they build on.

    Raises ExampleFileWrong.
    """
    there = {one.id for one in message_rows.messages(session, organisation_id)}
    found = messages.read(session, organisation_id)
    for one in read_example_messages(path).messages:
        if one.id not in there:
            facts = one.facts(found.today)
            known = replace(facts, basis=facts.basis & set(found.bases))
            write_new(session, MESSAGES, organisation_id, checked_message(known), by=by, entry_id=one.id)
