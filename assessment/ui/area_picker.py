"""The six dimensions with how far each has come; choosing one goes to its first unanswered item.

A fragment of its own, so that an answer can bring its figures up to date without redrawing the question.
"""

from collections.abc import Sequence
from typing import Final, NoReturn

import streamlit as st

from assessment.services.responses import ResponseSheet
from assessment.texts import labels
from assessment.ui import position
from assessment.ui.answering import Answering

KEY: Final = "dimension"
AREAS: Final = "areas"  # the fragment's key
QUESTIONS: Final = "questions"  # the key of the fragment below it, whichever view is shown


@st.fragment(key=AREAS)
def area_picker(answering: Answering, assessment_id: str) -> None:
    here = answering.here
    sheet = answering.sheet(assessment_id)
    counts: dict[str, tuple[int, int]] = {}
    for item in sheet.items:
        answered, asked = counts.get(item.dimension, (0, 0))
        counts[item.dimension] = (answered + position.is_answered(sheet, item), asked + 1)

    def label(chosen: str) -> str:
        answered, asked = counts[chosen]
        progress = here.t("{answered} of {asked}", answered=answered, asked=asked)
        return f"**{here.t(labels.SHORT_DIMENSION.get(chosen, chosen))}** {progress}"

    key = f"{KEY}:{here.language.code}"
    st.session_state[key] = position.current_item(sheet).dimension
    st.segmented_control(
        here.t("Dimension"),
        [term.id for term in sheet.checklist.dimensions if term.id in counts],
        format_func=label,
        key=key,
        label_visibility="collapsed",
        width="stretch",
        wrap=False,
        required=True,
        on_change=_open_dimension,
        args=(answering, assessment_id, key),
    )


def _open_dimension(answering: Answering, assessment_id: str, key: str) -> None:
    sheet = answering.sheet(assessment_id)
    items = position.in_dimension(sheet, st.session_state[key])
    if items:
        go_on(answering, sheet, position.shown_items(), (position.first_open(sheet, items) or items[0]).id)


def go_on(answering: Answering, sheet: ResponseSheet, leaving: Sequence[str], to: str) -> None:
    """Go to an item, but only when everything written in the items that are left is on disk. For callbacks."""
    asked = {item.id for item in sheet.items}
    if all(answering.save_pending(item) for item in leaving if item in asked):
        position.go_to(to)
        redraw_all()


def redraw_all() -> NoReturn:
    """Draw picker and questions again. For callbacks only."""
    st.rerun([AREAS, QUESTIONS])
