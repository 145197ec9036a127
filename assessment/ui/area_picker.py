"""The six dimensions with how far each has come; choosing one goes to its first unanswered item."""

import streamlit as st

from assessment.services.responses import ResponseSheet
from assessment.texts import labels
from assessment.ui import position
from assessment.ui.answering import Answering

KEY = "dimension"


def area_picker(answering: Answering, sheet: ResponseSheet, *, dimension: str) -> None:
    here = answering.here
    counts: dict[str, tuple[int, int]] = {}
    for item in sheet.items:
        answered, asked = counts.get(item.dimension, (0, 0))
        counts[item.dimension] = (answered + position.is_answered(sheet, item), asked + 1)

    def label(chosen: str) -> str:
        answered, asked = counts[chosen]
        progress = here.t("{answered} of {asked}", answered=answered, asked=asked)
        return f"**{here.t(labels.SHORT_DIMENSION.get(chosen, chosen))}** {progress}"

    key = f"{KEY}:{here.language.code}"
    st.session_state[key] = dimension
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
        args=(answering, sheet, key),
    )


def _open_dimension(answering: Answering, sheet: ResponseSheet, key: str) -> None:
    items = position.in_dimension(sheet, st.session_state[key])
    current = position.current_item(sheet)
    if items and answering.save_pending(current.id):
        position.go_to((position.first_open(sheet, items) or items[0]).id)
