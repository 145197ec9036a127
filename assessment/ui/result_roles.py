"""Where the roles see different realities. Nothing that points at fewer than three people."""

import pandas as pd
import streamlit as st

from assessment.domain.agreement import FEWEST_RATERS
from assessment.domain.checklist import term
from assessment.domain.report import AssessmentReport
from assessment.reporting import findings, frames, marks
from assessment.reporting.marks.disagreement import most_divided
from assessment.ui.figure import as_table, figure_head
from assessment.ui.markup import html_text
from assessment.ui.page import Page


def disagreement(here: Page, report: AssessmentReport) -> None:
    if sum(bool(given) for given in report.responses.values()) < FEWEST_RATERS:
        figure_head(here.t("Do you agree?"))
        said = here.t("Shown when at least three people have answered.")
        st.html(f'<div class="ru"><p class="soft">{html_text(said)}</p></div>')
        return
    table = marks.disagreement_table(report, here.language)
    if not table:
        figure_head(here.t("Nobody stands far from the others"))
        return
    reading = here.t(
        "The questions on which the answers differ most. A circle is a person. "
        "A median is shown only for roles in which at least three have answered."
    )
    figure_head(findings.disagreement_finding(report, here.language), reading)
    with st.container(key="sheet-roles"):
        st.html(table)
        _left_out(here, report)
    as_table(here, _shown(here, report), key="roles")


def _shown(here: Page, report: AssessmentReport) -> pd.DataFrame:
    """The numbers of the questions in the figure, in its order; the others may have too few answers to be shown."""
    frame = frames.disagreement_frame(report, here.language)
    order = [result.item.id for result, _ in most_divided(report)]
    rows = frame[frame["item_id"].isin(order)].sort_values("item_id", key=lambda ids: ids.map(order.index))
    return rows.drop(columns=["dimension", "deviation"])


def _left_out(here: Page, report: AssessmentReport) -> None:
    """Who is not shown by themselves, and why."""
    small = [
        f"{here.language.of(term(report.checklist.roles, role).name)} ({size})"
        for role, size in report.role_sizes.items()
        if size < FEWEST_RATERS
    ]
    if small:
        said = here.t("Not shown by themselves: {roles}. They are fewer than three.", roles=here.language.listed(small))
        st.html(f'<div class="ru"><p class="soft">{html_text(said)}</p></div>')
