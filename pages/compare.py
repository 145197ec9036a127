"""Jämför: one subject over time, or several units side by side. Only questions that mean the same are compared."""

import streamlit as st

from assessment.services import subjects
from assessment.ui.compare_choice import TIME, chosen_view
from assessment.ui.compare_empty import nothing_at_all
from assessment.ui.compare_over_time import compare_over_time
from assessment.ui.compare_units import compare_units
from assessment.ui.page import page

here = page()
histories = subjects.all_histories(here.engine, here.viewer)
if not histories:
    nothing_at_all(here)
else:
    top = st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="noprint-compare-top"
    )
    with top:
        view = chosen_view(here)
    (compare_over_time if view == TIME else compare_units)(here, histories, top)
