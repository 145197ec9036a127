"""What is asked of the route stands in the address, so that a reload, a link and the back button keep it."""

from collections.abc import Mapping
from datetime import date
from typing import Final

import streamlit as st

from assessment.domain.checklist import LEVELS
from assessment.domain.errors import AssessmentError
from assessment.domain.half_year import HalfYear, first_half_year, half_year_of
from assessment.domain.planning_costs import Costs, checked_costs, checked_points
from assessment.domain.planning_goal import (
    BudgetGoal,
    CoreGoal,
    FloorGoal,
    Goal,
    IndexGoal,
    TargetGoal,
    Wishes,
    checked_goal,
)
from assessment.domain.report import AssessmentReport
from assessment.domain.route import USUAL_PACE, Brief

ROUTE: Final = "vag"  # the value of `vy`
GOAL: Final = "mal"
TARGETS, CORE, FLOOR, INDEX_GOAL, BUDGET = "mal", "karna", "lagst", "index", "budget"
LEVEL: Final = "niva"
PART: Final = "del"
INDEX: Final = "tal"
BEYOND: Final = "over"
PACE: Final = "takt"
HALF_YEARS: Final = "halvar"
FIRST: Final = "fran"
COSTS: Final = "kostnad"
PINNED: Final = "med"
EXCLUDED: Final = "utan"
USUAL_LEVEL: Final = 2
USUAL_HALF_YEARS: Final = 2
ASKED: Final = (GOAL, LEVEL, PART, INDEX, BEYOND, PACE, HALF_YEARS, FIRST, COSTS, PINNED, EXCLUDED)


def brief_of(report: AssessmentReport, today: date) -> Brief:
    """What the address asks for; the usual where it says nothing that can be read.

    Raises TargetOffScale, IndexOffScale, PointsUnlikely or HalfYearsUnlikely.
    """
    return Brief(
        first=first_asked(today),
        goal=checked_goal(_goal(report)),
        pace=checked_points(number(PACE, USUAL_PACE)),
        costs=checked_costs(costs()),
        wishes=wishes(report),
    )


def first_asked(today: date) -> HalfYear:
    """The half-year to begin with, never one that has passed: an old link still plans ahead."""
    asked = half_year_in(st.query_params.get(FIRST, ""))
    return max(asked, half_year_of(today)) if asked else first_half_year(today)


def usual_brief(today: date) -> Brief:
    return Brief(first_half_year(today))


def _goal(report: AssessmentReport) -> Goal:
    match st.query_params.get(GOAL):
        case "karna":
            return CoreGoal()
        case "lagst":
            part = st.query_params.get(PART)
            return FloorGoal(number(LEVEL, USUAL_LEVEL), part if part in report.dimensions else None)
        case "index":
            return IndexGoal(number(INDEX, usual_index(report)), st.query_params.get(BEYOND) == "1")
        case "budget":
            return BudgetGoal(number(PACE, USUAL_PACE), number(HALF_YEARS, USUAL_HALF_YEARS))
    return TargetGoal()


def usual_index(report: AssessmentReport) -> int:
    """That of all targets."""
    return round(report.total.target_index)


def costs() -> Costs:
    """*1-3-8*."""
    parts = st.query_params.get(COSTS, "").split("-")
    if len(parts) == 3 and all(map(_is_number, parts)):
        return Costs(*map(int, parts))
    return Costs()


def wishes(report: AssessmentReport) -> Wishes:
    """Only of items that are asked."""
    asked = {one.item.id for one in report.results}
    without = frozenset(excluded()) & asked
    return Wishes({item_id: level for item_id, level in pinned().items() if item_id in asked - without}, without)


def pinned() -> dict[str, int]:
    """*POL-01.3,TID-02.2*."""
    pairs = [one.rpartition(".") for one in st.query_params.get(PINNED, "").split(",")]
    return {item_id: int(level) for item_id, _, level in pairs if _is_number(level) and int(level) in LEVELS[1:]}


def excluded() -> list[str]:
    return [one for one in st.query_params.get(EXCLUDED, "").split(",") if one]


def half_year_in(text: str) -> HalfYear | None:
    """*2027-1*."""
    year, _, half = text.partition("-")
    return HalfYear(int(year), int(half)) if year[:2] == "20" and _is_number(year) and half in ("1", "2") else None


def half_year_code(half_year: HalfYear) -> str:
    return f"{half_year.year}-{half_year.half}"


def number(name: str, usual: int) -> int:
    text = st.query_params.get(name, "")
    return int(text) if _is_number(text) else usual


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 6


def keep(name: str, value: str | None) -> None:
    """Write a value into the address; None takes it out."""
    if value is None:
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != value:
        st.query_params[name] = value


def take_in(name: str, value: object) -> str:
    """The key of a widget whose default is the address's `value`; another one when that was changed from outside.

    The value is not put into the session state: a widget that is not on the screen yet, as in a popover, never gets it.
    """
    seen, turn = _seen(name), f"{name}:turn"
    if seen in st.session_state and st.session_state[seen] != value:
        st.session_state[turn] = st.session_state.get(turn, 0) + 1
    st.session_state[seen] = value
    times = st.session_state.get(turn, 0)
    return f"{name}~{times}" if times else name


def give_out(key: str, value: object) -> None:
    """Tell that the widget holds `value` now, and that the address gets the same."""
    st.session_state[_seen(key)] = value


def _seen(key: str) -> str:
    return f"{key.partition('~')[0]}:seen"


def pin(item_id: str, level: int) -> None:
    """For `on_click`: the item is to be in the route, to this level at least."""
    _keep_wishes(pinned() | {item_id: level}, [one for one in excluded() if one != item_id])


def exclude(item_id: str) -> None:
    """For `on_click`: the item is not to be in the route."""
    _keep_wishes({one: level for one, level in pinned().items() if one != item_id}, [*excluded(), item_id])


def leave_open(item_id: str) -> None:
    """For `on_click`: take the choice back."""
    _keep_wishes(
        {one: level for one, level in pinned().items() if one != item_id},
        [one for one in excluded() if one != item_id],
    )


def _keep_wishes(levels: Mapping[str, int], without: list[str]) -> None:
    keep(PINNED, ",".join(f"{item_id}.{level}" for item_id, level in levels.items()) or None)
    keep(EXCLUDED, ",".join(dict.fromkeys(without)) or None)


def asked_parameters() -> dict[str, str]:
    """What the address asks of the route, to be kept in a link."""
    return {name: st.query_params[name] for name in ASKED if name in st.query_params}


def read_brief(report: AssessmentReport, today: date) -> tuple[Brief, AssessmentError | None]:
    """What the address asks for. When that cannot be had, the usual and why."""
    try:
        return brief_of(report, today), None
    except AssessmentError as error:
        return usual_brief(today), error
