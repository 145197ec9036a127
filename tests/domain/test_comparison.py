"""What may be compared: only items that mean the same in all assessments, whatever their order."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.assessment import Targets
from assessment.domain.checklist import Scope, Wording
from assessment.domain.comparison import Snapshot, WhyLeftOut, compare
from assessment.domain.movement import Change, Ground, movements
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN, rated
from assessment.domain.scoring import ItemState, item_results
from tests.domain import strategies
from tests.domain.strategies import make_checklist, make_item

FIRST, SECOND, THIRD = make_item("POL-01"), make_item("POL-02"), make_item("TID-01", core=False)


def snapshot(id_, answers, *, items=(FIRST, SECOND, THIRD), agreed=None, version="1", scope=Scope.FULL, key="test"):
    """An assessment in which each named item was answered once: a level, an answer, or not at all."""
    bank = replace(make_checklist(items), version=version, key=key)
    blank = strategies.make_report((), (), {}).assessment
    began = strategies.NOW + timedelta(days=int(version))
    assessment = replace(blank, id=id_, scope=scope, checklist_id=int(version), created_at=began)
    given_ = {item: [rated(said) if isinstance(said, int) else said] for item, said in answers.items()}
    results = item_results(assessment.asked(bank), given_, targets=Targets(3), agreed=agreed)
    return Snapshot(assessment, bank, {result.item.id: result for result in results})


def left_out(comparison):
    return {one.item.id: (one.why, set(one.by)) for one in comparison.left_out}


def kept(comparison):
    return [item.id for item in comparison.items]


def test_what_all_ask_is_compared_and_the_rest_is_named():
    full, quick = snapshot("full", {"POL-01": 2}), snapshot("quick", {"POL-01": 3}, scope=Scope.QUICK)
    found = compare([full, quick])
    assert kept(found) == ["POL-01", "POL-02"]
    assert left_out(found) == {"TID-01": (WhyLeftOut.NOT_ASKED, {"quick"})}
    assert found.asked == 3


def test_an_item_that_is_not_applicable_in_one_of_them_is_left_out_of_all():
    found = compare([snapshot("a", {"POL-01": NOT_APPLICABLE}), snapshot("b", {"POL-01": 3})])
    assert left_out(found) == {"POL-01": (WhyLeftOut.NOT_APPLICABLE, {"a"})}


def test_unanswered_and_unknown_items_are_compared_but_are_no_levels():
    found = compare([snapshot("a", {"POL-01": UNKNOWN}), snapshot("b", {"POL-01": 0})])
    assert [result.state for result in found.results["a"]] == [
        ItemState.UNKNOWN,
        ItemState.UNANSWERED,
        ItemState.UNANSWERED,
    ]
    assert (found.totals["a"].index.point, found.totals["b"].index.point) == (None, 0)


OTHER = Wording("annat", "words")  # the English may stay


def reworded(item, **changes):
    return replace(item, question=OTHER, **changes)


@pytest.mark.parametrize(
    ("later", "same"),
    [
        (FIRST, True),
        (replace(FIRST, question=Wording("  ord ", "else")), True),
        (reworded(FIRST), False),
        (replace(FIRST, levels=(*FIRST.levels[:4], OTHER)), False),
        (reworded(FIRST, same_as=("1",)), True),
        (reworded(FIRST, same_as=("0.9",)), False),
    ],
)
def test_an_item_means_the_same_when_its_swedish_is_the_same_or_the_checklist_says_so(later, same):
    found = compare([snapshot("a", {}, items=(FIRST,)), snapshot("b", {}, items=(later,), version="2")])
    assert kept(found) == (["POL-01"] if same else [])
    assert same or left_out(found) == {"POL-01": (WhyLeftOut.OTHER_MEANING, {"a"})}


def test_two_versions_may_be_tied_by_a_third():
    second, third = (
        reworded(FIRST, same_as=("1",)),
        replace(reworded(FIRST), question=Wording("tre", ""), same_as=("2",)),
    )
    first = snapshot("a", {}, items=(FIRST,))
    last = snapshot("c", {}, items=(third,), version="3")
    assert kept(compare([first, last])) == []
    assert kept(compare([first, last, snapshot("b", {}, items=(second,), version="2")])) == ["POL-01"]


def test_items_of_different_checklists_are_never_the_same():
    found = compare([snapshot("a", {}), snapshot("b", {}, key="other", version="2")])
    assert (kept(found), len(found.left_out)) == ([], 3)


def test_an_item_that_a_version_dropped_is_named():
    found = compare([snapshot("a", {}), snapshot("b", {}, items=(FIRST,), version="2")])
    assert kept(found) == ["POL-01"]
    assert left_out(found)["POL-02"] == (WhyLeftOut.NOT_ASKED, {"b"})


pools = st.lists(
    st.tuples(
        st.sampled_from(["1", "2", "3"]),
        st.sampled_from(Scope),
        st.dictionaries(st.sampled_from(["POL-01", "POL-02", "TID-01"]), strategies.answers),
    ),
    min_size=1,
    max_size=5,
)
VERSIONS = {"1": (FIRST, SECOND, THIRD), "2": (reworded(FIRST, same_as=("1",)), SECOND), "3": (FIRST, reworded(SECOND))}


@given(pools, st.randoms(use_true_random=False))
def test_the_order_of_the_assessments_never_matters_for_what_is_compared(pool, chance):
    found = [
        snapshot(f"a{place}", answers, items=VERSIONS[version], version=version, scope=scope)
        for place, (version, scope, answers) in enumerate(pool)
    ]
    before = compare(found)
    chance.shuffle(found)
    after = compare(found)
    assert kept(before) == kept(after)
    assert left_out(before) == left_out(after)
    assert before.totals == after.totals


@given(pools)
def test_every_item_that_anybody_asks_is_either_compared_or_left_out(pool):
    found = [snapshot(f"a{place}", one[2], items=VERSIONS[one[0]], version=one[0]) for place, one in enumerate(pool)]
    comparison = compare(found)
    asked = {item for one in found for item in one.results}
    assert sorted([*kept(comparison), *left_out(comparison)]) == sorted(asked)


@given(st.dictionaries(st.sampled_from(["POL-01", "POL-02", "TID-01"]), strategies.answers))
def test_comparing_with_oneself_shows_nothing_risen_or_fallen(answers):
    found = compare([snapshot("a", answers)])
    assert {one.change for one in movements(found, "a", "a")} <= {Change.SAME, Change.STAYED_OPEN}


def moved(before, after, **agreed):
    then = snapshot("then", {"POL-01": before} if before is not None else {}, items=(FIRST,), agreed=agreed.get("then"))
    now = snapshot("now", {"POL-01": after} if after is not None else {}, items=(FIRST,), agreed=agreed.get("now"))
    return movements(compare([then, now]), "then", "now")[0]


@pytest.mark.parametrize(
    ("before", "after", "change", "steps"),
    [
        (0, 3, Change.ROSE, 3),
        (3, 0, Change.FELL, -3),
        (0, 0, Change.SAME, 0),
        (None, 0, Change.BECAME_KNOWN, 0),
        (UNKNOWN, 4, Change.BECAME_KNOWN, 0),
        (4, UNKNOWN, Change.BECAME_OPEN, 0),
        (4, None, Change.BECAME_OPEN, 0),
        (UNKNOWN, None, Change.STAYED_OPEN, 0),
    ],
)
def test_a_step_is_only_between_two_levels(before, after, change, steps):
    found = moved(before, after)
    assert (found.change, found.steps) == (change, steps)


@pytest.mark.parametrize(
    ("then", "now", "ground"),
    [
        (None, None, Ground.ANSWERS),
        (None, {"POL-01": 3}, Ground.NOW_AGREED),
        ({"POL-01": 1}, None, Ground.THEN_AGREED),
        ({"POL-01": 1}, {"POL-01": 3}, Ground.AGREED),
    ],
)
def test_answers_and_agreed_levels_are_told_apart(then, now, ground):
    assert moved(2, 2, then=then, now=now).ground is ground


def test_the_largest_steps_come_first():
    then = snapshot("then", {"POL-01": 2, "POL-02": 3, "TID-01": 1})
    now = snapshot("now", {"POL-01": 3, "POL-02": 0, "TID-01": 3})
    assert [one.item.id for one in movements(compare([then, now]), "then", "now")] == ["POL-02", "TID-01", "POL-01"]


def test_all_are_held_against_the_same_targets_when_asked_to():
    found = compare([snapshot("a", {"POL-01": 2})], targets=Targets(2))
    assert {result.target for result in found.results["a"]} == {2}
