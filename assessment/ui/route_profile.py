"""Where the route is expected to take each dimension, half-year by half-year."""

import streamlit as st

from assessment.domain.report import AssessmentReport
from assessment.domain.route import Route, Stage
from assessment.reporting import charts, marks
from assessment.reporting.marks.profile import dimension_name
from assessment.reporting.marks.shift import shift_legend, shift_number, shift_track
from assessment.reporting.prospect_frames import shift_frame
from assessment.reporting.route_chart import route_chart
from assessment.reporting.route_findings import profile_then
from assessment.reporting.route_frames import stage_frame, stage_shifts
from assessment.ui.figure import figure_head, soft_line
from assessment.ui.markup import html_text
from assessment.ui.number_table import number_table, table_when_open
from assessment.ui.page import Page
from assessment.ui.result_figures import WIDTHS, furthest_first


def route_profile(here: Page, report: AssessmentReport, stage: Stage) -> None:
    reading = here.t("The profile as it is expected to be if everything in the path is done until then.")
    figure_head(profile_then(stage, here.language), reading)
    shifts = stage_shifts(report, stage)
    with st.container(gap=None, key="sheet-route-profile"):
        for dimension, _ in furthest_first(report):
            with st.container(key=f"row-tight-route-{dimension}"):
                name, track, number = st.columns(WIDTHS, gap="xsmall", vertical_alignment="center")
                words = html_text(dimension_name(report.checklist, dimension, here.language))
                name.html(f'<div class="ru ru-name"><p><b>{words}</b></p></div>')
                track.html(shift_track(shifts[dimension], here.language))
                number.html(f'<div class="ru ru-name"><p>{shift_number(shifts[dimension], here.language)}</p></div>')
        _, axis, _ = st.columns(WIDTHS, gap="xsmall")
        axis.html(marks.profile_axis(here.language))
        st.html(shift_legend(shifts.values(), here.language))
    table_when_open(here, lambda: [shift_frame(report, shifts, here.language)], key="route-profile")


def way_chart(here: Page, report: AssessmentReport, route: Route) -> None:
    if len(route.stages) == 0:
        return
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
