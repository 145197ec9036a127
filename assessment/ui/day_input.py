"""A field for a day, which may be left empty."""

from datetime import date
from typing import Final

import streamlit as st

# Wider than any day that can be meant. What lies outside, Streamlit tells in English; what lies within and cannot be
# meant is told by our own errors, in the visitor's language, when it is saved.
FIRST: Final = date(1000, 1, 1)
LAST: Final = date(2999, 12, 31)


def day_input(label: str, value: date | None, *, key: str, hint: str | None = None) -> date | None:
    return st.date_input(label, value, format="YYYY-MM-DD", key=key, min_value=FIRST, max_value=LAST, help=hint)
