"""Whether the new thing of an open dialogue has been added: a second click on the button adds it no second time."""

from dataclasses import dataclass

import streamlit as st


@dataclass(slots=True)
class Making:
    """One object, because Streamlit may stop a run wherever its state is touched.

    A second click must not come between the adding and the note that it is done.
    """

    added: bool = False


def begin(name: str) -> None:
    """When a dialogue of this name is opened for something new."""
    st.session_state[_key(name)] = Making()


def making(name: str) -> Making:
    found: Making = st.session_state.setdefault(_key(name), Making())
    return found


def _key(name: str) -> str:
    return f"making-{name}"
