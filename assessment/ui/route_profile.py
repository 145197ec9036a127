"""Where the route is expected to take each dimension, half-year by half-year."""

from typing import Final

import streamlit as st

from assessment.domain.report import AssessmentReport
from assessment.domain.route import Route, Stage
from assessment.reporting import charts, marks
from assessment.reporting.findings import capital
from assessment.reporting.marks.profile import dimension_name
from assessment.reporting.route_chart import route_chart
from assessment.reporting.route_findings import stage_finding
from assessment.reporting.route_frames import dimension_score, expected_frame, stage_frame
from assessment.reporting.route_words import half_year_words
from assessment.ui import route_address as address
from assessment.ui.figure import as_table, figure_head, number_table, soft_line
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.result_figures import WIDTHS, furthest_first

AFTER: Final = "efter"


def route_profile(here: Page, report: AssessmentReport, route: Route) -> None:
    if not route.stages:
        return
    stage = _chosen(route)
    reading = here.t("The profile as it is expected to be if everything in the path is done until then.")
    figure_head(stage_finding(stage, report, here.language), reading)
    _choose(here, route, stage)
    with st.container(gap=None, key="sheet-route-profile"):
        for dimension, _ in furthest_first(report):
            then = dimension_score(stage, dimension)
            with st.container(key=f"row-tight-route-{dimension}"):
                name, track, number = st.columns(WIDTHS, gap="xsmall", vertical_alignment="center")
                words = html_text(dimension_name(report.checklist, dimension, here.language))
                name.html(f'<div class="ru ru-name"><p><b>{words}</b></p></div>')
                track.html(marks.profile_track(then, here.language))
                number.html(f'<div class="ru ru-name"><p>{marks.profile_figure(then, here.language)}</p></div>')
        _, axis, _ = st.columns(WIDTHS, gap="xsmall")
        axis.html(marks.profile_axis(here.language))
        st.html(marks.profile_legend(report, here.language))
    as_table(here, expected_frame(report, stage, here.language), key="route-profile")
    _chart(here, report, route)


def _chosen(route: Route) -> Stage:
    asked = address.half_year_in(st.query_params.get(AFTER, ""))
    return (asked and route.stage(asked)) or route.stages[-1]


def _choose(here: Page, route: Route, stage: Stage) -> None:
    """After which half-year; the last unless another is chosen."""
    if len(route.stages) == 1:
        return
    codes = [address.half_year_code(one.half_year) for one in route.stages]
    names = {
        address.half_year_code(one.half_year): capital(half_year_words(one.half_year, here.language))
        for one in route.stages
    }
    key = f"route-after:{here.language.code}"
    address.take_in(key, address.half_year_code(stage.half_year))
    with st.container(key="noprint-route-after"):
        chosen: str = st.selectbox(
            here.t("Profile after"), codes, format_func=lambda one: names[one], filter_mode=None, key=key, width=240
        )
    last = codes[-1]
    if chosen != address.half_year_code(stage.half_year):
        address.give_out(key, AFTER, chosen, None if chosen == last else chosen)
        st.rerun()


def _chart(here: Page, report: AssessmentReport, route: Route) -> None:
    fold = st.expander(here.t("Show the way as a chart"), type="compact", key="route-chart", on_change="rerun")
    if not fold.open:
        return
    stages = stage_frame(route, here.language)
    with fold:
        soft_line(here.t("The line is the index after each half-year, the dotted line the target."))
        st.plotly_chart(
            route_chart(stages, here.language, scheme="dark" if st.context.theme.type == "dark" else "light"),
            theme=None,
            key="route-chart-chart",
            alt=here.t(
                "Index now {now}, after the last half-year {then}, target {target}.",
                now=round(stages["index"].iloc[0]),
                then=round(stages["index"].iloc[-1]),
                target=round(stages["target"].iloc[-1]),
            ),
            config=charts.chart_config(here.t("The way to the target {name}", name=report.assessment.name)),
        )
        number_table(here, stages)
