"""When a record may be decided on, what it lacks, and where it stops."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.domain.activity import Operation
from assessment.domain.delivery import Known, Outage
from assessment.domain.entry_errors import DatesReversed, DateUnlikely, FieldTooLong
from assessment.domain.way import Act, Mark, Office, Security, Way, WayFacts, checked_way
from assessment.domain.way_gates import (
    FRIDAY,
    PARTS,
    Gate,
    GateState,
    Outcome,
    Stop,
    applies,
    missing,
    outcome,
    states,
    stops,
)
from tests.domain.way_facts import COMPLETE, OWN

# every field that a complete record needs, with the part that lacks it when it is empty
NEEDED = {
    **{"identified": 1, "why": 1, "adopted": 1, "need": 2, "outage": 2, "situations": 2, "options": 3, "effects": 4},
    **{"handover": 5, "ground": 5, "security": 5, "security_on": 5, "act": 5, "secrecy": 5, "offices": 6, "dissent": 6},
    **{"chosen": 7, "motive": 7, "conditions": 8, "money": 8, "risk": 9, "risk_owner": 9, "transition": 10},
    **{"exit_plan": 11, "follow_up": 12, "review_on": 13, "triggers": 13, "communication": 14, "responsibility": 15},
}
EMPTY = WayFacts("vatten")


def test_all_fifteen_parts_together_are_enough():
    assert missing(COMPLETE) == ()
    assert outcome(COMPLETE) is outcome(OWN) is Outcome.READY


@pytest.mark.parametrize("field", NEEDED)
def test_each_part_that_is_missing_is_told_and_makes_the_record_incomplete(field):
    lacking = replace(COMPLETE, **{field: getattr(EMPTY, field)})
    assert NEEDED[field] in [one.part for one in missing(lacking)]
    assert outcome(lacking) is Outcome.INCOMPLETE


def test_an_empty_record_lacks_every_part_and_stops_nowhere():
    assert {one.part for one in missing(EMPTY)} == set(PARTS)
    assert stops(EMPTY) == {}
    assert outcome(EMPTY) is Outcome.INCOMPLETE


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"identified": Known.NO}, 1),
        ({"identified": Known.UNKNOWN}, 1),
        ({"outage": Outage.UNKNOWN}, 2),
        ({"options": frozenset({Way.PROCUREMENT, Way.NO_CHANGE})}, 3),
        ({"options": frozenset({Way.OWN, Way.PROCUREMENT, Way.OWN_COMPANY})}, 4),
        ({"act": Act.UNKNOWN}, 5),
        ({"offices": frozenset(Office) - {Office.LEGAL}}, 6),
        ({"chosen": Way.COOPERATION}, 7),
    ],
)
def test_what_is_stated_but_not_enough_is_missing_too(change, part):
    lacking = replace(COMPLETE, **change)
    assert part in [one.part for one in missing(lacking)]
    assert outcome(lacking) is Outcome.INCOMPLETE


def test_the_act_is_asked_only_of_a_procurement():
    assert missing(replace(OWN, act=None)) == ()


def test_a_system_of_choice_must_say_who_takes_over_on_saturday():
    chosen = replace(
        COMPLETE,
        options=frozenset({Way.OWN, Way.SYSTEM_OF_CHOICE}),
        effects={Way.OWN: "a", Way.SYSTEM_OF_CHOICE: "b"},
        chosen=Way.SYSTEM_OF_CHOICE,
    )
    assert [(one.part, one.gate) for one in missing(chosen)] == [(10, Gate.CHOICE)]
    assert outcome(replace(chosen, notes={FRIDAY: "Egna gruppen."})) is Outcome.READY


def test_what_nobody_knows_about_law_or_security_stops_every_way():
    for facts in (COMPLETE, OWN):
        assert outcome(replace(facts, handover=Known.UNKNOWN)) is Outcome.STOPPED
        assert outcome(replace(facts, security=Security.UNKNOWN)) is Outcome.STOPPED


@pytest.mark.parametrize("refused", [{"handover": Known.NO}, {"security": Security.NOT_SUITABLE}])
def test_a_no_stops_only_the_ways_that_need_a_yes(refused):
    assert outcome(replace(COMPLETE, **refused)) is Outcome.STOPPED
    assert outcome(replace(OWN, **refused)) is Outcome.READY
    assert outcome(replace(COMPLETE, chosen=None, motive="", **refused)) is Outcome.INCOMPLETE


def test_leaving_things_as_they_are_needs_what_they_are_today():
    as_today = replace(
        COMPLETE,
        options=COMPLETE.options | {Way.NO_CHANGE},
        effects={**COMPLETE.effects, Way.NO_CHANGE: "c"},
        chosen=Way.NO_CHANGE,
        security=Security.NOT_SUITABLE,
    )
    assert outcome(as_today) is Outcome.STOPPED
    assert outcome(replace(as_today, operation=None)) is Outcome.STOPPED
    assert outcome(replace(as_today, operation=Operation.OWN)) is Outcome.READY


def test_marks_and_answers_to_questions_never_change_the_outcome():
    for mark in Mark:
        for facts in (COMPLETE, EMPTY):
            marked = replace(
                facts, marks={"egen-snabbt": mark, "andra-skala": Mark.HOLDS_NOT}, notes={"form-avbrott": "x"}
            )
            assert outcome(marked) is outcome(facts)
            assert missing(marked) == missing(facts)


def test_no_gate_lies_open_beyond_one_that_stops():
    found = states(replace(COMPLETE, handover=Known.UNKNOWN), kind="kommun")
    assert found[Gate.IDENTIFIED] is GateState.DONE
    assert found[Gate.HANDOVER] is GateState.STOPPED
    assert {found[gate] for gate in list(Gate)[2:]} == {GateState.BEYOND}
    assert stops(replace(EMPTY, identified=Known.NO)) == {Gate.IDENTIFIED: Stop.NOT_IDENTIFIED}


def test_a_system_of_choice_is_a_gate_only_where_the_organisation_may_set_one_up():
    asked = replace(EMPTY, options=frozenset({Way.SYSTEM_OF_CHOICE, Way.OWN}))
    assert applies(asked, Gate.CHOICE, kind="region")
    assert not applies(asked, Gate.CHOICE, kind="offentligt_bolag")
    assert not applies(EMPTY, Gate.CHOICE, kind="kommun")
    assert states(EMPTY, kind="kommun")[Gate.ACT] is GateState.NOT_APPLICABLE


def test_a_gate_where_nothing_is_said_is_open_even_if_the_proposed_way_does_not_need_it():
    both = replace(OWN, options=frozenset({Way.OWN, Way.PROCUREMENT, Way.SYSTEM_OF_CHOICE}), act=None)
    found = states(both, kind="kommun")
    assert (found[Gate.CHOICE], found[Gate.ACT]) == (GateState.OPEN, GateState.OPEN)
    said = states(replace(both, act=Act.LOU, notes={FRIDAY: "Egna gruppen."}), kind="kommun")
    assert states(replace(both, act=Act.UNKNOWN), kind="kommun")[Gate.ACT] is GateState.OPEN
    assert (said[Gate.CHOICE], said[Gate.ACT]) == (GateState.DONE, GateState.DONE)


def test_texts_are_tidied_and_nobody_signs_by_filling_in_a_field():
    found = checked_way(
        replace(
            COMPLETE,
            adopted=" a\x00\n b ",
            motive="x\x07\r\ny ",
            notes={"b": " ", "a": "z"},
            signed_on=date(2026, 1, 1),
        )
    )
    assert (found.adopted, found.motive, dict(found.notes)) == ("a b", "x\ny", {"a": "z"})
    assert not found.signed


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"motive": "x" * 100_000}, FieldTooLong),
        ({"effects": {"own": "x" * 100_000}}, FieldTooLong),
        ({"review_on": date(2026, 8, 31)}, DatesReversed),
        ({"review_on": date(1826, 8, 31)}, DateUnlikely),
    ],
)
def test_what_can_not_be_meant_is_refused(change, refusal):
    with pytest.raises(refusal):
        checked_way(replace(COMPLETE, **change))
