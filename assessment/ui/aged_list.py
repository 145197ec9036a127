"""The group of what is to be found out that has a level, but one from long ago."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from assessment.domain.checklist import term
from assessment.domain.freshness import ItemAge
from assessment.domain.report import AssessmentReport
from assessment.reporting import marks
from assessment.reporting.freshness_words import age_words, freshness_finding, limit_words
from assessment.ui import navigation
from assessment.ui.find_out_list import WIDTHS
from assessment.ui.first_rows import first_rows
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.position import ITEM

EVERY: Final = "aldrade"


def aged_list(here: Page, report: AssessmentReport, ages: Sequence[ItemAge]) -> None:
    """`ages` are those that have aged, the oldest first; without any there is no group."""
    if not ages:
        return
    heading, reading = freshness_finding(ages, here.language), here.t("The level stands until you change it.")
    st.html(
        f'<div class="ru ru-figure"><h2 class="ru-finding">{html_text(heading)}</h2>'
        f'<p class="soft">{html_text(reading)}</p></div>'
    )
    results = {result.item.id: result for result in report.results}
    with st.container(gap=None, key="find-out-aged"):
        for age in first_rows(here, ages, name=EVERY, key="show-all-aged"):
            with st.container(key=f"row-aged-{age.item.id}"):
                state, question, onward = st.columns(WIDTHS, gap="small")
                state.html(f'<div class="ru">{marks.square(results[age.item.id], here.language)}</div>')
                question.html(_question(here, report, age))
                where = here.link(**{ITEM: age.item.id})
                onward.page_link(navigation.RESPOND, label=here.t("To the question"), query_params=where)


def _question(here: Page, report: AssessmentReport, age: ItemAge) -> str:
    item = age.item
    roles = [here.language.of(term(report.checklist.roles, role).name).lower() for role in item.roles]
    who = here.t("Best placed to answer: {roles}.", roles=here.language.listed(roles))
    said = f"{age_words(age, here.language)} {limit_words(age, here.language)}"
    return (
        f'<div class="ru ru-action"><h3 class="ru-title">{html_text(here.language.of(item.question))}</h3>'
        f'<p>{html_text(said)}</p><p class="soft">{html_text(who)}</p></div>'
    )
