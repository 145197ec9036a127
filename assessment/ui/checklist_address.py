"""What is open on Checklistor. The address says it, so that a reload, a link and the way back keep it."""

from collections.abc import Iterable
from typing import Final

import streamlit as st

from assessment.domain.checklist_version import ChecklistVersion

VERSION: Final = "version"
OPEN: Final = "fil"
IN: Final = "in"
NEW: Final = "egen"
QUESTION: Final = "fraga"
DONE: Final = "checklist-done"  # in the session: what has just been done, in words, told once


def opened(versions: Iterable[ChecklistVersion]) -> ChecklistVersion | None:
    asked = st.query_params.get(VERSION)
    return next((one for one in versions if one.address == asked), None)


def open_version(address: str | None) -> None:
    """For `on_click`; None goes back to the list."""
    if address is None:
        st.query_params.pop(VERSION, None)
    else:
        st.query_params[VERSION] = address


def open_file() -> None:
    """For `on_click`: the dialogue that takes a file."""
    st.query_params.pop(NEW, None)
    st.query_params[OPEN] = IN


def open_question() -> None:
    """For `on_click`: the dialogue in which a question is written."""
    st.query_params.pop(OPEN, None)
    st.query_params[NEW] = QUESTION


def close() -> None:
    """For `on_dismiss`: no dialogue is open."""
    st.query_params.pop(OPEN, None)
    st.query_params.pop(NEW, None)


def tell(said: str) -> None:
    """Close the dialogue, and say this when the page is drawn next."""
    close()
    st.session_state[DONE] = said


def told() -> str:
    """What was to be said, once."""
    said: str = st.session_state.pop(DONE, "")
    return said
