"""What every figure has: a finding as heading, and one line on how to read it. Its numbers: `number_table`."""

import streamlit as st

from assessment.ui.markup import html_text


def figure_head(finding: str, reading: str = "") -> None:
    soft = f'<p class="soft">{html_text(reading)}</p>' if reading else ""
    st.html(f'<div class="ru ru-figure"><h2 class="ru-finding">{html_text(finding)}</h2>{soft}</div>')


def soft_line(text: str) -> None:
    """A line below a figure, or in its place."""
    st.html(f'<div class="ru"><p class="soft">{html_text(text)}</p></div>')
