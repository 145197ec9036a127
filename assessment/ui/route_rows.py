"""What is done in one half-year of the route: a row for each question, with two quiet buttons to decide otherwise."""

import streamlit as st

from assessment.domain.planning_goal import BudgetGoal, IndexGoal
from assessment.domain.report import AssessmentReport
from assessment.domain.route import Leg, Route, Stage, in_plan
from assessment.domain.scoring import ItemResult
from assessment.reporting.lift_bar import lift_bar
from assessment.reporting.route_words import leg_words, points_figure, reason_words
from assessment.services.clock import now
from assessment.ui import route_address as address
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.plan_list import plan_mark

WIDTHS = (6, 2.3)


def stage_rows(here: Page, report: AssessmentReport, route: Route, stage: Stage) -> None:
    results = {one.item.id: one for one in route.path.results}
    with st.container(gap=None, key="route-rows"):
        for leg in stage.legs:
            with st.container(key=f"row-leg-{leg.item_id}"):
                what, how = st.columns(WIDTHS, gap="small")
                what.html(_what(here, route, leg, results[leg.item_id]))
                with how, st.container(gap="xsmall"):
                    st.html(_distance(here, leg, results[leg.item_id]))
                    _planned(here, report, leg)
                    _choose(here, route, leg)


def _what(here: Page, route: Route, leg: Leg, result: ItemResult) -> str:
    why = reason_words(route.lifts[leg.item_id], route.path, here.language)
    return (
        f'<div class="ru ru-action"><h3 class="ru-title">{html_text(here.language.of(result.item.action))}</h3>'
        f'<p class="soft">{html_text(here.language.of(result.item.question))}</p>'
        f"<p><b>{html_text(here.t('Why here:'))}</b> {html_text(why)}</p></div>"
    )


def _distance(here: Page, leg: Leg, result: ItemResult) -> str:
    points = points_figure(leg.points, here.language)
    bar = lift_bar(leg, result, leg_words(leg, here.language), here.language)
    return f'<div class="ru">{bar}<p class="soft">{html_text(points)}</p></div>'


def _planned(here: Page, report: AssessmentReport, leg: Leg) -> None:
    """The action that takes the question there already, if there is one."""
    action = in_plan(report.actions, leg.item_id, leg.after) if leg.after > leg.before else None
    if action is not None:
        st.html(plan_mark(here, report, action, now().astimezone(here.zone).date()))


def _choose(here: Page, route: Route, leg: Leg) -> None:
    """What is chosen already stands among the choices above. Where the goal asks for it by name, it is in anyway."""
    item_id = leg.item_id
    with st.container(horizontal=True, gap="medium", key=f"noprint-choose-{item_id}"):
        if isinstance(route.path.goal, BudgetGoal | IndexGoal) and item_id not in route.brief.wishes.pinned:
            pinned = (item_id, route.lifts[item_id].after)
            st.button(here.t("Keep it"), key=f"pin-{item_id}", type="tertiary", on_click=address.pin, args=pinned)
        st.button(
            here.t("Not now"), key=f"exclude-{item_id}", type="tertiary", on_click=address.exclude, args=(item_id,)
        )
