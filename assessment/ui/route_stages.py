"""The route as a whole, and one of its half-years in full: what is lifted, how far, why, and where that takes you."""

from typing import Final

import pandas as pd
import streamlit as st

from assessment.domain.report import AssessmentReport
from assessment.domain.route import Route, Stage, dues_of, in_plan
from assessment.reporting.findings import capital
from assessment.reporting.marks.roadmap import stage_squares
from assessment.reporting.route_findings import stage_finding
from assessment.reporting.route_frames import route_frame, stage_frame
from assessment.reporting.route_words import day_words, half_year_words, points_figure
from assessment.ui import route_address as address
from assessment.ui.figure import figure_head
from assessment.ui.markup import html_text
from assessment.ui.number_table import table_when_open
from assessment.ui.page import Page
from assessment.ui.result_figures import WIDTHS
from assessment.ui.route_adopt import WHOLE, adopt_button
from assessment.ui.route_rows import stage_rows

SHOWN: Final = "visa"
MOST_ABREAST: Final = 5
LIFT_COLUMNS: Final = ("half_year", "action", "lift", "points")


def route_stages(here: Page, report: AssessmentReport, route: Route) -> None:
    if len(route.stages) > 1:
        _overview(here, report, route)


def _overview(here: Page, report: AssessmentReport, route: Route) -> None:
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom", key="route-overview-head"
    ):
        with st.container(width="stretch", key="route-overview-finding"):
            reading = here.t("A square is a question, with the level that it is lifted to.")
            figure_head(stage_finding(route.stages[-1], report, here.language), reading)
        adopt_button(here, here.t("Put the whole path into the plan"), WHOLE)
    with st.container(gap=None, key="sheet-route"):
        for stage in route.stages:
            with st.container(key=f"row-tight-stage-{address.half_year_code(stage.half_year)}"):
                name, squares, number = st.columns(WIDTHS, gap="xsmall", vertical_alignment="center")
                name.html(_name(here, stage))
                squares.html(stage_squares(stage, here.language))
                reached, of = len(stage.score.at_target), len(stage.score.applicable)
                figure = here.t("{answered} of {asked}", answered=reached, asked=of)
                reach = html_text(here.t("at target"))
                number.html(f'<div class="ru ru-name"><p><b>{html_text(figure)}</b> {reach}</p></div>')
    table_when_open(here, lambda: _tables(here, report, route), key="route")


def _tables(here: Page, report: AssessmentReport, route: Route) -> tuple[pd.DataFrame, pd.DataFrame]:
    lifts = route_frame(report, route, here.language)[list(LIFT_COLUMNS)]
    return stage_frame(route, here.language), lifts


def _name(here: Page, stage: Stage) -> str:
    name = capital(half_year_words(stage.half_year, here.language))
    points = points_figure(stage.phase.points, here.language)
    return f'<div class="ru"><p><b>{html_text(name)}</b></p><p class="soft">{html_text(points)}</p></div>'


def chosen_stage(here: Page, route: Route) -> Stage | None:
    """The half-year that is looked at: the first, unless another is chosen."""
    if len(route.stages) < 2:
        return route.stages[0] if route.stages else None
    names = {
        address.half_year_code(one.half_year): capital(half_year_words(one.half_year, here.language))
        for one in route.stages
    }
    asked, usual = st.query_params.get(SHOWN, ""), next(iter(names))
    start = asked if asked in names else usual
    key = address.take_in(f"route-shown:{here.language.code}:{len(names) > MOST_ABREAST}", start)
    with st.container(key="noprint-route-shown"):
        chosen = _choice(here, names, start, key)
    address.give_out(key, chosen)
    address.keep(SHOWN, None if chosen == usual else chosen)
    half_year = address.half_year_in(chosen)
    return route.stage(half_year) if half_year else None


def _choice(here: Page, names: dict[str, str], start: str, key: str) -> str:
    label = here.t("Half-year")
    if len(names) > MOST_ABREAST:
        picked: str = st.selectbox(
            label,
            list(names),
            list(names).index(start),
            format_func=lambda one: names[one],
            filter_mode=None,
            key=key,
            width=240,
        )
        return picked
    chosen = st.segmented_control(
        label,
        list(names),
        default=start,
        format_func=lambda one: names[one],
        key=key,
        label_visibility="collapsed",
        required=True,
    )
    return chosen or start


def route_stage(here: Page, report: AssessmentReport, route: Route, stage: Stage) -> None:
    code = address.half_year_code(stage.half_year)
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom", key=f"stage-head-{code}"
    ):
        st.html(_heading(here, stage), width="content")
        if any(not in_plan(report.actions, due.item_id, due.level) for due in dues_of(stage)):
            adopt_button(here, here.t("Put into the plan"), code)
    stage_rows(here, report, route, stage)


def _heading(here: Page, stage: Stage) -> str:
    name = capital(half_year_words(stage.half_year, here.language))
    points = points_figure(stage.phase.points, here.language)
    until = day_words(stage.half_year.last_day, here.language)
    return (
        f'<div class="ru"><h2 class="ru-finding">{html_text(name)}</h2>'
        f'<p class="soft">{html_text(f"{points}, {until}")}</p></div>'
    )
