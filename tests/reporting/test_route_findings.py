"""What a route says, at its extremes: every outcome has words of its own, and each holds for what it speaks of."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.half_year import HalfYear
from assessment.domain.lift_reason import LeftOut, WhyNot
from assessment.domain.planning_goal import BudgetGoal, CoreGoal, FloorGoal, IndexGoal, TargetGoal, Wishes
from assessment.domain.route import Brief, Route, route
from assessment.domain.scoring import ItemState
from assessment.domain.stable_core import stable_core
from assessment.reporting.core_findings import core_finding, core_lede, steadiness_words
from assessment.reporting.route_findings import profile_then, route_finding, route_lede
from assessment.reporting.route_words import leg_words, reason_words, why_not_words
from assessment.texts.language import language
from tests.domain import planning as some
from tests.domain.planning import CHECKLIST, L, M, open_item, rated

SV = language("sv")
SPRING = HalfYear(2027, 1)
LOW, HIGH = rated("POL-01", 0), rated("POL-02", 3)
OUT = open_item("POL-03", ItemState.NOT_APPLICABLE)
ANSWERED, OPEN = [LOW, HIGH], [LOW, HIGH, open_item("TID-01")]


def way(results, goal=None, **asked):
    return route(results, CHECKLIST, Brief(SPRING, goal or TargetGoal(), **asked))


def finding(results, goal=None, **asked):
    return route_finding(way(results, goal, **asked), CHECKLIST, SV)


def lede(results, goal=None, **asked):
    return route_lede(way(results, goal, **asked), SV)


@pytest.mark.parametrize(
    ("goal", "answered", "some_open"),
    [
        (
            TargetGoal(),
            "Med tre poäng når alla frågor målet",
            "Med tre poäng når alla frågor som har fått en nivå målet",
        ),
        (
            BudgetGoal(9, 1),
            "Med tre poäng når alla frågor målet",
            "Med tre poäng når alla frågor som har fått en nivå målet",
        ),
        (
            CoreGoal(),
            "Med tre poäng når alla frågor i snabbkollen målet",
            "Med tre poäng når alla frågor i snabbkollen som har fått en nivå målet",
        ),
        (
            FloorGoal(2),
            "Med två poäng ligger ingen fråga under nivå 2",
            "Med två poäng ligger ingen fråga som har fått en nivå under 2",
        ),
        (
            IndexGoal(50),
            "Med en poäng når index 50 av 100",
            "Med en poäng når index för de besvarade frågorna 50 av 100",
        ),
    ],
)
def test_a_goal_that_is_reached_speaks_only_of_what_has_a_level(goal, answered, some_open):
    assert finding(ANSWERED, goal) == answered
    assert finding(OPEN, goal) == some_open


@pytest.mark.parametrize(
    ("goal", "answered", "some_open"),
    [
        (TargetGoal(), "Alla frågor når redan målet", "Alla frågor som har fått en nivå når redan målet"),
        (BudgetGoal(9, 1), "Alla frågor når redan målet", "Alla frågor som har fått en nivå når redan målet"),
        (
            CoreGoal(),
            "Alla frågor i snabbkollen når redan målet",
            "Alla frågor i snabbkollen som har fått en nivå når redan målet",
        ),
        (FloorGoal(3), "Ingen fråga ligger under nivå 3", "Ingen fråga som har fått en nivå ligger under 3"),
        (
            IndexGoal(75),
            "Index är redan 75 av 100 eller mer",
            "Index för de besvarade frågorna är redan 75 av 100 eller mer",
        ),
    ],
)
def test_a_goal_that_is_reached_already_needs_no_points(goal, answered, some_open):
    assert finding([HIGH, OUT], goal) == answered
    assert finding([HIGH, open_item("TID-01")], goal) == some_open
    assert way([HIGH], goal).stages == ()
    assert lede([HIGH], goal) == "Välj ett annat mål om ni vill komma längre."


@pytest.mark.parametrize("goal", [TargetGoal(), FloorGoal(2), IndexGoal(60), BudgetGoal(9, 1)])
def test_without_a_level_there_is_nothing_to_plan_from(goal):
    assert finding([open_item("POL-01"), OUT], goal) == "Ingen fråga har fått någon nivå än"
    assert lede([open_item("POL-01")], goal) == "Ta först reda på vilken nivå de öppna frågorna har."
    assert finding([OUT], goal) == "Ingen fråga är tillämplig"
    assert lede([OUT], goal) == ""
    assert finding([], goal) == "Ingen fråga är tillämplig"


def test_where_a_part_has_no_level_another_goal_leads_further():
    assert (
        lede([OUT, rated("TID-01", 1)], FloorGoal(2, "POL")) == "Välj ett annat mål för att planera för andra frågor."
    )


def test_a_dimension_is_named():
    assert finding(ANSWERED, FloorGoal(2, "POL")) == "Med två poäng ligger ingen fråga i Policy under nivå 2"
    assert finding([HIGH], FloorGoal(2, "POL")) == "Ingen fråga i Policy ligger under nivå 2"
    assert finding([*ANSWERED, open_item("TID-01")], FloorGoal(2, "TID")) == "Ingen fråga i Tid har fått någon nivå än"
    assert finding(ANSWERED, FloorGoal(2, "TID")) == "Ingen fråga i Tid gäller er"


def test_the_quick_check_is_named_where_there_is_more():
    other = rated("TID-01", 0, core=False)
    assert finding([other, open_item("POL-01")], CoreGoal()) == "Ingen fråga i snabbkollen har fått någon nivå än"
    assert finding([other], CoreGoal()) == "Ingen fråga i snabbkollen gäller er"


def test_what_is_decided_against_stands_in_the_way_of_the_goal():
    waiting = rated("TID-01", 1, needs=["POL-01"])
    without = Wishes(excluded=frozenset({"POL-01"}))
    assert finding([LOW, waiting], wishes=without) == "Målet nås inte: två frågor når inte dit"
    assert finding([LOW, rated("TID-01", 1)], wishes=without) == "Målet nås inte: en fråga når inte dit"
    assert "Ångra ett val nedan" in lede([LOW, rated("TID-01", 1)], wishes=without)


def test_an_index_out_of_reach_is_never_rounded_up_to_what_is_not_reached():
    results = [rated(f"POL-{n:02}", 3, target=3) for n in range(1, 8)] + [rated("TID-01", 0, target=2)]
    assert finding(results, IndexGoal(72)) == "Index når högst 71,8, inte 72"
    assert "En nivå saknas. Ingen fråga lyfts över sitt mål." in lede(results, IndexGoal(72))
    assert finding([LOW], IndexGoal(80)) == "Index når högst 75, inte 80"


def test_an_index_beyond_all_that_can_be_lifted():
    without = Wishes(excluded=frozenset({"POL-01"}))
    assert "Ångra ett val nedan för att komma längre." in lede(ANSWERED, IndexGoal(90, True), wishes=without)


def test_the_cheapest_is_claimed_only_within_what_was_searched():
    assert "så länge ingen fråga lyfts över sitt mål" in lede(ANSWERED, IndexGoal(50))
    assert "Ingen väg dit kostar mindre." in lede(ANSWERED, IndexGoal(50, True))
    given_up = way(ANSWERED, IndexGoal(50))
    unsure = Route(replace(given_up.path, proven=False), given_up.roadmap, given_up.brief)
    assert "kan finnas en billigare" in route_lede(unsure, SV)
    assert "kostar mindre" not in route_lede(unsure, SV)


def test_a_budget_tells_how_far_it_takes_and_what_is_left():
    large = rated("TID-01", 0, effort=L)
    assert finding([LOW, large], BudgetGoal(5, 1)) == "Med tre poäng kommer ni tre nivåer närmare målen"
    assert lede([LOW, large], BudgetGoal(5, 1)).startswith("En fråga lyfts, och två poäng blir över av budgeten.")
    assert "blir över" not in lede([LOW, large], BudgetGoal(3, 1))


def test_a_budget_that_buys_nothing():
    assert finding([rated("TID-01", 0, effort=L)], BudgetGoal(7, 1)) == "Poängen räcker inte till en enda nivå"
    without = Wishes(excluded=frozenset({"POL-01"}))
    assert finding([LOW], BudgetGoal(9, 1), wishes=without) == "Inget av det som saknas kan lyftas"


def test_what_is_pinned_may_cost_more_than_the_budget():
    pinned = Wishes({"POL-01": 3})
    assert finding([LOW], BudgetGoal(2, 1), wishes=pinned) == "Det som ni har valt kostar mer än poängen räcker till"
    assert lede([LOW], BudgetGoal(2, 1), wishes=pinned).startswith("Det kostar tre poäng, och budgeten är två poäng.")


def test_what_is_pinned_beyond_the_targets_is_told_as_a_choice():
    pinned = Wishes({"POL-02": 4})
    assert finding([HIGH, rated("TID-01", 0, effort=L)], BudgetGoal(2, 1), wishes=pinned) == (
        "Med en poäng lyfts bara det som ni har valt"
    )
    assert lede([HIGH], wishes=pinned).startswith("I vägen finns bara det som ni har valt. En fråga lyfts.")


def test_a_pace_that_never_gets_there_says_so():
    many = [rated(f"POL-{n:02}", 0, effort=L) for n in range(1, 5)]
    assert "inte klart på 20 år" in lede(many, pace=1)
    assert "till 31 december 2027" in lede([LOW], pace=2)


@given(st.data(), st.sampled_from(("sv", "en")))
def test_every_route_can_be_told(data, code):
    results = data.draw(some.situations())
    asked = Brief(SPRING, data.draw(some.goals), data.draw(st.integers(1, 9)), wishes=data.draw(some.wishes(results)))
    found, spoken = route(results, CHECKLIST, asked), language(code)
    path = found.path
    core = stable_core(path, CHECKLIST)
    told = [
        route_finding(found, CHECKLIST, spoken),
        core_finding(path, core, spoken),
        *(reason_words(lift, path, spoken) for lift in path.lifts),
        *(why_not_words(left, path, spoken) for left in path.left_out),
        *(leg_words(leg, spoken) for stage in found.stages for leg in stage.legs),
        *(profile_then(stage, spoken) for stage in found.stages),
        *(steadiness_words(one, core, spoken) for one in core.always),
    ]
    assert all(text and text[0] == text[0].upper() and not set("{}") & set(text) for text in told)
    assert all(text[-1] == "." for text in (route_lede(found, spoken), core_lede(path, core, spoken)) if text)


def test_each_reason_and_each_reason_against_has_words_of_its_own():
    first, second = rated("POL-01", 0), rated("TID-01", 1, needs=["POL-01"])
    path = way([first, second], FloorGoal(2, "TID"), wishes=Wishes({"TID-01": 3})).path
    assert [reason_words(lift, path, SV) for lift in path.lifts] == [
        "”ord” väntar på att den når nivå 2.",
        "Ni har valt den, till nivå 3, målet kräver nivå 2.",
    ]
    path = way([first, rated("RES-01", 0, effort=M)], BudgetGoal(3, 1)).path
    assert [reason_words(lift, path, SV) for lift in path.lifts] == [
        "Hör till det som tar er längst för poängen, en poäng för varje nivå."
    ]
    assert [why_not_words(left, path, SV) for left in path.left_out] == [
        "Poängen räcker inte till den vid sidan av det som är med."
    ]
    unrated, excluded = LeftOut("POL-03", WhyNot.NOT_RATED), LeftOut("POL-01", WhyNot.EXCLUDED)
    assert why_not_words(unrated, way([OUT]).path, SV) == "Gäller inte er."
    assert why_not_words(unrated, way([open_item("POL-03")]).path, SV).startswith("Har ingen nivå än.")
    assert why_not_words(excluded, path, SV) == "Ni har valt: inte nu."


def test_the_stable_core_tells_what_hangs_on_the_points():
    results = [rated("POL-01", 0), rated("RES-01", 0, effort=M), rated("RUT-01", 0, effort=L)]
    forced = way(results).path
    assert core_finding(forced, stable_core(forced, CHECKLIST), SV) == "Samma frågor lyfts vad poängen än är"
    path = way(results, BudgetGoal(8, 1)).path
    core = stable_core(path, CHECKLIST)
    assert core_finding(path, core, SV) == "En av två åtgärder är kvar när poängen halveras eller dubblas"
    assert steadiness_words(core.always[0], core, SV) == "I alla fall, till nivå 1–3"
    assert steadiness_words(core.sometimes[0], core, SV).startswith("I ")
    capped = stable_core(path, CHECKLIST, most_cells=0)
    assert "Alla 27 hade tagit för lång tid." in core_lede(path, capped, SV)
    assert "billigare väg" in core_lede(path, replace(core, proven=False), SV)
