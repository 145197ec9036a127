"""The register on disk: who changed what, that nobody overwrites anybody, and that nothing is ever orphaned."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.domain.activity import ActivityFacts, ActivityUnknown, Operation, Situation
from assessment.domain.delivery import DeliveryFacts, DeliveryUnknown, Known, Outage
from assessment.domain.entry_errors import (
    DatesReversed,
    DateUnlikely,
    EntryChanged,
    FieldTooLong,
    NameMissing,
    OrganisationKnown,
    OrganisationUnknown,
)
from assessment.domain.errors import NotAllowed
from assessment.domain.viewer import Viewer, ViewerKind
from assessment.services import assessments, entries, organisations, registers
from assessment.services.registers import ACTIVITIES, DELIVERIES
from tests import builders
from tests.builders import ADA

EVA = Viewer(ViewerKind.FACILITATOR, name="Eva Ödén")
WATER = ActivityFacts(
    name="Dricksvatten",
    why="Alla behöver vatten varje dag.",
    function="Rent vatten i kranen",
    volume="6 000 kubikmeter per dygn",
    situations=frozenset({Situation.WAR, Situation.PEACETIME_CRISIS}),
    operation=Operation.OWN,
    need_owner="VA-chefen",
    risk_owner="Tekniska nämnden",
    procurement="Upphandlingschefen",
    preparedness="Beredskapssamordnaren",
    decided_on=date(2026, 3, 1),
    review_on=date(2028, 3, 1),
    note="KS 2026/12",
)


@pytest.fixture
def ekvik(engine, quick_assessment):
    return organisations.of_assessment(engine, ADA, quick_assessment.id)


@pytest.fixture
def water(engine, ekvik):
    return entries.add(engine, EVA, ACTIVITIES, ekvik.id, WATER)


@pytest.fixture
def chlorine(engine, ekvik, water):
    facts = DeliveryFacts(
        "Fällningskemikalier",
        reliance={water.id: Outage.DAYS},
        reserve=Known.NO,
        operation=Operation.PROCURED,
        contract_start=date(2024, 1, 1),
        contract_end=date(2027, 12, 31),
        lead_months=18,
        next_decided=Known.UNKNOWN,
        note="Två fabriker i landet.",
    )
    return entries.add(engine, EVA, DELIVERIES, ekvik.id, facts)


def test_what_is_registered_is_read_back_as_it_was_written(engine, ekvik, water, chlorine):
    shown = registers.register(engine, ADA, ekvik.id)
    assert (shown.organisation, shown.activities, shown.deliveries) == (ekvik, (water,), (chlorine,))
    assert water.facts == WATER
    assert (chlorine.version, chlorine.changed_by) == (1, "Eva Ödén")


def test_assessments_of_one_organisation_share_its_register_however_it_is_spelt(engine, ekvik, water):
    again = builders.start(engine, organisation="  EKVIKS   kommun")
    assert organisations.of_assessment(engine, ADA, again.id) == ekvik
    assert registers.of_assessment(engine, ADA, again.id).activities == (water,)


def test_another_organisation_has_a_register_of_its_own(engine, ekvik, water):
    other = builders.start(engine, organisation="Region Sydost", organisation_type="region")
    assert registers.of_assessment(engine, ADA, other.id) is None
    region = organisations.of_assessment(engine, ADA, other.id)
    assert (region.name, region.kind) == ("Region Sydost", "region")
    assert registers.register(engine, ADA, region.id).empty
    assert organisations.known(engine, ADA) == (ekvik, region)


def test_renaming_the_organisation_takes_its_assessments_along(engine, ekvik, water, quick_assessment):
    organisations.rename(engine, EVA, ekvik.id, name="Ekviks stad")
    opened = assessments.opened(engine, ADA, quick_assessment.id).assessment
    assert (opened.organisation, opened.name) == ("Ekviks stad", quick_assessment.name)
    assert registers.of_assessment(engine, ADA, quick_assessment.id).activities == (water,)


def test_two_organisations_do_not_get_the_same_name(engine, ekvik):
    region = organisations.start(engine, EVA, name="Region Sydost", kind="region")
    with pytest.raises(OrganisationKnown):
        organisations.rename(engine, EVA, region.id, name="ekviks KOMMUN")
    assert organisations.organisation(engine, ADA, region.id) == region


def test_every_change_is_kept_with_who_and_what(engine, chlorine, water):
    facts = replace(chlorine.facts, reserve=Known.YES, reliance={water.id: Outage.UNKNOWN}, contract_end=None)
    entries.change(engine, EVA, DELIVERIES, chlorine.id, version=1, facts=facts)
    lines = [
        (one.field, one.before, one.after, one.by)
        for one in entries.history(engine, ADA, chlorine.id)
        if one.version == 2
    ]
    assert lines == [
        ("contract_end", "2027-12-31", "", "Eva Ödén"),
        ("reliance", f"{water.id} 3d", f"{water.id} unknown", "Eva Ödén"),
        ("reserve", "no", "yes", "Eva Ödén"),
    ]


def test_the_second_writer_is_told_and_changes_nothing(engine, water):
    first = entries.change(engine, EVA, ACTIVITIES, water.id, version=1, facts=replace(WATER, need_owner="Chefen"))
    with pytest.raises(EntryChanged) as refused:
        entries.change(engine, ADA, ACTIVITIES, water.id, version=1, facts=replace(WATER, need_owner="Någon"))
    assert refused.value.parameters == {"who": "Eva Ödén"}
    assert entries.entry(engine, ADA, ACTIVITIES, water.id) == first


def test_saving_without_a_change_leaves_no_trace(engine, water):
    assert entries.change(engine, EVA, ACTIVITIES, water.id, version=1, facts=WATER) == water
    assert {one.version for one in entries.history(engine, ADA, water.id)} == {1}


def test_an_archived_activity_leaves_the_figures_and_what_leaned_comes_back_with_it(engine, ekvik, water, chlorine):
    laid_aside = entries.archive(engine, EVA, ACTIVITIES, water.id, version=1)
    shown = registers.register(engine, ADA, ekvik.id)
    assert (shown.active, shown.meetings, shown.archived) == ((), (), (laid_aside,))
    assert entries.entry(engine, ADA, DELIVERIES, chlorine.id) == chlorine
    back = entries.restore(engine, EVA, ACTIVITIES, water.id, version=2)
    assert [one.activity for one in registers.register(engine, ADA, ekvik.id).meetings] == [back]


def test_an_archived_entry_is_not_changed_by_somebody_who_had_it_open(engine, water):
    entries.archive(engine, EVA, ACTIVITIES, water.id, version=1)
    with pytest.raises(EntryChanged):
        entries.change(engine, ADA, ACTIVITIES, water.id, version=2, facts=replace(WATER, name="Vatten"))


WRONG = {
    "no name": ({"name": " \t\n"}, NameMissing),
    "long name": ({"name": "x" * 201}, FieldTooLong),
    "pasted novel": ({"note": "x" * 100_000}, FieldTooLong),
    "review before decision": ({"review_on": date(2026, 2, 28)}, DatesReversed),
    "far away": ({"review_on": date(2150, 1, 1)}, DateUnlikely),
}


@pytest.mark.parametrize(("wrong", "error"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_meant_is_refused_and_nothing_is_saved(engine, ekvik, water, wrong, error):
    with pytest.raises(error):
        entries.change(engine, EVA, ACTIVITIES, water.id, version=1, facts=replace(WATER, **wrong))
    with pytest.raises(error):
        entries.add(engine, EVA, ACTIVITIES, ekvik.id, replace(WATER, **wrong))
    assert registers.register(engine, ADA, ekvik.id).activities == (water,)


def test_a_contract_does_not_end_before_it_starts(engine, chlorine):
    with pytest.raises(DatesReversed) as refused:
        facts = replace(chlorine.facts, contract_end=date(2023, 12, 31))
        entries.change(engine, EVA, DELIVERIES, chlorine.id, version=1, facts=facts)
    assert refused.value.parameters["second"] == "2023-12-31"
    assert entries.entry(engine, ADA, DELIVERIES, chlorine.id) == chlorine


def test_control_characters_never_reach_the_disk(engine, ekvik):
    made = entries.add(engine, EVA, ACTIVITIES, ekvik.id, ActivityFacts("Dricks\x00vatten\x07", why="a\x1bb\r\nc"))
    assert (made.facts.name, made.facts.why) == ("Dricksvatten", "ab\nc")


def test_a_delivery_cannot_lean_on_another_organisations_activity(engine, water):
    region = organisations.start(engine, EVA, name="Region Sydost", kind="region")
    for wrong in (water.id, "finns-inte"):
        with pytest.raises(ActivityUnknown):
            entries.add(engine, EVA, DELIVERIES, region.id, DeliveryFacts("El", reliance={wrong: None}))


def test_what_does_not_exist_is_told(engine):
    for shelf, error in ((ACTIVITIES, ActivityUnknown), (DELIVERIES, DeliveryUnknown)):
        with pytest.raises(error):
            entries.entry(engine, ADA, shelf, "finns-inte")
    with pytest.raises(OrganisationUnknown):
        registers.register(engine, ADA, "finns-inte")
    with pytest.raises(OrganisationUnknown):
        entries.add(engine, EVA, ACTIVITIES, "finns-inte", WATER)


def test_a_participant_sees_and_changes_nothing_here(engine, ekvik, water, ben):
    viewer = builders.viewer_of(ben)
    for attempt in (
        lambda: registers.register(engine, viewer, ekvik.id),
        lambda: entries.change(engine, viewer, ACTIVITIES, water.id, version=1, facts=WATER),
        lambda: entries.add(engine, viewer, ACTIVITIES, ekvik.id, WATER),
        lambda: entries.archive(engine, viewer, ACTIVITIES, water.id, version=1),
        lambda: organisations.rename(engine, viewer, ekvik.id, name="Annat"),
    ):
        with pytest.raises(NotAllowed):
            attempt()
