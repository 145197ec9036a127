"""What every figure has: a finding as heading, one line on how to read it, and the same numbers as a table."""

import pandas as pd
import streamlit as st

from assessment.reporting.frames import titled
from assessment.ui.markup import html_text
from assessment.ui.page import Page


def figure_head(finding: str, reading: str = "") -> None:
    soft = f'<p class="soft">{html_text(reading)}</p>' if reading else ""
    st.html(f'<div class="ru ru-figure"><h2 class="ru-finding">{html_text(finding)}</h2>{soft}</div>')


def as_table(here: Page, frame: pd.DataFrame, *, key: str) -> None:
    """A closed fold with the numbers behind the figure."""
    with st.container(key=f"noprint-{key}"), st.expander(here.t("Show as a table"), type="compact", key=f"table-{key}"):
        st.table(titled(frame, here.language), border="horizontal", hide_index=True)
