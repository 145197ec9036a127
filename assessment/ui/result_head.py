"""The head of the result: what, whose and when, the finding, four key figures, and what one takes along."""

import streamlit as st

from assessment.domain.report import AssessmentReport
from assessment.reporting import findings, marks
from assessment.ui import navigation
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.take_along import take_along


def nothing_to_show(here: Page, report: AssessmentReport) -> None:
    """Nobody has answered anything yet."""
    said = here.t("The profile appears here once you have answered a question.")
    st.html(
        f'<div class="ru"><p class="ru-eyebrow">{html_text(report.assessment.name)}</p>'
        f'<h1 class="ru-page">{html_text(here.t("Nothing is answered yet"))}</h1>'
        f'<p class="ru-lede">{html_text(said)}</p></div>'
    )
    if st.button(here.t("Start answering"), key="do-answer", type="primary"):
        st.switch_page(navigation.RESPOND, query_params=here.link())


def result_head(here: Page, report: AssessmentReport) -> None:
    assessment = report.assessment
    moment = here.language.moment(report.at, zone=here.zone)
    said = [assessment.organisation, assessment.name, here.t("as of {moment}", moment=moment)]
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="head"):
        eyebrow = html_text(" · ".join(part for part in said if part))
        st.html(f'<div class="ru"><p class="ru-eyebrow">{eyebrow}</p></div>', width="content")
        with st.container(horizontal=True, width="content", key="noprint-take"):
            take_along(here, report)
    finding = html_text(findings.page_finding(report, here.language))
    figures = marks.key_figures(report, here.language)
    st.html(f'<div class="ru"><h1 class="ru-page">{finding}</h1></div>{figures}')
    if report.left_out:
        left_out = here.n(
            "One question is left out because it does not concern your type of organisation.",
            "{word} questions are left out because they do not concern your type of organisation.",
            report.left_out,
        )
        st.html(f'<div class="ru"><p class="soft">{html_text(left_out)}</p></div>')
