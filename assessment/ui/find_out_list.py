"""What nobody has answered, or nobody knows: no gaps, but nobody knows that they are none."""

from collections.abc import Collection

import streamlit as st

from assessment.domain.checklist import term
from assessment.domain.report import AssessmentReport
from assessment.domain.response import UNKNOWN
from assessment.domain.scoring import ItemResult
from assessment.reporting import marks
from assessment.texts import labels
from assessment.ui import navigation
from assessment.ui.first_rows import first_rows
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.position import ITEM

WIDTHS = (0.35, 6, 1.9)


def find_out_list(here: Page, report: AssessmentReport, results: Collection[ItemResult]) -> None:
    with st.container(gap=None, key="find-out"):
        for result in first_rows(here, list(results)):
            _row(here, report, result)


def _row(here: Page, report: AssessmentReport, result: ItemResult) -> None:
    item = result.item
    with st.container(key=f"row-open-{item.id}"):
        state, question, onward = st.columns(WIDTHS, gap="small")
        state.html(f'<div class="ru">{marks.square(result, here.language)}</div>')
        question.html(_question(here, report, result))
        with onward:
            st.page_link(navigation.RESPOND, label=here.t("To the question"), query_params=here.link(**{ITEM: item.id}))


def _question(here: Page, report: AssessmentReport, result: ItemResult) -> str:
    item = result.item
    roles = [here.language.of(term(report.checklist.roles, role).name).lower() for role in item.roles]
    who = here.t("Best placed to answer: {roles}.", roles=here.language.listed(roles))
    return (
        f'<div class="ru ru-action"><h2 class="ru-title">{html_text(here.language.of(item.question))}</h2>'
        f"<p><b>{html_text(here.t(labels.ITEM_STATE[result.state]))}.</b> {html_text(_said(here, report, result))}</p>"
        f'<p class="soft">{html_text(who)}</p></div>'
    )


def _said(here: Page, report: AssessmentReport, result: ItemResult) -> str:
    """How many have answered that they don't know."""
    unknown = list(report.answers.get(result.item.id, ())).count(UNKNOWN)
    if not unknown:
        return ""
    said = here.n("{word} participant has said so.", "{word} participants have said so.", unknown)
    return said[0].upper() + said[1:]
