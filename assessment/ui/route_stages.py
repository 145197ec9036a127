"""The half-years of the route: what is lifted in each, how far and why, and the way from there into the plan."""

import streamlit as st

from assessment.domain.report import AssessmentReport
from assessment.domain.route import Leg, Route, Stage, dues_of, in_plan
from assessment.domain.scoring import ItemResult
from assessment.reporting.findings import capital
from assessment.reporting.lift_bar import lift_bar
from assessment.reporting.route_words import day_words, half_year_words, leg_words, points_figure, reason_words
from assessment.services.clock import now
from assessment.ui import route_address as address
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.plan_list import plan_mark
from assessment.ui.route_adopt import WHOLE, adopt_button

WIDTHS = (6, 2.3)


def route_stages(here: Page, report: AssessmentReport, route: Route) -> None:
    if not route.stages:
        return
    for stage in route.stages:
        _stage(here, report, route, stage)
    if len(route.stages) > 1:
        with st.container(key="route-whole"):
            adopt_button(here.t("Put the whole path into the plan"), WHOLE)


def _stage(here: Page, report: AssessmentReport, route: Route, stage: Stage) -> None:
    code = address.half_year_code(stage.half_year)
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom", key=f"stage-head-{code}"
    ):
        st.html(_heading(here, stage), width="content")
        if any(not in_plan(report.actions, due.item_id, due.level) for due in dues_of(stage)):
            adopt_button(here.t("Put into the plan"), code)
    with st.container(gap=None, key=f"stage-{code}"):
        for leg in stage.legs:
            _row(here, report, route, stage, leg)


def _heading(here: Page, stage: Stage) -> str:
    name = capital(half_year_words(stage.half_year, here.language))
    points = points_figure(stage.phase.points, here.language)
    until = day_words(stage.half_year.last_day, here.language)
    return (
        f'<div class="ru ru-figure"><h2 class="ru-finding">{html_text(name)}</h2>'
        f'<p class="soft">{html_text(f"{points}, {until}")}</p></div>'
    )


def _row(here: Page, report: AssessmentReport, route: Route, stage: Stage, leg: Leg) -> None:
    result = next(one for one in route.path.results if one.item.id == leg.item_id)
    code = address.half_year_code(stage.half_year)
    with st.container(key=f"row-leg-{code}-{leg.item_id}"):
        what, how = st.columns(WIDTHS, gap="small")
        what.html(_what(here, route, leg, result))
        with how, st.container(gap="xsmall"):
            st.html(f'<div class="ru">{_distance(here, leg, result)}</div>')
            planned = in_plan(report.actions, leg.item_id, max(leg.after, leg.before + 1))
            if planned is not None:
                st.html(plan_mark(here, report, planned, now().astimezone(here.zone).date()))
            _choose(here, route, leg, key=f"{code}-{leg.item_id}")


def _what(here: Page, route: Route, leg: Leg, result: ItemResult) -> str:
    why = reason_words(route.lifts[leg.item_id], route.path, here.language)
    said = f"<p><b>{html_text(here.t('Why here:'))}</b> {html_text(why)}</p>" if why and not leg.begun_before else ""
    return (
        f'<div class="ru ru-action"><h3 class="ru-title">{html_text(here.language.of(result.item.action))}</h3>'
        f'<p class="soft">{html_text(here.language.of(result.item.question))}</p>{said}</div>'
    )


def _distance(here: Page, leg: Leg, result: ItemResult) -> str:
    points = points_figure(leg.points, here.language)
    bar = lift_bar(leg, result, leg_words(leg, here.language), here.language)
    return f'{bar}<p class="soft">{html_text(points)}</p>'


def _choose(here: Page, route: Route, leg: Leg, *, key: str) -> None:
    """Two quiet buttons; what is chosen already stands among the choices above."""
    if leg.item_id in route.brief.wishes.pinned or leg.begun_before:
        return
    level = route.lifts[leg.item_id].after
    with st.container(horizontal=True, gap="small", key=f"noprint-choose-{key}"):
        pinned, out = (leg.item_id, level), (leg.item_id,)
        st.button(here.t("Keep it"), key=f"pin-{key}", type="tertiary", on_click=address.pin, args=pinned)
        st.button(here.t("Not now"), key=f"exclude-{key}", type="tertiary", on_click=address.exclude, args=out)
