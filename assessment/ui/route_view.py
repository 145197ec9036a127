"""The cheapest path to the target: what it takes, half-year by half-year, and what one may decide oneself."""

import streamlit as st

from assessment.domain.report import AssessmentReport
from assessment.domain.route import route
from assessment.reporting.findings import capital
from assessment.reporting.route_findings import route_finding, route_lede
from assessment.services.clock import now
from assessment.ui.markup import html_text, markdown_text
from assessment.ui.page import Page
from assessment.ui.position import VIEW
from assessment.ui.route_address import ROUTE, read_brief
from assessment.ui.route_adopt import adopt_dialog, adopted_receipt
from assessment.ui.route_choices import route_choices
from assessment.ui.route_core import route_core
from assessment.ui.route_goal import route_goal
from assessment.ui.route_outside import route_outside
from assessment.ui.route_profile import route_profile, way_chart
from assessment.ui.route_stages import chosen_stage, route_stage, route_stages


def route_asked() -> bool:
    """Whether the address asks for the path rather than for the list."""
    return st.query_params.get(VIEW) == ROUTE


def route_link(here: Page) -> None:
    """From the list to the path. A page link to the screen one is on would leave the address as it was."""
    st.button(here.t("Cheapest path to the target"), key="route-open", icon=":material/route:", on_click=_open)


def _open() -> None:
    st.query_params[VIEW] = ROUTE


def _close() -> None:
    st.query_params.pop(VIEW, None)


def route_view(here: Page, report: AssessmentReport) -> None:
    today = now().astimezone(here.zone).date()
    head = st.container(key="route-head")
    route_goal(here, report, today)
    brief, error = read_brief(report, today)
    if error is not None:
        st.error(markdown_text(here.language.explain(error)))
    found = route(report.results, report.checklist, brief)
    with head:
        finding = route_finding(found, report.checklist, here.language)
        _head(here, report, finding, route_lede(found, here.language))
    if here.viewer.may_steward:
        adopted_receipt(here, report)
    route_choices(here, found)
    route_stages(here, report, found)
    stage = chosen_stage(here, found)
    if stage is not None:
        route_stage(here, report, found, stage)
        route_profile(here, report, stage)
    way_chart(here, report, found)
    route_core(here, report, found)
    route_outside(here, found)
    adopt_dialog(here, report, found)


def _head(here: Page, report: AssessmentReport, finding: str, lede: str) -> None:
    eyebrow = f"{report.assessment.name} · {here.t('Cheapest path to the target')}"
    st.button(
        here.t("Back to the list"), key="route-close", type="tertiary", icon=":material/arrow_back:", on_click=_close
    )
    st.html(
        f'<div class="ru"><p class="ru-eyebrow">{html_text(eyebrow)}</p>'
        f'<h1 class="ru-page">{html_text(capital(finding))}</h1><p class="ru-lede">{html_text(lede)}</p></div>'
    )
