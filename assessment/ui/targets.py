"""The wanted level of each dimension."""

import streamlit as st

from assessment.domain.checklist import LEVELS, term
from assessment.domain.report import AssessmentReport
from assessment.services import assessments
from assessment.ui.attempt import attempting
from assessment.ui.page import Page


def targets_editor(here: Page, report: AssessmentReport) -> None:
    """Saved when changed here; what was changed elsewhere is shown at the next look."""
    if not here.viewer.may_steward:
        return
    with st.container(key="noprint-targets"), st.expander(here.t("Change the target"), key="targets", type="compact"):
        st.markdown(
            here.t("The target is {target} unless you say otherwise.", target=report.assessment.targets.default)
        )
        columns = st.columns(3, gap="small")
        for place, dimension in enumerate(report.dimensions):
            with columns[place % 3]:
                _target(here, report, dimension)


def _target(here: Page, report: AssessmentReport, dimension: str) -> None:
    """The key carries the stored level, so that a level changed elsewhere makes the choice anew."""
    targets = report.assessment.targets
    stored = targets.dimensions.get(dimension, targets.default)
    key = f"target:{dimension}:{stored}"
    st.selectbox(
        here.language.of(term(report.checklist.dimensions, dimension).name),
        LEVELS[1:],
        index=LEVELS[1:].index(stored),
        filter_mode=None,
        key=key,
        on_change=_save,
        args=(here, report.assessment.id, dimension, key),
    )


def _save(here: Page, assessment_id: str, dimension: str, key: str) -> None:
    with attempting():
        level = int(st.session_state[key])
        assessments.set_target(here.engine, here.viewer, assessment_id, part=dimension, level=level)
