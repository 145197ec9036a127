"""Decision records in the database: filled in from the register, signed once, kept for ever."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from assessment.domain.activity import ActivityFacts, Operation, Situation
from assessment.domain.delivery import DeliveryFacts, Known, Outage
from assessment.domain.entry_errors import DatesReversed, EntryChanged, NameMissing
from assessment.domain.errors import NotAllowed
from assessment.domain.way import Security, Way
from assessment.domain.way_errors import (
    DecisionAhead,
    ReasonsMissing,
    RecordBegun,
    RecordSigned,
    RecordStopped,
    RecordUnknown,
    RecordUnsigned,
    SystemOfChoiceClosed,
)
from assessment.services import entries, organisations, ways
from assessment.services.clock import now
from assessment.services.registers import ACTIVITIES, DELIVERIES
from assessment.services.ways import RECORDS
from assessment.storage.database import unit_of_work
from assessment.storage.way_guide_file import read_way_guide
from tests import builders
from tests.builders import ADA
from tests.domain.way_facts import COMPLETE
from tests.texts.test_readability import LIMIT, lix

WATER = ActivityFacts(
    "Dricksvatten",
    why="Alla behöver det.",
    function="Vatten i kranen",
    volume="4 500 kubikmeter",
    situations=frozenset({Situation.WAR}),
    operation=Operation.OWN,
    risk_owner="Nämnden",
    decided_on=date(2024, 3, 1),
)
DAY = date(2026, 9, 2)


@pytest.fixture
def organisation(engine, quick_assessment):
    return organisations.of_assessment(engine, ADA, quick_assessment.id)


@pytest.fixture
def water(engine, organisation):
    return entries.add(engine, ADA, ACTIVITIES, organisation.id, WATER)


@pytest.fixture
def begun(engine, water):
    """A record as the register fills it in."""
    return ways.begin(engine, ADA, water.id)


@pytest.fixture
def complete(engine, begun):
    """A record with all fifteen parts."""
    facts = replace(COMPLETE, activity_id=begun.facts.activity_id)
    return entries.change(engine, ADA, RECORDS, begun.id, version=1, facts=facts)


@pytest.fixture
def signed(engine, complete):
    return sign(engine, complete)


def sign(engine, record, **changed):
    given = {"version": record.version, "name": "Eva Berg", "role": "Ordförande", "on": DAY} | changed
    return ways.sign(engine, ADA, record.id, **given)


def read(engine, record):
    return entries.entry(engine, ADA, RECORDS, record.id)


def test_a_record_begins_with_what_the_register_says(engine, organisation, water):
    for name, outage in (("El", Outage.DAYS), ("Klor", Outage.HOURS), ("Data", Outage.UNKNOWN), ("Kem", None)):
        entries.add(engine, ADA, DELIVERIES, organisation.id, DeliveryFacts(name, {water.id: outage}))
    facts = ways.begin(engine, ADA, water.id).facts
    assert (facts.why, facts.adopted, facts.need) == (WATER.why, "2024-03-01", "Vatten i kranen\n4 500 kubikmeter")
    assert (facts.outage, facts.operation, facts.risk_owner) == (Outage.HOURS, Operation.OWN, "Nämnden")
    assert facts.identified is facts.chosen is facts.security is None


def test_beginning_again_goes_on_with_the_one_that_is_begun(engine, water, begun):
    assert ways.begin(engine, ADA, water.id) == begun


def test_a_record_is_kept_whole(engine, complete):
    assert read(engine, complete) == complete
    assert complete.facts == replace(COMPLETE, activity_id=complete.facts.activity_id)


def test_the_second_writer_is_told_and_nothing_is_overwritten(engine, complete):
    with pytest.raises(EntryChanged):
        entries.change(engine, ADA, RECORDS, complete.id, version=1, facts=replace(complete.facts, motive="Annat"))
    assert read(engine, complete) == complete


def test_a_signed_record_says_who_as_what_and_when(engine, signed):
    facts = read(engine, signed).facts
    assert (facts.signed_by, facts.signed_role, facts.signed_on) == ("Eva Berg", "Ordförande", DAY)
    assert {one.field for one in entries.history(engine, ADA, signed.id) if one.version == signed.version} == {
        "signed_by",
        "signed_role",
        "signed_on",
    }


def test_nothing_changes_a_signed_record(engine, signed):
    attempts = (
        lambda: entries.change(engine, ADA, RECORDS, signed.id, version=3, facts=replace(signed.facts, motive="Annat")),
        lambda: entries.archive(engine, ADA, RECORDS, signed.id, version=3),
        lambda: sign(engine, signed, name="Någon annan"),
    )
    for attempt in attempts:
        with pytest.raises(RecordSigned):
            attempt()
    assert read(engine, signed) == signed


@pytest.mark.parametrize("order", ["UPDATE decision_record SET motive = 'x'", "DELETE FROM decision_record"])
def test_the_database_itself_keeps_a_signed_record(engine, signed, order):
    with pytest.raises(IntegrityError, match="never changed"), unit_of_work(engine) as session:
        session.execute(text(order))
    assert read(engine, signed) == signed


def test_an_activity_with_a_record_can_be_archived_but_never_deleted(engine, organisation, water, begun):
    with pytest.raises(IntegrityError), unit_of_work(engine) as session:
        session.execute(text("DELETE FROM activity"))
    entries.archive(engine, ADA, ACTIVITIES, water.id, version=1)
    [row] = ways.board(engine, ADA, organisation.id).rows
    assert (row.activity.id, row.draft, row.activity.archived) == (water.id, begun, True)


def test_a_new_version_supersedes_and_both_can_be_read(engine, organisation, signed):
    second = ways.supersede(engine, ADA, signed.id)
    assert (second.facts.supersedes, second.facts.signed, second.facts.motive) == (signed.id, False, COMPLETE.motive)
    with pytest.raises(RecordBegun):
        ways.supersede(engine, ADA, signed.id)
    [row] = ways.board(engine, ADA, organisation.id).rows
    assert (row.in_force, row.draft) == (signed, second)
    later = sign(engine, second, role="Vice ordförande")
    [row] = ways.board(engine, ADA, organisation.id).rows
    assert (row.signed, row.in_force, row.draft) == ((later, signed), later, None)
    with pytest.raises(RecordUnsigned):
        ways.supersede(engine, ADA, ways.supersede(engine, ADA, later.id).id)


def test_an_incomplete_record_is_signed_only_with_reasons(engine, begun):
    with pytest.raises(ReasonsMissing):
        sign(engine, begun, despite=" \x00 ")
    assert sign(engine, begun, despite="Avtalet går ut i morgon.").facts.signed_despite == "Avtalet går ut i morgon."


def test_reasons_are_not_kept_where_nothing_is_missing(engine, complete):
    assert sign(engine, complete, despite="Behövs inte.").facts.signed_despite == ""


@pytest.mark.parametrize("unclear", [{"security": Security.UNKNOWN}, {"handover": Known.UNKNOWN}])
def test_a_stopped_record_is_not_signed_whatever_the_reasons(engine, complete, unclear):
    stopped = entries.change(engine, ADA, RECORDS, complete.id, version=2, facts=replace(complete.facts, **unclear))
    with pytest.raises(RecordStopped):
        sign(engine, stopped, despite="Bråttom.")
    assert read(engine, stopped) == stopped


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"name": " "}, NameMissing),
        ({"role": ""}, NameMissing),
        ({"on": date(2026, 8, 1)}, DatesReversed),
        ({"on": date(2028, 1, 2)}, DatesReversed),
        ({"version": 1}, EntryChanged),
    ],
)
def test_a_signature_that_can_not_hold_is_refused(engine, complete, given, refusal):
    with pytest.raises(refusal):
        sign(engine, complete, **given)
    assert read(engine, complete) == complete


def test_a_decision_that_is_still_to_come_is_not_signed(engine, complete):
    tomorrow = now().date() + timedelta(days=2)  # wherever midnight is
    later = replace(complete.facts, review_on=tomorrow + timedelta(days=365))
    record = entries.change(engine, ADA, RECORDS, complete.id, version=complete.version, facts=later)
    with pytest.raises(DecisionAhead):
        sign(engine, record, on=tomorrow)
    assert read(engine, record) == record


def test_a_company_can_not_compare_a_system_of_choice(engine):
    other = builders.start(engine, organisation="Ekviks vatten AB", organisation_type="offentligt_bolag")
    organisation = organisations.of_assessment(engine, ADA, other.id)
    begun = ways.begin(engine, ADA, entries.add(engine, ADA, ACTIVITIES, organisation.id, WATER).id)
    with pytest.raises(SystemOfChoiceClosed):
        facts = replace(begun.facts, options=frozenset({Way.SYSTEM_OF_CHOICE}))
        entries.change(engine, ADA, RECORDS, begun.id, version=1, facts=facts)


def test_a_participant_neither_reads_nor_writes(engine, organisation, begun, ben):
    viewer = builders.viewer_of(ben)
    for attempt in (
        lambda: ways.board(engine, viewer, organisation.id),
        lambda: ways.begin(engine, viewer, begun.facts.activity_id),
        lambda: ways.sign(engine, viewer, begun.id, version=1, name="x", role="y", on=DAY),
        lambda: ways.supersede(engine, viewer, begun.id),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_an_unknown_record_is_a_sentence(engine):
    with pytest.raises(RecordUnknown):
        entries.entry(engine, ADA, RECORDS, "finns-inte")


def test_the_shipped_guide_hangs_together(tmp_path):
    guide = read_way_guide()
    assert len(guide.questions) == 11
    sides = [one.side for one in guide.arguments]
    assert sides.count("in_house") == sides.count("outsourced")
    assert sides.count("procurement") == sides.count("system_of_choice")
    assert all(one.source.url for one in guide.facts)
    texts = [one.text.sv for one in (*guide.facts, *guide.questions, *guide.arguments)]
    assert lix(" ".join(texts)) <= LIMIT
    assert "lov-fredag" in {one.id for one in guide.questions}
    wrong = tmp_path / "ways.yaml"
    wrong.write_text(
        "version: '1'\nsources: [{key: A, sv: a, en: a}]\nfacts: [{gate: form, source: B, sv: a, en: a}]\n"
        "questions: []\narguments: []\n",
        encoding="utf-8",
    )
    with pytest.raises(ValueError, match="unknown sources: B"):
        read_way_guide(wrong)


def test_a_draft_is_archived_and_comes_back_unless_another_is_begun(engine, begun):
    aside = entries.archive(engine, ADA, RECORDS, begun.id, version=begun.version)
    other = ways.begin(engine, ADA, begun.facts.activity_id)
    assert other.id != begun.id
    with pytest.raises(RecordBegun):
        entries.restore(engine, ADA, RECORDS, begun.id, version=aside.version)
    entries.archive(engine, ADA, RECORDS, other.id, version=other.version)
    back = entries.restore(engine, ADA, RECORDS, begun.id, version=aside.version)
    assert back.facts == begun.facts and not back.archived
