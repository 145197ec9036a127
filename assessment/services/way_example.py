"""The decision records of the example."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from sqlmodel import Session

from assessment.domain.way import checked_way
from assessment.services.clock import now
from assessment.services.entries import write_new
from assessment.services.ways import RECORDS
from assessment.settings import ROOT
from assessment.storage.example_way_file import read_example_records
from assessment.storage.repository import register_rows, way_rows
from assessment.texts.language import STOCKHOLM

EKVIK_WAYS: Final = ROOT / "data" / "demo" / "ekvik-ways.yaml"


def add_missing(session: Session, organisation_id: str, *, by: str, path: Path = EKVIK_WAYS) -> None:
    """Store the records once, within a transaction that has the register. Raises ExampleFileWrong."""
    today = now().astimezone(STOCKHOLM).date()
    there = {one.id for one in way_rows.records(session, organisation_id)}
    known = {one.id for one in register_rows.activities(session, organisation_id)}
    for one in read_example_records(path).records:
        if one.id in there or one.activity_id not in known:
            continue
        facts = replace(
            checked_way(one.facts(today)),
            signed_by=one.signed_by,
            signed_role=one.signed_role,
            signed_on=one.signed_on(today),
        )
        write_new(session, RECORDS, organisation_id, facts, by=by, entry_id=one.id)
