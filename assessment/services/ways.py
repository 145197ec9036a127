"""Decision records: step 2, the way forward. `entries` changes and archives them while they are unsigned."""

from dataclasses import replace
from datetime import date
from typing import Final

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.activity import Activity, ActivityUnknown
from assessment.domain.entry import EntryChange, changed_fields, likely, one_line_of, text_of, written_facts
from assessment.domain.entry_errors import NameMissing
from assessment.domain.register import Register
from assessment.domain.viewer import Viewer
from assessment.domain.way import (
    UNSIGNED,
    WAY_FIELD,
    DecisionRecord,
    Way,
    WayFacts,
    checked_way,
    in_order,
)
from assessment.domain.way_board import WayBoard
from assessment.domain.way_errors import (
    DecisionAhead,
    ReasonsMissing,
    RecordBegun,
    RecordMoved,
    RecordSigned,
    RecordStopped,
    RecordUnsigned,
    SystemOfChoiceClosed,
)
from assessment.domain.way_gates import Outcome, outcome, system_open
from assessment.domain.way_guide import WayGuide
from assessment.services import registers
from assessment.services.clock import now
from assessment.services.entries import Shelf, write_new
from assessment.storage.database import reading, unit_of_work
from assessment.storage.repository import entry_rows, organisation_rows, register_rows, way_rows
from assessment.storage.way_guide_file import read_way_guide
from assessment.texts.language import STOCKHOLM


def _must_fit(session: Session, organisation_id: str, facts: WayFacts) -> None:
    """Raises ActivityUnknown or SystemOfChoiceClosed."""
    if register_rows.activity(session, facts.activity_id).organisation_id != organisation_id:
        raise ActivityUnknown
    kind = organisation_rows.organisation(session, organisation_id).kind
    if Way.SYSTEM_OF_CHOICE in (facts.options | {facts.chosen}) and not system_open(kind):
        raise SystemOfChoiceClosed


def _may_return(session: Session, record: DecisionRecord) -> None:
    """One draft at a time. Raises RecordBegun."""
    if _begun(session, register_rows.activity(session, record.facts.activity_id)) is not None:
        raise RecordBegun


RECORDS: Final = Shelf(way_rows.record, way_rows.save_record, checked_way, _must_fit, _may_return)


def guide() -> WayGuide:
    """The facts, questions and arguments that come with the program."""
    return read_way_guide()


def board(engine: Engine, viewer: Viewer, organisation_id: str) -> WayBoard:
    """All records of an organisation beside its register. Raises OrganisationUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        return WayBoard(registers.read(session, organisation_id), way_rows.records(session, organisation_id))


def with_activity(engine: Engine, viewer: Viewer, record_id: str) -> tuple[Activity, DecisionRecord]:
    """A record and what it is about. Raises RecordUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        record = way_rows.record(session, record_id)
        return register_rows.activity(session, record.facts.activity_id), record


def begin(engine: Engine, viewer: Viewer, activity_id: str) -> DecisionRecord:
    """A record for the activity, filled in from the register; the one that is begun already, if there is one.

    Raises ActivityUnknown.
    """
    viewer.must_steward()
    with unit_of_work(engine) as session:
        activity = register_rows.activity(session, activity_id)
        begun = _begun(session, activity)
        if begun is not None:
            return begun
        register = registers.read(session, activity.organisation_id)
        return write_new(session, RECORDS, activity.organisation_id, from_register(register, activity), by=viewer.name)


def supersede(engine: Engine, viewer: Viewer, record_id: str) -> DecisionRecord:
    """A new version of a signed record, to be worked on; the signed one stays as it is.

    Raises RecordUnknown, RecordUnsigned, or RecordBegun when the activity has an unsigned one.
    """
    viewer.must_steward()
    with unit_of_work(engine) as session:
        before = way_rows.record(session, record_id)
        if not before.facts.signed:
            raise RecordUnsigned
        if _begun(session, register_rows.activity(session, before.facts.activity_id)) is not None:
            raise RecordBegun
        facts = replace(before.facts, supersedes=before.id, **UNSIGNED)
        return write_new(session, RECORDS, before.organisation_id, facts, by=viewer.name)


def sign(
    engine: Engine, viewer: Viewer, record_id: str, *, version: int, name: str, role: str, on: date, despite: str = ""
) -> DecisionRecord:
    """Sign the record, which nobody can change after that.

    Where parts are missing, `despite` must give the reasons. Raises RecordSigned, RecordMoved, RecordStopped,
    ReasonsMissing, NameMissing, FieldTooLong, DateUnlikely, DatesReversed or DecisionAhead.
    """
    viewer.must_steward()
    who = one_line_of(name, field=WAY_FIELD["signed_by"])
    as_what = one_line_of(role, field=WAY_FIELD["signed_role"])
    reasons = text_of(despite, field=WAY_FIELD["signed_despite"])
    for field, text in (("signed_by", who), ("signed_role", as_what)):
        if not text:
            raise NameMissing(field=WAY_FIELD[field])
    likely(on, field=WAY_FIELD["signed_on"])
    with unit_of_work(engine) as session:
        before = way_rows.record(session, record_id)
        _must_be_as_seen(before, version)
        facts = replace(before.facts, signed_by=who, signed_role=as_what, signed_on=on)
        facts = replace(facts, signed_despite="" if _ready(facts, reasons) else reasons)
        if on > now().astimezone(STOCKHOLM).date():
            raise DecisionAhead(day=on.isoformat())
        after = replace(before, facts=facts, changed_at=now(), changed_by=viewer.name, version=version + 1)
        way_rows.save_record(session, after)
        _note(session, before, after)
        return after


def _must_be_as_seen(record: DecisionRecord, version: int) -> None:
    if record.facts.signed:
        raise RecordSigned
    if record.version != version or record.archived:
        raise RecordMoved(who=record.changed_by or "–")


def _ready(facts: WayFacts, reasons: str) -> bool:
    """Whether nothing is missing. Raises RecordStopped, ReasonsMissing or DatesReversed when it cannot be signed."""
    stands = outcome(facts)
    if stands is Outcome.STOPPED:
        raise RecordStopped
    if stands is Outcome.INCOMPLETE and not reasons:
        raise ReasonsMissing
    in_order(facts, "security_on", "signed_on")
    in_order(facts, "signed_on", "review_on")
    return stands is Outcome.READY


def _note(session: Session, before: DecisionRecord, after: DecisionRecord) -> None:
    first, second = written_facts(before.facts), written_facts(after.facts)
    lines = [
        EntryChange(after.id, after.version, name, first[name], second[name], after.changed_at, after.changed_by)
        for name in changed_fields(before.facts, after.facts)
    ]
    entry_rows.add_entry_changes(session, after.organisation_id, lines)


def _begun(session: Session, activity: Activity) -> DecisionRecord | None:
    """The activity's unsigned record that is not archived."""
    kept = way_rows.records(session, activity.organisation_id)
    mine = (one for one in kept if one.facts.activity_id == activity.id)
    return next((one for one in mine if not one.facts.signed and not one.archived), None)


def from_register(register: Register, activity: Activity) -> WayFacts:
    """What the register already says about the activity, for people to correct."""
    facts = activity.facts
    known = [one.outage for one in register.meetings_of(activity) if one.outage is not None and one.outage.known]
    return WayFacts(
        activity_id=activity.id,
        operation=facts.operation,
        why=facts.why,
        adopted=facts.decided_on.isoformat() if facts.decided_on else "",
        need="\n".join(text for text in (facts.function, facts.volume) if text),
        outage=min(known, key=list(type(known[0])).index) if known else None,
        situations=facts.situations,
        risk_owner=facts.risk_owner,
    )
