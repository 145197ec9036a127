"""What one may explore: radar and gap chart, fetched when opened because Plotly is heavy."""

import pandas as pd
import streamlit as st

from assessment.domain.report import AssessmentReport
from assessment.reporting import charts
from assessment.reporting.frames import dimension_frame
from assessment.reporting.missing_levels import missing_frame, missing_table
from assessment.ui.markup import html_text
from assessment.ui.number_table import number_table
from assessment.ui.page import Page

RADAR_COLUMNS = ("dimension", "index", "floor", "target")


def result_charts(here: Page, report: AssessmentReport) -> None:
    with st.container(key="noprint-charts"):
        if sum(score.index is not None for score in report.dimensions.values()) > 2:
            _radar(here, report)
        if report.gaps:
            _gap_chart(here, report)


def _scheme() -> str:
    return "dark" if st.context.theme.type == "dark" else "light"


def _radar(here: Page, report: AssessmentReport) -> None:
    fold = st.expander(here.t("Show the profile as a radar chart"), type="compact", key="radar", on_change="rerun")
    if not fold.open:
        return
    profile = dimension_frame(report, here.language)
    with fold:
        _reading(here.t("Each spoke is a dimension, from 0 in the middle to 4. The dotted line is the target."))
        st.plotly_chart(
            charts.radar(profile, here.language, scheme=_scheme()),
            theme=None,
            key="radar-chart",
            alt=_radar_words(here, profile),
            config=charts.chart_config(here.t("Radar chart {name}", name=report.assessment.name)),
        )
        number_table(here, profile[list(RADAR_COLUMNS)])


def _radar_words(here: Page, profile: pd.DataFrame) -> str:
    return " ".join(
        here.t("{dimension}: index {index}.", dimension=name, index=round(index))
        for name, index in zip(profile["dimension"], profile["index"], strict=True)
        if pd.notna(index)
    )


def _gap_chart(here: Page, report: AssessmentReport) -> None:
    fold = st.expander(here.t("Show how many levels are missing"), type="compact", key="gap-chart", on_change="rerun")
    if not fold.open:
        return
    missing = missing_frame(report, here.language)
    with fold:
        _reading(
            here.t("A bar is the levels that are missing to the targets. Point at it to read which questions it holds.")
        )
        st.plotly_chart(
            charts.gap_chart(missing, here.language, scheme=_scheme()),
            theme=None,
            key="gap-chart-chart",
            alt=here.n(
                "One level is missing in all. The table below says where.",
                "{number} levels are missing in all. The table below says where.",
                int(missing["gap"].sum()),
            ),
            config=charts.chart_config(here.t("Missing levels {name}", name=report.assessment.name)),
        )
        number_table(here, missing_table(report, here.language))


def _reading(text: str) -> None:
    st.html(f'<div class="ru"><p class="soft">{html_text(text)}</p></div>')
