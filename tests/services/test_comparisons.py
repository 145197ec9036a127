"""Comparisons read the same as the reports do, notice every change, and ask the database little."""

from datetime import date, timedelta

import pytest
from sqlalchemy import event

from assessment.domain.action import ActionStatus, Plan
from assessment.domain.action_outcome import Aftermath, Verdict
from assessment.domain.errors import AssessmentUnknown, NotAllowed
from assessment.domain.movement import Change, Ground
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN
from assessment.domain.viewer import Viewer, ViewerKind
from assessment.services import actions, assessments, comparisons, reports
from assessment.services.house import open_house
from tests import builders
from tests.builders import ADA, BEN, CHI, Scope
from tests.workshop_builders import Facilitator, attend, prepare, vote

TODAY = date(2026, 11, 22)
MEMBER = Viewer(ViewerKind.MEMBER)


@pytest.fixture
def first(engine):
    """The quick check a year ago, by Ben: level 1 throughout, but for one don't know."""
    begun = builders.start(engine, name="Hela kommunen 2025")
    ben = builders.join(engine, begun, BEN)
    builders.answer_all(engine, ben, (1,))
    builders.answer(engine, ben, "POL-02", UNKNOWN)
    return begun


@pytest.fixture
def second(engine, first):
    """All questions this year, by Ben and Chi: 2 and 3, but for one that does not apply and one that fell."""
    begun = builders.start(engine, name="Hela kommunen 2026", scope=Scope.FULL)
    for name, level in ((BEN, 2), (CHI, 3)):
        person = builders.join(engine, begun, name)
        builders.answer_all(engine, person, (level,))
        builders.answer(engine, person, "POL-07", NOT_APPLICABLE)
        builders.answer(engine, person, "TID-01", 0)
    return begun


@pytest.fixture
def compared(engine, first, second):
    def read(viewer=ADA):
        return comparisons.over_time(engine, viewer, [second.id, first.id], today=TODAY)

    return read


def test_the_oldest_comes_first_and_only_common_questions_are_compared(compared, first, second):
    found = compared()
    assert (found.then.id, found.now.id) == (first.id, second.id)
    assert (len(found.comparison.items), found.comparison.asked) == (23, 50)
    changes = {one.item.id: one.change for one in found.movements}
    assert (changes["POL-01"], changes["POL-02"], changes["TID-01"]) == (Change.ROSE, Change.BECAME_KNOWN, Change.FELL)


@pytest.fixture
def voted(engine, second):
    """One question of this year has been voted on in a workshop, and another is being voted on."""
    ada = Facilitator(engine, prepare(engine, second))
    tokens = [attend(engine, ada.seen) for _ in range(3)]
    round_id = ada.open_vote("POL-01")
    for token in tokens:
        vote(engine, token, round_id, 4)
    ada.reveal()
    return ada


def test_every_level_is_the_one_that_the_report_tells(engine, compared, voted, first, second):
    assessments.set_target(engine, ADA, second.id, part="POL", level=4)
    read = comparisons.side_by_side(engine, ADA, [first.id, second.id])
    for one in (first, second):
        report = reports.report(engine, ADA, one.id)
        told = {result.item.id: result for result in report.results}
        assert read.results[one.id] == tuple(told[item.id] for item in read.items)


def test_a_vote_counts_once_it_is_revealed_and_settled_but_not_before(engine, compared, voted):
    def now():
        return next(one for one in compared().movements if one.item.id == "RES-01")

    assert now().after.level == 2
    round_id = voted.open_vote("RES-01")
    for _ in range(5):
        vote(engine, attend(engine, voted.seen), round_id, 4)
    assert now().after.level == 2
    voted.reveal()
    assert now().after.level == 4
    voted.settle("RES-01", 3)
    assert (now().after.level, now().ground) == (3, Ground.NOW_AGREED)


def test_every_change_shows_at_once_also_by_another_process(engine, compared, second, house_url):
    before = compared()
    other = open_house(house_url)
    dan = builders.join(other, second, builders.DAN)
    builders.answer(other, dan, "RES-01", 0)
    builders.answer(other, dan, "RUT-01", 0)
    assessments.rename(other, ADA, second.id, name="Ny", organisation="")
    other.dispose()
    after = compared()
    assert before.now.name == "Hela kommunen 2026"
    assert after.now.name == "Ny"
    assert {one.item.id for one in after.movements} == {one.item.id for one in before.movements}


def test_the_second_look_reads_no_answers(engine, compared):
    compared()
    asked = []

    def note(connection, cursor, statement, *rest):
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    compared()
    event.remove(engine, "before_cursor_execute", note)
    assert not [one for one in asked if "response" in one]
    assert len(asked) < 6


def test_what_was_planned_is_held_against_what_happened(engine, first, second, compared):
    for title, status, item in (
        ("Gjord", ActionStatus.DONE, "POL-01"),
        ("Gjord men sjönk", ActionStatus.DONE, "TID-01"),
        ("Sen", ActionStatus.IN_PROGRESS, "RES-01"),
    ):
        plan = Plan(title, owner="Johan", due=TODAY - timedelta(days=30), status=status, aims={item: 2})
        actions.add(engine, ADA, first.id, plan)
    removed = actions.add(engine, ADA, first.id, Plan("Borttagen", aims={"POL-01": 3}))
    actions.remove(engine, ADA, removed.id, version=1)
    actions.add(engine, ADA, second.id, Plan("Den här gången", aims={"POL-01": 3}))
    found = {one.action.plan.title: (one.verdict, one.aims[0].aftermath) for one in compared().outcomes}
    assert found == {
        "Sen": (Verdict.LATE, Aftermath.REACHED),
        "Gjord men sjönk": (Verdict.DONE_NOT_ROSE, Aftermath.FELL),
        "Gjord": (Verdict.DONE_ROSE, Aftermath.REACHED),
    }


def test_targets_are_those_of_the_latest_for_all_and_its_own_side_by_side(engine, first, second, compared):
    assessments.set_target(engine, ADA, second.id, part="POL-01", level=1)
    assert compared().comparison.results[first.id][0].target == 1
    beside = comparisons.side_by_side(engine, ADA, [first.id, second.id])
    assert [beside.results[one.id][0].target for one in (first, second)] == [3, 1]


def test_what_is_gone_is_told(engine, first):
    with pytest.raises(AssessmentUnknown):
        comparisons.over_time(engine, ADA, [first.id, "gone"], today=TODAY)
    assessments.remove(engine, ADA, first.id)
    with pytest.raises(AssessmentUnknown):
        comparisons.side_by_side(engine, ADA, [first.id])


def test_a_participant_may_not_compare_and_a_member_may(engine, compared, ben, first):
    assert compared(MEMBER).movements
    with pytest.raises(NotAllowed):
        compared(builders.viewer_of(ben))
    with pytest.raises(NotAllowed):
        comparisons.side_by_side(engine, builders.viewer_of(ben), [first.id])
