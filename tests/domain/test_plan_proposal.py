"""At export, in the file, in Rustad now: what is proposed, and the laws of merging three ways."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.action import PLANNED, Action, ActionStatus, Plan, written
from assessment.domain.checklist import Effort
from assessment.domain.plan_proposal import RowKind, approved, plan_proposal
from assessment.domain.returned_plan import Baseline, KnownRow, NewRow, Place, ReturnedPlan, plan_of
from tests.domain.strategies import NOW

pytestmark = pytest.mark.slow

ITEMS = ("POL-01", "POL-02", "TID-01")
FIRST = Plan("Besluta en policy", owner="Anna", due=date(2027, 3, 31), aims={"POL-01": 3})
SECOND = Plan("Avsätt tid", aims={"TID-01": 2, "POL-02": 3})


def action(id_, plan, *, version=1):
    return Action(id_, "a", plan, NOW, NOW, "Ada", version=version)


def fields(plan):
    return {name: written(plan, name) for name in PLANNED}


def known(id_, place, **said):
    return KnownRow(id_, Place("Plan", place), said)


def returned(before, *rows, new=()):
    """A file made when the plan was `before`."""
    baseline = {one.id: Baseline(one.version, fields(one.plan)) for one in before}
    return ReturnedPlan("a", "2026-11-22", baseline, rows, tuple(new))


def new_row(place, title, aims, **said):
    return NewRow(Place("Plan", place), Plan(title, aims=aims), said, (title,))


def gap_row(place, item, **said):
    return NewRow(Place("Gap", place), Plan(f"Gör {item}", aims={item: 3}), said, (f"Gör {item}",), from_gap=True)


def bring_in(file, actions, chosen=None):
    """The plan after everything that is ready, or what is chosen, has been approved."""
    proposal = plan_proposal(file, actions)
    done = approved(proposal, proposal.ready if chosen is None else chosen, actions)
    kept = [
        replace(one, plan=done.changed[one.id], version=one.version + 1) if one.id in done.changed else one
        for one in actions
    ]
    return [*kept, *(action(f"new-{len(kept) + n}-{plan.title}", plan) for n, plan in done.added.items())]


def kinds(file, actions):
    return [(row.kind, row.field) for row in plan_proposal(file, actions).rows]


def test_only_the_file_changed():
    before = [action("1", FIRST), action("2", SECOND)]
    file = returned(before, known("1", 5, **fields(FIRST) | {"owner": "Bo"}), known("2", 6, **fields(SECOND)))

    proposal = plan_proposal(file, before)

    [row] = proposal.rows
    assert (row.kind, row.field, row.base, row.in_file, row.now) == (
        RowKind.CHANGED,
        "owner",
        "Anna",
        ("Bo",),
        "Anna",
    )
    assert (row.places, proposal.unchanged, proposal.seen) == ((Place("Plan", 5),), 1, {"1": 1, "2": 1})


def test_only_rustad_changed_so_nothing_is_proposed():
    file = returned([action("1", FIRST)], known("1", 5, **fields(FIRST)))

    assert plan_proposal(file, [action("1", replace(FIRST, owner="Cia"), version=2)]).empty


def test_both_changed_alike_or_differently():
    file = returned([action("1", FIRST)], known("1", 5, owner="Bo", note="Ring"))
    now = replace(FIRST, owner="Cia", note="Ring")

    [row] = plan_proposal(file, [action("1", now, version=2)]).rows

    assert (row.kind, row.field, row.base, row.in_file, row.now) == (
        RowKind.CONFLICTING,
        "owner",
        "Anna",
        ("Bo",),
        "Cia",
    )


def test_a_conflict_is_settled_by_a_choice():
    file = returned([action("1", FIRST)], known("1", 5, owner="Bo"))
    now = [action("1", replace(FIRST, owner="Cia"), version=2)]

    assert [one.plan.owner for one in bring_in(file, now)] == ["Cia"]
    assert [one.plan.owner for one in bring_in(file, now, {"1:owner": "Bo"})] == ["Bo"]
    assert [one.plan.owner for one in bring_in(file, now, {"1:owner": "Någon annan"})] == ["Cia"]


def test_a_file_that_contradicts_itself_is_a_conflict():
    before = [action("1", FIRST)]
    file = returned(before, known("1", 5, owner="Bo"), known("1", 6, owner="Cia"), known("1", 7, owner="Anna"))

    [row] = plan_proposal(file, before).rows

    assert (row.kind, row.in_file, row.now) == (RowKind.CONFLICTING, ("Bo", "Cia"), "Anna")
    assert row.places == (Place("Plan", 5), Place("Plan", 6))


def test_one_sheet_changed_and_the_other_left_as_it_was_is_a_change():
    before = [action("1", FIRST)]
    file = returned(before, known("1", 5, owner="Anna"), known("1", 6, owner="Bo"))

    assert kinds(file, before) == [(RowKind.CHANGED, "owner")]


def test_changes_of_a_removed_action_are_unknown_and_cannot_be_approved():
    file = returned([action("1", FIRST), action("2", SECOND)], known("1", 5, owner="Bo"), known("2", 6, owner=""))

    assert kinds(file, []) == [(RowKind.UNKNOWN, "owner")]
    assert bring_in(file, [], {"1:owner": "Bo"}) == []


def test_missing_rows_and_columns_mean_nothing():
    before = [action("1", FIRST), action("2", SECOND)]

    assert plan_proposal(returned(before, known("1", 5, owner="Anna")), before).empty


def test_a_new_row_is_added_once_and_says_what_lies_beside():
    before = [action("1", FIRST)]
    file = returned(before, new=[new_row(9, "Utse ansvarig", {"POL-01": 4}, owner="Bo")])

    [row] = plan_proposal(file, before).rows
    after = bring_in(file, before)

    assert (row.kind, row.title, row.beside) == (RowKind.ADDED, "Utse ansvarig", ("Besluta en policy",))
    assert after[1].plan == Plan("Utse ansvarig", owner="Bo", aims={"POL-01": 4})
    assert plan_proposal(file, after).empty
    assert plan_proposal(file, after).unchanged == 1


def test_two_units_that_plan_the_same_gap_get_one_action():
    one = returned([], new=[gap_row(5, "POL-01", owner="Anna")])
    other = returned([], new=[gap_row(5, "POL-01", due="2027-03-31")])
    third = returned([], new=[gap_row(5, "POL-01", owner="Bo")])

    merged = bring_in(other, bring_in(one, []))

    assert [one.plan for one in merged] == [Plan("Gör POL-01", owner="Anna", due=date(2027, 3, 31), aims={"POL-01": 3})]
    assert kinds(third, merged) == [(RowKind.CONFLICTING, "owner")]


def test_new_rows_for_other_levels_conflict():
    one, other = (returned([], new=[new_row(9, "Utse", {"POL-01": level})]) for level in (3, 4))

    assert kinds(other, bring_in(one, [])) == [(RowKind.CONFLICTING, "aims")]


owners = st.sampled_from(["", "Anna", "Bo", "Cia"])
plans = st.builds(
    Plan,
    title=st.sampled_from(["Besluta", "Utse", "Öva"]),
    owner=owners,
    owner_role=st.sampled_from(["", "inkop"]),
    due=st.sampled_from([None, date(2027, 3, 31), date(2028, 1, 1)]),
    status=st.sampled_from(ActionStatus),
    effort=st.sampled_from(Effort),
    note=st.sampled_from(["", "Ring", "rad ett\nrad två, tre"]),
    aims=st.dictionaries(st.sampled_from(ITEMS), st.integers(0, 4), min_size=1),
)
edits = st.dictionaries(st.sampled_from(PLANNED), plans, max_size=3)


@st.composite
def worlds(draw):
    """The plan at export, the plan now, and files of the export that people have edited."""
    before = [action(str(n), plan) for n, plan in enumerate(draw(st.lists(plans, min_size=1, max_size=4)))]
    now = [replace(one, plan=edited(one.plan, draw(edits))) for one in before]
    return before, now


def edited(plan, changes):
    return plan_of(fields(plan) | {name: written(other, name) for name, other in changes.items()})


@st.composite
def files(draw, before):
    rows = [
        known(one.id, 5 + n, **fields(edited(one.plan, draw(edits))))
        for n, one in enumerate(before)
        if draw(st.booleans())
    ]
    added = [
        new_row(50 + n, f"Ny {n}", plan.aims, owner=plan.owner, effort=plan.effort.value)
        for n, plan in enumerate(draw(st.lists(plans, max_size=2)))
    ]
    gaps = [
        gap_row(80 + n, item, owner=draw(owners), status="done")
        for n, item in enumerate(draw(st.lists(st.sampled_from(ITEMS), unique=True)))
    ]
    return returned(before, *rows, new=[*added, *gaps])


def contents(actions):
    return sorted(tuple(fields(one.plan).items()) for one in actions)


@given(plans)
def test_what_is_written_is_read_back(plan):
    assert plan_of(fields(plan)) == plan


@given(worlds())
def test_a_file_without_edits_proposes_nothing(world):
    before, now = world
    file = returned(before, *(known(one.id, n, **fields(one.plan)) for n, one in enumerate(before)))

    assert plan_proposal(file, now).empty
    assert plan_proposal(file, now).unchanged == len(before)


@given(st.data())
def test_bringing_a_file_in_twice_changes_nothing_the_second_time(data):
    before, now = data.draw(worlds())
    file = data.draw(files(before))
    once = bring_in(file, now)

    assert contents(bring_in(file, once)) == contents(once)
    assert plan_proposal(file, once).ready == {}


@given(st.data())
def test_the_order_of_two_files_that_agree_does_not_matter(data):
    before, now = data.draw(worlds())
    one, other = data.draw(files(before)), data.draw(files(before))
    ways = [(one, other), (other, one)]
    conflicts = [
        row
        for first, second in ways
        for row in plan_proposal(second, bring_in(first, now)).of(RowKind.CONFLICTING)
        if row not in plan_proposal(second, now).rows
    ]
    results = [contents(bring_in(second, bring_in(first, now))) for first, second in ways]

    if not conflicts:
        assert results[0] == results[1]


@given(st.data())
def test_nothing_but_what_the_file_changed_is_changed(data):
    before, now = data.draw(worlds())
    file = data.draw(files(before))
    after = {one.id: one.plan for one in bring_in(file, now)}
    said = {(row.action_id, name): row.fields[name] for row in file.known for name in PLANNED}

    for one in now:
        for name in PLANNED:
            base, mine = file.baseline[one.id].fields[name], written(one.plan, name)
            theirs = said.get((one.id, name), base)
            expected = theirs if mine == base else mine
            assert written(after[one.id], name) == expected
