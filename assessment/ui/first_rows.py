"""A long list begins with its first rows; the address says when the others are shown too."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

import streamlit as st

from assessment.ui.page import Page

FIRST: Final = 6
ALL: Final = "alla"
Row = TypeVar("Row")


def first_rows(here: Page, rows: Sequence[Row]) -> Iterator[Row]:
    """The rows to draw, and after the last of them a button for those that are left."""
    everything = st.query_params.get(ALL) == "1" or len(rows) <= FIRST + 1
    shown = rows if everything else rows[:FIRST]
    yield from shown
    left = len(rows) - len(shown)
    if left:
        st.button(here.t("Show {number} more", number=left), key="show-all", type="tertiary", on_click=_show_all)


def _show_all() -> None:
    st.query_params[ALL] = "1"
