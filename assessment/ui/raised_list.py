"""The questions that the answers raise, with the answers beside them."""

from collections.abc import Sequence

import streamlit as st

from assessment.domain.consistency import RaisedQuestion
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemResult
from assessment.reporting import marks
from assessment.reporting.consistency_words import level_words, raised, raised_finding, raised_reading
from assessment.ui import navigation
from assessment.ui.figure import figure_head
from assessment.ui.first_rows import first_rows
from assessment.ui.markup import html_text, markdown_text
from assessment.ui.page import Page
from assessment.ui.position import ITEM

WIDTHS = (5, 4)


def raised_section(here: Page, report: AssessmentReport) -> None:
    """All that the assessment's answers raise; nothing at all when they raise none."""
    raised_list(here, raised(report))


def raised_list(here: Page, questions: Sequence[RaisedQuestion]) -> None:
    """Nothing at all when there are none."""
    if not questions:
        return
    figure_head(raised_finding(len(questions), here.language), raised_reading(here.language))
    with st.container(gap=None, key="raised"):
        for one in first_rows(here, questions):
            _row(here, one)


def _row(here: Page, one: RaisedQuestion) -> None:
    with st.container(key=f"row-raised-{one.asked.id}"):
        question, answers = st.columns(WIDTHS, gap="medium")
        question.html(f'<div class="ru"><p>{html_text(here.language.of(one.asked.question))}</p></div>')
        with answers, st.container(gap="small"):
            for result in one.results:
                answer_link(here, result, key=f"{one.asked.id}-{result.item.id}")


def answer_link(here: Page, result: ItemResult, *, key: str) -> None:
    """An item's square and its question, which leads to where it is answered."""
    told = f"{level_words(result, here.language)}: {here.language.of(result.item.question)}"
    with st.container(horizontal=True, gap="small", key=f"answer-{key}"):
        st.html(f'<div class="ru">{marks.square(result, here.language)}</div>', width="content")
        link = here.link(**{ITEM: result.item.id})
        st.page_link(navigation.RESPOND, label=markdown_text(told), query_params=link, width="stretch")
