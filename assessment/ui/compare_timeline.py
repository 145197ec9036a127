"""Every dimension over time as lines, fetched when opened because Plotly is heavy."""

from collections.abc import Mapping

import streamlit as st

from assessment.domain.over_time import OverTime
from assessment.reporting.charts import chart_config
from assessment.reporting.compare_chart import timeline, timeline_frame
from assessment.ui.figure import soft_line
from assessment.ui.page import Page


def lines_over_time(here: Page, over: OverTime, names: Mapping[str, str]) -> None:
    with st.container(key="noprint-timeline"):
        fold = st.expander(
            here.t("Show the dimensions as lines over time"), type="compact", key="timeline", on_change="rerun"
        )
        if not fold.open:
            return
        frame = timeline_frame(over, names, here.language)
        with fold:
            soft_line(
                here.t(
                    "The line is the index of answered questions from 0 to 100, the dotted line the target. "
                    "The band shows how far open questions can move it."
                )
            )
            st.plotly_chart(
                timeline(frame, here.language, scheme="dark" if st.context.theme.type == "dark" else "light"),
                theme=None,
                key="timeline-chart",
                alt=here.t("The index of every dimension each time. The table above has the figures."),
                config=chart_config(here.t("Over time {name}", name=over.now.subject)),
            )
