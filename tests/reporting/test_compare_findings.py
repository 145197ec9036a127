"""What comparisons claim, above all at the extremes: nothing that open questions may still change."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.action import ActionStatus
from assessment.domain.comparison import compare
from assessment.domain.over_time import over_time
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN
from assessment.reporting import compare_findings, unit_findings
from assessment.texts.language import language
from tests.domain import strategies
from tests.domain.strategies import make_item
from tests.domain.test_action_outcome import COMING, make_action
from tests.domain.test_comparison import snapshot

SV, EN = language("sv"), language("en")
TODAY = date(2026, 11, 22)
SINCE = "hösten 2024"
POL, TID = "POL-01", "TID-01"
ITEMS = (make_item(POL), make_item(TID))


def of(then, now, *actions):
    """Two moments with one item in each of two dimensions."""
    before, after = snapshot("then", then, items=ITEMS), snapshot("now", now, items=ITEMS)
    earlier = before.assessment.created_at - timedelta(days=365)
    before = replace(before, assessment=replace(before.assessment, created_at=earlier))
    return over_time([after, before], actions, today=TODAY)


def heading(over, code=SV):
    return compare_findings.page_finding(over.movements, code, since=SINCE)


def profile(over, code=SV):
    return compare_findings.profile_finding(over.comparison, "then", "now", code)


EXTREMES = {
    "both rise": (
        {POL: 1, TID: 1},
        {POL: 2, TID: 3},
        "Två frågor har stigit sedan hösten 2024",
        "Index har stigit i alla områden",
    ),
    "one falls": (
        {POL: 1, TID: 1},
        {POL: 1, TID: 0},
        "En fråga har sjunkit sedan hösten 2024",
        "Index har sjunkit i ett av två områden",
    ),
    "one each way": (
        {POL: 1, TID: 1},
        {POL: 2, TID: 0},
        "En fråga har stigit och en har sjunkit sedan hösten 2024",
        "Index har stigit i ett och sjunkit i ett av två områden",
    ),
    "all zero": (
        {POL: 0, TID: 0},
        {POL: 0, TID: 0},
        "Ingen nivå har ändrats sedan hösten 2024",
        "Index är detsamma i alla områden",
    ),
    "one unknown now": (
        {POL: 1, TID: 1},
        {POL: 1, TID: UNKNOWN},
        "Hittills har ingen nivå ändrats sedan hösten 2024",
        "Hittills har index inte stigit i något område",
    ),
    "one risen, one unanswered": (
        {POL: 1, TID: 1},
        {POL: 4},
        "En fråga har stigit sedan hösten 2024",
        "Hittills har index stigit i ett av två områden",
    ),
    "nothing answered now": (
        {POL: 1, TID: 1},
        {},
        "Ingen fråga har en nivå båda gångerna",
        "Inget område har ett index båda gångerna",
    ),
    "nothing answered ever": (
        {},
        {},
        "Ingen fråga har en nivå båda gångerna",
        "Inget område har ett index båda gångerna",
    ),
    "nothing comparable": (
        {POL: NOT_APPLICABLE, TID: 1},
        {POL: 2, TID: NOT_APPLICABLE},
        "Ingen fråga kan jämföras",
        "Ingen fråga kan jämföras",
    ),
}


@pytest.mark.parametrize("name", EXTREMES)
def test_the_headings_over_time_at_the_extremes(name):
    then, now, page, index = EXTREMES[name]
    assert (heading(of(then, now)), profile(of(then, now))) == (page, index)


@given(st.tuples(*[st.dictionaries(st.sampled_from([POL, TID]), strategies.answers)] * 2))
def test_a_heading_without_so_far_holds_however_the_open_questions_are_answered(pair):
    then, now = pair
    said = profile(of(then, now), EN)
    if said.startswith(("So far", "No ")):
        return
    for level in (0, 4):
        closed = {item: now.get(item, level) if now.get(item) != UNKNOWN else level for item in (POL, TID)}
        assert profile(of(then, closed), EN) == said


def test_how_many_reach_the_target_is_told_beside_how_many_did():
    same = of({POL: 3, TID: 1}, {POL: 1, TID: 3})
    assert (
        compare_findings.moves_finding(same.movements, SV, since=SINCE)
        == "En av 2 frågor når målet, lika många som hösten 2024"
    )
    more = of({POL: 1, TID: 1}, {POL: 3, TID: 4})
    assert (
        compare_findings.moves_finding(more.movements, EN, since="autumn 2024")
        == "Two of 2 questions reach the target, against zero autumn 2024"
    )


def plan(*actions, now=None):
    over = of({POL: 1, TID: 1}, now or {POL: 3, TID: 1}, *actions)
    return compare_findings.plan_finding(over.outcomes, SV), compare_findings.plan_reading(over.outcomes, SV)


def test_a_plan_is_told_by_what_is_done_and_never_as_a_cause():
    not_done = make_action("b", status=ActionStatus.NOT_STARTED)
    head, reading = plan(make_action("a"), not_done)
    assert head == "En av två planerade åtgärder är gjorda"
    assert reading == (
        "Efter en av dem har en nivå stigit. En är försenad eller saknar ansvarig. "
        "Att en nivå har stigit efter en åtgärd betyder inte att åtgärden är orsaken."
    )


@pytest.mark.parametrize(
    ("action", "head"),
    [
        (make_action(), "Den planerade åtgärden är gjord"),
        (make_action(status=ActionStatus.IN_PROGRESS, due=COMING), "Den planerade åtgärden är inte gjord"),
    ],
)
def test_a_single_action_is_told_as_one(action, head):
    assert plan(action)[0] == head


def beside(*answers):
    return compare([snapshot(f"u{place}", given_, items=ITEMS) for place, given_ in enumerate(answers)])


UNITS = {
    "all lowest in one": ([{POL: 1, TID: 0}, {POL: 3, TID: 1}], "Tid ligger lägst i båda enheterna"),
    "two of three": ([{POL: 1, TID: 0}, {POL: 3, TID: 1}, {POL: 0, TID: 1}], "Tid ligger lägst i två av tre enheter"),
    "one alone": ([{POL: 1, TID: 0}, {POL: 1, TID: 1}], "Två enheter sida vid sida"),
    "all the same": ([{POL: 0, TID: 0}, {POL: 0, TID: 0}], "Två enheter sida vid sida"),
    "nothing answered": ([{}, {}], "Ingen enhet har en nivå än"),
    "nothing comparable": ([{POL: NOT_APPLICABLE, TID: 1}, {POL: 1, TID: NOT_APPLICABLE}], "Ingen fråga kan jämföras"),
}


@pytest.mark.parametrize("name", UNITS)
def test_the_heading_of_units_at_the_extremes(name):
    answers, said = UNITS[name]
    assert unit_findings.units_finding(beside(*answers), SV) == said


TWO = (make_item("POL-01"), make_item("POL-02"), make_item("TID-01"), make_item("TID-02"))


def test_a_weakness_that_open_questions_may_change_is_only_so_far():
    sure = {"POL-01": 2, "POL-02": 2, "TID-01": 1, "TID-02": 1}
    unsure = {"POL-01": 2, "POL-02": 2, "TID-01": 1}
    found = compare([snapshot("a", sure, items=TWO), snapshot("b", unsure, items=TWO)])
    assert unit_findings.units_finding(found, SV) == "Hittills ligger Tid lägst i båda enheterna"


def test_units_differ_only_where_two_of_them_know_their_level():
    assert unit_findings.spread_finding(beside({POL: 4, TID: 0}, {POL: UNKNOWN, TID: 1}), SV) == (
        "I ingen fråga skiljer det två nivåer eller mer mellan enheterna"
    )
    assert unit_findings.spread_finding(beside({POL: 4, TID: 0}, {POL: 0, TID: 1}), SV) == (
        "I en av 2 frågor skiljer det minst två nivåer mellan enheterna"
    )
