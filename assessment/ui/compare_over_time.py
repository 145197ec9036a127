"""The view over time, from its choices to its figures."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment import __version__
from assessment.domain.subject import History
from assessment.reporting.compare_words import moment_names, unit_names
from assessment.reporting.workbook_compare import over_time_workbook
from assessment.services import comparisons
from assessment.services.clock import now
from assessment.ui.compare_choice import chosen_history, chosen_moments
from assessment.ui.compare_empty import empty_head, one_moment
from assessment.ui.compare_excel import comparison_download
from assessment.ui.compare_subject import regroup
from assessment.ui.compare_time import moved_questions, plans_and_outcomes, then_and_now, time_head
from assessment.ui.compare_timeline import lines_over_time
from assessment.ui.page import Page


def compare_over_time(here: Page, histories: Sequence[History], top: DeltaGenerator) -> None:
    """`top` is where the download goes."""
    names = unit_names(histories, here.language, hidden=False)
    with st.container(horizontal=True, vertical_alignment="bottom", key="noprint-compare-choices"):
        history = chosen_history(here, histories, names)
        moments = chosen_moments(here, history)
        regroup(here, history)
    if len(history.assessments) < 2:
        one_moment(here, history)
        return
    if len(moments) < 2:
        empty_head(here.t("Choose two times or more"), here.t("The earliest and the latest of them are compared."))
        return
    today = now().astimezone(here.zone).date()
    over = comparisons.over_time(here.engine, here.viewer, [one.id for one in moments], today=today)
    said = moment_names(history.assessments, here.language)
    time_head(here, history, over, said)
    with top:
        comparison_download(
            here,
            history.subject,
            lambda: over_time_workbook(over, said, here.language, at=now(), version=__version__),
        )
    if over.comparison.items:
        then_and_now(here, over, said)
        lines_over_time(here, over, said)
        moved_questions(here, over, said)
    plans_and_outcomes(here, over, said)
