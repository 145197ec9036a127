"""The choices above the route: what to reach, how many points a half-year has, what a level costs."""

from dataclasses import astuple
from datetime import date
from typing import Final

import streamlit as st

from assessment.domain.checklist import LEVELS, term
from assessment.domain.half_year import HalfYear, first_half_year, half_year_of
from assessment.domain.planning_costs import MOST_POINTS, Costs
from assessment.domain.planning_goal import MOST_HALF_YEARS
from assessment.domain.report import AssessmentReport
from assessment.domain.route import USUAL_PACE
from assessment.reporting.findings import capital
from assessment.reporting.route_words import half_year_words
from assessment.ui import route_address as address
from assessment.ui.page import Page
from assessment.ui.route_address import give_out, take_in

NARROW: Final = 145  # pixels of a field for a number
STARTS: Final = 5  # how many half-years one can begin with


def route_goal(here: Page, report: AssessmentReport, today: date) -> None:
    """Draw the choices, and write them into the address."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="noprint-route-asked"):
        kind = _kind(here, report)
        if kind == address.FLOOR:
            _floor(here, report)
        elif kind == address.INDEX_GOAL:
            _index(here, report)
        _number(here.t("Points per half-year"), address.PACE, USUAL_PACE, least=1, most=MOST_POINTS)
        if kind == address.BUDGET:
            label, usual = here.t("Half-years"), address.USUAL_HALF_YEARS
            _number(label, address.HALF_YEARS, usual, least=1, most=MOST_HALF_YEARS)
        with st.popover(here.t("Points and start"), key="route-costs"), st.container(width=300):
            _first(here, today)
            _costs(here)


def _kind(here: Page, report: AssessmentReport) -> str:
    names = {
        address.TARGETS: here.t("Every question to its target"),
        address.CORE: here.t("The questions of the quick check to their targets"),
        address.FLOOR: here.t("No question below a certain level"),
        address.INDEX_GOAL: here.t("A certain index"),
        address.BUDGET: here.t("As far as the points take you"),
    }
    if all(one.item.core for one in report.results) and st.query_params.get(address.GOAL) != address.CORE:
        del names[address.CORE]  # it would be the same as the first
    wanted = st.query_params.get(address.GOAL)
    usual = wanted if wanted in names else address.TARGETS
    key = take_in(f"route-kind:{here.language.code}", usual)
    chosen: str = st.selectbox(
        here.t("What do you want to reach?"),
        list(names),
        index=list(names).index(usual),
        format_func=lambda one: names[one],
        filter_mode=None,
        key=key,
        width=300,
    )
    give_out(key, chosen)
    address.keep(address.GOAL, None if chosen == address.TARGETS else chosen)
    return chosen


def _floor(here: Page, report: AssessmentReport) -> None:
    wanted = address.number(address.LEVEL, address.USUAL_LEVEL)
    fits = wanted in LEVELS[1:]
    usual = wanted if fits else address.USUAL_LEVEL
    key = take_in("route-level", usual)
    level = st.segmented_control(here.t("Lowest level"), LEVELS[1:], default=usual, key=key, required=True)
    if level is not None and (fits or level != usual):
        give_out(key, level)
        address.keep(address.LEVEL, None if level == address.USUAL_LEVEL else str(level))
    names = {one: here.language.of(term(report.checklist.dimensions, one).name) for one in report.dimensions}
    part = st.query_params.get(address.PART)
    key = take_in(f"route-part:{here.language.code}", part if part in names else None)
    chosen = st.selectbox(
        here.t("Dimension"),
        list(names),
        index=list(names).index(part) if part in names else None,
        format_func=lambda one: names[one],
        placeholder=here.t("All"),
        filter_mode=None,
        key=key,
        width=200,
    )
    give_out(key, chosen)
    address.keep(address.PART, chosen)


def _index(here: Page, report: AssessmentReport) -> None:
    _number(here.t("Index"), address.INDEX, address.usual_index(report), least=0, most=100)
    wanted = st.query_params.get(address.BEYOND) == "1"
    key = take_in("route-beyond", wanted)
    beyond = st.checkbox(here.t("Lift beyond the targets too"), wanted, key=key)
    give_out(key, beyond)
    address.keep(address.BEYOND, "1" if beyond else None)


def _number(label: str, name: str, usual: int, *, least: int, most: int) -> None:
    """A number that the address holds. One beyond the bounds stays there, to be told of, until another is chosen."""
    wanted = address.number(name, usual)
    fits = least <= wanted <= most
    start = wanted if fits else usual
    key = take_in(f"route-{name}", start)
    chosen = int(st.number_input(label, least, most, start, step=1, key=key, width=NARROW))
    if fits or chosen != usual:
        give_out(key, chosen)
        address.keep(name, None if chosen == usual else str(chosen))


def _first(here: Page, today: date) -> None:
    usual = first_half_year(today)
    asked = address.first_asked(today)
    known = sorted({*_from(half_year_of(today)), asked})
    names = {address.half_year_code(one): capital(half_year_words(one, here.language)) for one in known}
    code = address.half_year_code(asked)
    key = take_in(f"route-first:{here.language.code}", code)
    chosen: str = st.selectbox(
        here.t("Begin"),
        list(names),
        list(names).index(code),
        format_func=lambda one: names[one],
        filter_mode=None,
        key=key,
    )
    give_out(key, chosen)
    address.keep(address.FIRST, None if chosen == address.half_year_code(usual) else chosen)


def _from(half_year: HalfYear) -> list[HalfYear]:
    found = [half_year]
    while len(found) < STARTS:
        found.append(found[-1].next)
    return found


def _costs(here: Page) -> None:
    usual = astuple(Costs())
    st.markdown(
        here.t(
            "What one level costs, by its effort. Points are guesses: put your own in their place, "
            "and choose how many you manage in a half-year."
        )
    )
    labels = (here.t("Small effort"), here.t("Medium effort"), here.t("Large effort"))
    asked = astuple(address.costs())
    chosen = [_cost(label, place, asked[place], usual[place]) for place, label in enumerate(labels)]
    if all(one is not None for one in chosen):
        text = "-".join(map(str, chosen))
        address.keep(address.COSTS, None if tuple(chosen) == usual else text)


def _cost(label: str, place: int, asked: int, usual: int) -> int | None:
    """None while the address asks for points that cannot be had."""
    fits = 1 <= asked <= MOST_POINTS
    start = asked if fits else usual
    key = take_in(f"route-cost-{place}", start)
    chosen = int(st.number_input(label, 1, MOST_POINTS, start, step=1, key=key))
    if not fits and chosen == usual:
        return None
    give_out(key, chosen)
    return chosen
