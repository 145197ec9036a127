"""The screen Åtgärder: its finding, the choice of list and filter, and the rows."""

import streamlit as st

from assessment.domain.report import AssessmentReport
from assessment.reporting.action_findings import actions_finding, actions_lede
from assessment.reporting.freshness_words import aged_in
from assessment.ui import navigation
from assessment.ui.action_dialog import action_dialog
from assessment.ui.aged_list import aged_list
from assessment.ui.excel_upload import excel_upload
from assessment.ui.find_out_list import find_out_list
from assessment.ui.gap_filter import GAPS, PLANNED, GapFilter, chosen_list, filter_notice, gap_filter
from assessment.ui.gap_list import gap_list
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.plan_list import plan_list
from assessment.ui.route_view import route_asked, route_link, route_view
from assessment.ui.take_along import take_along


def action_list(here: Page, report: AssessmentReport) -> None:
    if route_asked() and not report.untouched:
        route_view(here, report)
        return
    _head(here, report)
    if report.untouched:
        if st.button(here.t("Start answering"), key="do-answer", type="primary"):
            st.switch_page(navigation.RESPOND, query_params=here.link())
        return
    aged = aged_in(report)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="tools"):
        open_ = len(report.to_find_out) + len(aged)
        chosen = chosen_list(here, gaps=len(report.gaps), planned=len(report.actions), unknown=open_)
        with st.container(horizontal=True, width="content", vertical_alignment="center", key="noprint-tools"):
            route_link(here)
            wanted = gap_filter(here, report.checklist)
            take_along(here, report)
            if here.viewer.may_steward:
                excel_upload(here, report)
    if chosen == PLANNED:
        plan_list(here, report)
    elif chosen == GAPS:
        gaps = [gap for gap in report.gaps if wanted.lets_through(gap.result.item)]
        _notice(here, wanted, shown=len(gaps), of=len(report.gaps), empty=here.t("No question lies below the target."))
        gap_list(here, report, gaps)
    else:
        unknown = [result for result in report.to_find_out if wanted.lets_through(result.item)]
        old = [age for age in aged if wanted.lets_through(age.item)]
        _notice(here, wanted, shown=len(unknown) + len(old), of=open_, empty=here.t("Nothing to find out."))
        find_out_list(here, report, unknown)
        aged_list(here, report, old)
    if here.viewer.may_steward:
        action_dialog(here, report)


def _notice(here: Page, wanted: GapFilter, *, shown: int, of: int, empty: str) -> None:
    """Why the list is short."""
    if not of:
        st.html(f'<div class="ru"><p class="soft">{html_text(empty)}</p></div>')
    elif wanted.chosen:
        filter_notice(here, shown=shown, of=of)


def _head(here: Page, report: AssessmentReport) -> None:
    finding, lede = actions_finding(report, here.language), actions_lede(report, here.language)
    st.html(
        f'<div class="ru"><p class="ru-eyebrow">{html_text(report.assessment.name)}</p>'
        f'<h1 class="ru-page">{html_text(finding)}</h1><p class="ru-lede">{html_text(lede)}</p></div>'
    )
