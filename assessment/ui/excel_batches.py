"""What files have changed, and the way back."""

from typing import Final

import streamlit as st

from assessment.domain.errors import AssessmentError
from assessment.domain.plan_batch import Batch, Undone
from assessment.services import plan_files
from assessment.texts import labels
from assessment.ui.markup import html_text, markdown_text
from assessment.ui.page import Page

LATEST: Final = "excel-batch"  # the batch that was just brought in
TOLD: Final = "excel-told"  # what became of an undo, in words
MOST: Final = 5


def tell_brought_in(batch: str) -> None:
    """Remember what to tell above the next file."""
    st.session_state[LATEST] = batch
    st.session_state.pop(TOLD, None)


def excel_batches(here: Page, assessment_id: str) -> None:
    """The one just brought in first, then those before it, each with a button that takes it back."""
    told: str = st.session_state.pop(TOLD, "")
    if told:
        st.html(f'<div class="ru" role="status"><p>{html_text(told)}</p></div>')
    found = plan_files.batches(here.engine, here.viewer, assessment_id)
    latest = next((one for one in found if one.id == st.session_state.get(LATEST)), None)
    if latest is not None and not latest.undone:
        _batch(here, latest, here.n("One change is brought in.", "{number} changes are brought in.", latest.changes))
    earlier = [one for one in found if one is not latest and not one.undone][:MOST]
    if earlier:
        with st.expander(here.t("Brought in earlier"), key="excel-earlier"):
            for one in earlier:
                _batch(here, one, _told(here, one))


def _told(here: Page, one: Batch) -> str:
    number = here.n("one change", "{number} changes", one.changes)
    return ", ".join(filter(None, (here.when(one.at), one.by, number)))


def _batch(here: Page, one: Batch, said: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"row-tight-{one.id}"):
        st.html(f'<div class="ru" role="status"><p>{html_text(said)}</p></div>', width="content")
        if not st.button(here.t("Take back"), key=f"excel-undo-{one.id}"):
            return
    try:
        undone = plan_files.undo(here.engine, here.viewer, one.id)
    except AssessmentError as error:
        st.error(markdown_text(here.language.explain(error)))
        return
    st.session_state[TOLD] = _undone(here, undone)
    st.rerun()


def _undone(here: Page, undone: Undone) -> str:
    lines = [here.n("One change is taken back.", "{number} changes are taken back.", undone.restored)]
    if undone.stayed:
        lines.append(here.t("This was changed since, and stays as it is:"))
    for one in undone.stayed:
        field = here.t(labels.PLAN_FIELD[one.field]) if one.field else here.t("the whole action")
        lines.append(f"{one.title} – {field}")
    return "\n".join(lines)
