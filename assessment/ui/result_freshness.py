"""What has aged: on Resultat as a figure, in Åtgärder as a group of what is to be found out."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from assessment.domain.freshness import Freshness, ItemAge
from assessment.domain.report import AssessmentReport
from assessment.reporting import marks
from assessment.reporting.freshness_frame import freshness_frame
from assessment.reporting.freshness_words import (
    age_words,
    aged_in,
    ages_of,
    freshness_finding,
    freshness_reading,
    limit_words,
)
from assessment.ui.figure import figure_head
from assessment.ui.markup import html_text
from assessment.ui.number_table import as_table
from assessment.ui.page import Page

FIRST: Final = 5
EVERY: Final = "aldrade"


def freshness_section(here: Page, report: AssessmentReport) -> None:
    """Only where something has aged or soon will; a new assessment has nothing to say about age."""
    ages = ages_of(report)
    if all(age.worst is Freshness.FRESH for age in ages):
        return
    figure_head(freshness_finding(ages, here.language), freshness_reading(ages, here.language))
    aged = aged_in(report)
    everything = st.query_params.get(EVERY) == "1" or len(aged) <= FIRST + 1
    shown = aged if everything else aged[:FIRST]
    if shown:
        with st.container(key="sheet-freshness"):
            st.html(_list(here, report, shown))
    if len(shown) < len(aged):
        label = here.t("Show {number} more", number=len(aged) - len(shown))
        st.button(label, key="show-every-aged", type="tertiary", on_click=_show_every)
    as_table(here, freshness_frame(report, here.language), key="freshness")


def _show_every() -> None:
    st.query_params[EVERY] = "1"


def _list(here: Page, report: AssessmentReport, ages: Sequence[ItemAge]) -> str:
    results = {result.item.id: result for result in report.results}
    rows = "".join(
        f"<li>{marks.square(results[age.item.id], here.language)}"
        f"<span>{html_text(here.language.of(age.item.question))}"
        f'<span class="soft ru-age">{html_text(_told(here, age))}</span></span></li>'
        for age in ages
    )
    return f'<div class="ru"><ul class="ru-questions">{rows}</ul></div>'


def _told(here: Page, age: ItemAge) -> str:
    return f"{age_words(age, here.language)} {limit_words(age, here.language)}"
