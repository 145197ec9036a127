"""How much of the route stays when the points are wrong; worked out when it is asked for."""

import streamlit as st

from assessment.domain.report import AssessmentReport
from assessment.domain.route import Route
from assessment.domain.stable_core import StableCore, Steadiness, stable_core
from assessment.reporting.core_findings import core_finding, core_lede, steadiness_words
from assessment.reporting.route_frames import core_frame
from assessment.ui.markup import html_text
from assessment.ui.number_table import table_when_open
from assessment.ui.page import Page


def route_core(here: Page, report: AssessmentReport, route: Route) -> None:
    if not route.path.lifts:
        return
    label = here.t("What if the points are wrong?")
    fold = st.expander(label, type="compact", key="route-core", on_change="rerun")
    if not fold.open:
        return
    path, core = route.path, stable_core(route.path, report.checklist)
    with fold:
        st.html(
            f'<div class="ru"><h2 class="ru-finding">{html_text(core_finding(path, core, here.language))}</h2>'
            f"<p>{html_text(core_lede(path, core, here.language))}</p></div>"
        )
        if core.sometimes:
            _list(here, route, core, core.always, here.t("Always in the path"))
            _list(here, route, core, core.sometimes, here.t("Sometimes in the path"))
            table_when_open(here, lambda: [core_frame(path, core, here.language)], key="route-core")


def _list(here: Page, route: Route, core: StableCore, ones: tuple[Steadiness, ...], heading: str) -> None:
    results = {one.item.id: one for one in route.path.results}
    rows = "".join(
        f"<li><span>{html_text(here.language.of(results[one.item_id].item.action))}</span>"
        f'<span class="soft">{html_text(_said(here, route, core, one))}</span></li>'
        for one in ones
    )
    if rows:
        st.html(
            f'<div class="ru"><h3 class="ru-title">{html_text(heading)}</h3><ul class="ru-steady">{rows}</ul></div>'
        )


def _said(here: Page, route: Route, core: StableCore, one: Steadiness) -> str:
    said = steadiness_words(one, core, here.language)
    return said if one.item_id in route.lifts else f"{said}. {here.t('Not in the path now.')}"
