"""The actions in the order that is suggested: what to do, why it stands here, how far it is to the target."""

from collections.abc import Sequence

import streamlit as st

from assessment.domain.checklist import Item, term
from assessment.domain.gaps import Gap
from assessment.domain.item_documents import ItemDocuments
from assessment.domain.report import AssessmentReport
from assessment.reporting.frames import rank_reason
from assessment.reporting.gap_bar import gap_bar
from assessment.services.clock import now
from assessment.ui import navigation
from assessment.ui.action_dialog import open_action, open_new
from assessment.ui.first_rows import first_rows
from assessment.ui.item_documents import documents_by_item, item_documents
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.plan_list import plan_mark
from assessment.ui.position import ITEM
from assessment.ui.row_moving import move_menu, moved_notice, place_dialog
from assessment.ui.step_questions import place_links

WIDTHS = (0.35, 6, 1.9)


def gap_list(here: Page, report: AssessmentReport, gaps: Sequence[Gap]) -> None:
    moved_notice(here, report)
    known = documents_by_item(here, report.assessment.id)
    with st.container(gap=None, key="gaps"):
        for gap in first_rows(here, gaps):
            _row(here, report, gap, known)
    if here.viewer.may_steward:
        place_dialog(here, report)


def _row(here: Page, report: AssessmentReport, gap: Gap, known: ItemDocuments | None) -> None:
    item = gap.result.item
    with st.container(key=f"row-gap-{item.id}"):
        rank, action, distance = st.columns(WIDTHS, gap="small")
        with rank, st.container(gap=None, key=f"place-{item.id}"):
            st.html(f'<div class="ru"><p class="ru-rank">{gap.rank}</p></div>')
            move_menu(here, report, gap)
        with action, st.container(gap="xsmall"):
            st.html(_action(here, report, gap))
            _evidence(here, report, item, known)
            place_links(here, report.assessment.id, item.id)
        with distance, st.container(gap="xsmall"):
            st.html(gap_bar(gap.result, here.language))
            _plan(here, report, item)


def _plan(here: Page, report: AssessmentReport, item: Item) -> None:
    """What is planned for the gap; for as long as nothing is, the button that plans it."""
    planned = report.actions_on(item.id)
    if not planned and not here.viewer.may_steward:
        return
    if not planned:
        st.button(here.t("Plan"), key=f"plan-{item.id}", width="stretch", on_click=open_new, args=(item.id,))
        return
    today = now().astimezone(here.zone).date()
    for action in planned:
        st.html(plan_mark(here, report, action, today))
        if here.viewer.may_steward:
            key = f"change-{item.id}-{action.id}"
            st.button(here.t("Edit"), key=key, type="tertiary", on_click=open_action, args=(action.id,))


def _action(here: Page, report: AssessmentReport, gap: Gap) -> str:
    item = gap.result.item
    reason = rank_reason(gap, report, here.language)
    return (
        f'<div class="ru ru-action"><h2 class="ru-title">{html_text(here.language.of(item.action))}</h2>'
        f'<p class="soft">{html_text(here.language.of(item.question))}</p>'
        f"<p><b>{html_text(here.t('Why here:'))}</b> {html_text(reason)}.</p></div>"
    )


def _evidence(here: Page, report: AssessmentReport, item: Item, known: ItemDocuments | None) -> None:
    roles = [here.language.of(term(report.checklist.roles, role).name).lower() for role in item.roles]
    who = here.t("Best placed to answer: {roles}.", roles=here.language.listed(roles))
    evidence = here.language.of(item.evidence)
    with st.expander(here.t("Evidence to look for"), type="compact", key=f"evidence:{item.id}"):
        st.html(f'<div class="ru"><p>{html_text(evidence)}</p><p class="soft">{html_text(who)}</p></div>')
        item_documents(here, known, item.id)
        st.page_link(navigation.RESPOND, label=here.t("To the question"), query_params=here.link(**{ITEM: item.id}))
