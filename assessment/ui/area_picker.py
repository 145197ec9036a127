"""The six dimensions with how far each has come; choosing one goes to its first unanswered item.

The figures are drawn by the stylesheet from variables that come with the receipt. So an answer brings them up to date
without drawing the picker again, which would cost more than the answer itself.
"""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from assessment.services.responses import ResponseSheet
from assessment.texts import labels
from assessment.ui import position
from assessment.ui.answering import Answering

KEY: Final = "dimension"


def area_picker(answering: Answering, sheet: ResponseSheet) -> None:
    here = answering.here
    key = f"{KEY}:{here.language.code}"
    st.session_state[key] = position.current_item(sheet).dimension
    st.segmented_control(
        here.t("Dimension"),
        asked_dimensions(sheet),
        format_func=lambda chosen: f"**{here.t(labels.SHORT_DIMENSION.get(str(chosen), str(chosen)))}**",
        key=key,
        label_visibility="collapsed",
        width="stretch",
        wrap=False,
        required=True,
        on_change=_open_dimension,
        args=(answering, sheet, key),
    )


def asked_dimensions(sheet: ResponseSheet) -> list[str]:
    """The dimensions with asked items, in the checklist's order."""
    asked = {item.dimension for item in sheet.items}
    return [term.id for term in sheet.checklist.dimensions if term.id in asked]


def progress_style(answering: Answering, sheet: ResponseSheet) -> str:
    """*2 av 9* for each dimension, as variables for the stylesheet."""
    figures = []
    for place, dimension in enumerate(asked_dimensions(sheet), start=1):
        items = position.in_dimension(sheet, dimension)
        answered = sum(position.is_answered(sheet, item) for item in items)
        said = answering.here.t("{answered} of {asked}", answered=answered, asked=len(items))
        figures.append(f'--ru-area-{place}:"{said}"')
    # Not on :root, which would make the browser work out the style of the whole page anew
    return f"<style>[class*=st-key-{KEY}-]{{{';'.join(figures)}}}</style>"


def _open_dimension(answering: Answering, sheet: ResponseSheet, key: str) -> None:
    fresh = answering.sheet(sheet.assessment.id)
    items = position.in_dimension(fresh, st.session_state[key])
    if items:
        go_on(answering, fresh, position.shown_items(), (position.first_open(fresh, items) or items[0]).id)


def go_on(answering: Answering, sheet: ResponseSheet, leaving: Sequence[str], to: str) -> None:
    """Go to an item, but only when everything written in the items that are left is on disk."""
    asked = {item.id for item in sheet.items}
    if all(answering.save_pending(item) for item in leaving if item in asked):
        position.go_to(to)
