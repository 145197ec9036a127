"""The way to the target as a Plotly figure: the index after each half-year, with its interval."""

from typing import Any

import pandas as pd
from plotly import graph_objects as go

from assessment.domain.checklist import LEVELS
from assessment.reporting.charts import BLUE, EDGE, FONT, LEVEL, SCHEMES
from assessment.texts.language import Language

HEIGHT = 360
BAND = "rgba(163,202,230,.45)"  # level 2's blue, so that the grid shows through


def route_chart(stages: pd.DataFrame, language: Language, *, scheme: str) -> go.Figure:
    """`stages` is a `stage_frame`. The index as a line, its interval as a band, the target dotted."""
    colours = SCHEMES[scheme]
    moments = list(stages.index)
    figure = go.Figure(layout=_layout(scheme))
    if (stages["high"] > stages["low"]).any():
        _band(figure, moments, stages)
    figure.add_scatter(
        x=moments,
        y=list(stages["target"]),
        mode="lines",
        line={"color": colours["ink"], "width": 3, "dash": "dot"},
        hoverinfo="skip",
    )
    figure.add_scatter(
        x=moments,
        y=list(stages["index"]),
        mode="lines+markers+text",
        text=[language.number(round(index)) for index in stages["index"]],
        textposition="bottom center",
        textfont={"size": 15, "color": colours["ink"]},
        line={"color": BLUE, "width": 3},
        marker={"color": BLUE, "size": 13, "line": {"color": colours["paper"], "width": 2}},
        hovertext=[_hover(row, language) for _, row in stages.iterrows()],
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
    )
    figure.add_annotation(
        text=language.text("Target {target}", target=round(stages["target"].iloc[0])),
        x=0,
        xref="paper",
        y=stages["target"].iloc[0],
        xanchor="left",
        yanchor="bottom",
        yshift=3,
        showarrow=False,
        font={"size": 14, "color": colours["ink"]},
    )
    return figure


def _band(figure: go.Figure, moments: list[str], stages: pd.DataFrame) -> None:
    common: dict[str, Any] = {"x": moments, "mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
    figure.add_scatter(y=list(stages["low"]), **common)
    figure.add_scatter(y=list(stages["high"]), fill="tonexty", fillcolor=BAND, **common)


def _hover(row: Any, language: Language) -> str:
    low, high, index = (round(row[key]) for key in ("low", "high", "index"))
    said = language.text("Index {index} of 100, between {low} and {high}.", index=index, low=low, high=high)
    return f"<b>{row['half_year']}</b><br>{said}"


def _layout(scheme: str) -> dict[str, Any]:
    colours = SCHEMES[scheme]
    axis = {"gridcolor": colours["hair"], "zeroline": False, "ticks": "", "fixedrange": True, "automargin": True}
    axis["tickfont"] = {"size": 14, "color": colours["soft"]}
    return {
        "font": {"family": FONT, "size": 15, "color": colours["ink"]},
        "paper_bgcolor": colours["paper"],
        "plot_bgcolor": "rgba(0,0,0,0)",
        "height": HEIGHT,
        "margin": {"l": 0, "r": 24, "t": 40, "b": 8},
        "showlegend": False,
        "dragmode": False,
        "xaxis": axis | {"type": "category", "showgrid": False},
        "yaxis": axis | {"range": [0, 102], "tickvals": [level * LEVEL for level in LEVELS]},
        "hoverlabel": {
            "bgcolor": colours["paper"],
            "bordercolor": EDGE,
            "align": "left",
            "font": {"family": FONT, "size": 14, "color": colours["ink"]},
        },
    }
