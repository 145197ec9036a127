"""Where the roles see different realities. Nothing that points at fewer than three people."""

from typing import Final

import pandas as pd
import streamlit as st

from assessment.domain.checklist import term
from assessment.domain.report import AssessmentReport
from assessment.reporting import findings, frames, marks
from assessment.reporting.divided import Rated, by_worth, most_divided
from assessment.ui.figure import figure_head, soft_line
from assessment.ui.number_table import as_table
from assessment.ui.page import Page

EVERY_QUESTION: Final = "fragor"


def disagreement(here: Page, report: AssessmentReport) -> None:
    """The most divided questions; all of them, in the same order, when asked for."""
    rated, divided = by_worth(report), most_divided(report)
    if not rated:
        figure_head(here.t("Do you agree?"))
        soft_line(
            here.t(
                "Shown when at least three people have answered the same question: how you differ, who does not know, "
                "and what depends on one person."
            )
        )
        return
    everything = st.query_params.get(EVERY_QUESTION) == "1"
    shown = rated if everything else divided
    heading = (
        findings.disagreement_finding(report, here.language) if divided else here.t("Nobody stands far from the others")
    )
    figure_head(heading, _reading(here) if shown else "")
    if shown:
        with st.container(key="sheet-roles"):
            st.html(marks.disagreement_table(report, shown, here.language))
            _left_out(here, report, shown)
    if len(rated) > len(shown):
        label = here.n("Show the only question", "Show all {number} questions", len(rated))
        st.button(label, key="show-every-question", type="tertiary", on_click=_show_every_question)
    if shown:
        as_table(here, _numbers(here, report, shown), key="roles")


def _reading(here: Page) -> str:
    return here.t(
        "What is most worth talking about comes first. A circle is how one person answered first, before the group "
        "had talked; a square is the middle answer of a role."
    )


def _show_every_question() -> None:
    st.query_params[EVERY_QUESTION] = "1"


def _numbers(here: Page, report: AssessmentReport, shown: list[Rated]) -> pd.DataFrame:
    """The numbers of the questions in the figure, in its order; the others may have too few answers to be shown."""
    frame = frames.disagreement_frame(report, here.language)
    order = [result.item.id for result, _ in shown]
    rows = frame[frame["item_id"].isin(order)].sort_values("item_id", key=lambda ids: ids.map(order.index))
    unused = ["agreed_level"] if rows["agreed_level"].isna().all() else []
    return rows.drop(columns=["dimension", "deviation", *unused])


def _left_out(here: Page, report: AssessmentReport, shown: list[Rated]) -> None:
    """Who is not shown by themselves, and why."""
    small = [
        f"{here.language.of(term(report.checklist.roles, role).name)} ({size})"
        for role, size in report.role_sizes.items()
        if role not in report.shown_roles
    ]
    said = []
    if small:
        said.append(
            here.t("Not shown by themselves: {roles}. They are fewer than three.", roles=here.language.listed(small))
        )
    if any(report.role_median(result.item.id, role) is None for result, _ in shown for role in report.shown_roles):
        said.append(
            here.t("Few: fewer than three of the role gave a level, or the square would give away what another said.")
        )
    if said:
        soft_line(" ".join(said))
