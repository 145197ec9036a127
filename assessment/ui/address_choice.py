"""Choices that stand in the address, so that a reload, a link and the back button keep them."""

from collections.abc import Sequence
from typing import Any

import streamlit as st


def adopt(key: str, name: str, value: Any) -> None:
    """Give the widget with this key `value` when the address says something else under `name` than it last did."""
    seen = f"seen:{key}"
    if key not in st.session_state or st.session_state.get(seen) != st.query_params.get(name):
        st.session_state[key] = value
        st.session_state[seen] = st.query_params.get(name)


def keep(key: str, name: str, value: str | None) -> None:
    """Write what the widget with this key says into the address; None leaves it out."""
    if value and st.query_params.get(name) != value:
        st.query_params[name] = value
    elif not value:
        st.query_params.pop(name, None)
    st.session_state[f"seen:{key}"] = value or None


def asked(name: str, options: Sequence[str], usual: str) -> str:
    """The option that the address names, else the usual one."""
    found = st.query_params.get(name)
    return found if found is not None and found in options else usual
