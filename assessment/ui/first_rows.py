"""A long list begins with its first rows; the address says when the others are shown too."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

import streamlit as st

from assessment.ui.page import Page

FIRST: Final = 6
ALL: Final = "alla"
LAID_ASIDE: Final = "arkiv"  # the list of what is archived, below another
Row = TypeVar("Row")


def first_rows(here: Page, rows: Sequence[Row], *, name: str = ALL, key: str = "show-all") -> Iterator[Row]:
    """The rows to draw, and after the last of them a button for those that are left. `name` is said in the address."""
    everything = st.query_params.get(name) == "1" or len(rows) <= FIRST + 1
    shown = rows if everything else rows[:FIRST]
    yield from shown
    left = len(rows) - len(shown)
    if left:
        st.button(here.t("Show {number} more", number=left), key=key, type="tertiary", on_click=_show_all, args=(name,))


def _show_all(name: str) -> None:
    st.query_params[name] = "1"
