"""Taking a step in the workshop: what every button of the room does, and what is said when it could not be done."""

from collections.abc import Callable
from typing import Any, Final, Literal

import streamlit as st

from assessment.domain.errors import AssessmentError
from assessment.domain.room import Room
from assessment.domain.workshop import Workshop
from assessment.ui.page import Page

VIEW: Final = "vy"
BIG_SCREEN: Final = "storbild"
REFUSED: Final = "workshop-refused"
Look = Literal["primary", "secondary", "tertiary"]
PRIMARY: Final[Look] = "primary"
SECONDARY: Final[Look] = "secondary"
Step = Callable[..., Workshop]


def take(here: Page, room: Room, step: Step, parameters: dict[str, Any]) -> None:
    """For `on_click`: take the step on the workshop as it was shown. A refusal is kept for `told_refusal`."""
    try:
        step(here.engine, here.viewer, room.workshop.id, version=room.workshop.version, **parameters)
    except AssessmentError as error:
        st.session_state[REFUSED] = here.language.explain(error)


def step_button(
    here: Page, room: Room, label: str, step: Step, *, key: str, look: Look = "secondary", **to: Any
) -> None:
    """A button that takes a step. `to` holds the step's own arguments."""
    st.button(label, key=key, type=look, on_click=take, args=(here, room, step, to))


def told_refusal() -> None:
    """Say once why the last step could not be taken."""
    refusal = st.session_state.pop(REFUSED, None)
    if refusal:
        st.error(refusal)


def item_key(name: str, room: Room, item_id: str) -> str:
    """The widget key of something that belongs to one item in one workshop."""
    return f"{name}:{room.workshop.id}:{item_id}"
