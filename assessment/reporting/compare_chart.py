"""The index of every dimension over time, with its interval: DataFrame and Plotly figure."""

from collections.abc import Mapping
from html import escape
from typing import Any, Final

import pandas as pd
from plotly import graph_objects as go

from assessment.domain.over_time import OverTime
from assessment.reporting.charts import BLUE, SCHEMES, base_layout
from assessment.reporting.compare_frames import dimension_name
from assessment.texts.language import STOCKHOLM, Language

PANEL: Final = 160  # pixels for a dimension
GAP: Final = 0.24  # of a panel, for its name
FOOT: Final = 32
BAND: Final = "rgba(53,118,174,0.25)"
TIMELINE: Final = ("dimension", "moment", "at", "index", "low", "high", "target")


def timeline_frame(over: OverTime, names: Mapping[str, str], language: Language) -> pd.DataFrame:
    """One row per dimension and moment. `at` is the day; `index`, `low`, `high` and `target` are 0–100."""
    rows = []
    for dimension in over.comparison.compared_dimensions:
        for one in over.assessments:
            score = over.comparison.dimensions[one.id][dimension]
            assert score.index is not None, "compared items apply"
            day = one.created_at.astimezone(STOCKHOLM).date()
            values = (score.index.point, score.index.low, score.index.high, score.target_index)
            rows.append((dimension_name(over.comparison, dimension, language), names[one.id], day, *values))
    return pd.DataFrame(rows, columns=list(TIMELINE))


def timeline(frame: pd.DataFrame, language: Language, *, scheme: str) -> go.Figure:
    """`frame` is a `timeline_frame`. A panel below the other for each dimension, the days under the last."""
    dimensions = list(dict.fromkeys(frame["dimension"]))
    figure = go.Figure(layout=base_layout(scheme, height=PANEL * len(dimensions) + FOOT))
    height = 1 / len(dimensions)
    for place, dimension in enumerate(dimensions):
        top = 1 - place * height
        axis = "" if place == 0 else str(place + 1)
        rows = frame[frame["dimension"] == dimension]
        for trace in _traces(rows, axis, language, scheme=scheme):
            figure.add_trace(trace)
        figure.update_layout({f"yaxis{axis}": _level_axis(scheme) | {"domain": [top - height, top - GAP * height]}})
        name = {"text": f"<b>{escape(dimension)}</b>", "font": {"size": 14, "color": SCHEMES[scheme]["ink"]}}
        spot = {"x": 0, "y": top, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "top"}
        figure.add_annotation(name | spot | {"showarrow": False})
    figure.update_layout(xaxis=_day_axis(frame, scheme, anchor=f"y{len(dimensions)}" if len(dimensions) > 1 else "y"))
    figure.update_layout(margin={"l": 8, "r": 24, "t": 44, "b": FOOT})
    return figure


def _traces(rows: pd.DataFrame, axis: str, language: Language, *, scheme: str) -> list[go.Scatter]:
    days, place = list(rows["at"]), {"yaxis": f"y{axis}"}
    colours = SCHEMES[scheme]
    band = {"mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
    said = [_said(row, language) for row in rows.to_dict("records")]
    return [
        go.Scatter(x=days, y=list(rows["low"]), **band, **place),
        go.Scatter(x=days, y=list(rows["high"]), **band, fill="tonexty", fillcolor=BAND, **place),
        go.Scatter(
            x=days,
            y=list(rows["target"]),
            mode="lines",
            line={"color": colours["ink"], "width": 2, "dash": "dot"},
            hoverinfo="skip",
            **place,
        ),
        go.Scatter(
            x=days,
            y=[None if pd.isna(value) else value for value in rows["index"]],
            mode="lines+markers+text",
            connectgaps=False,
            line={"color": BLUE, "width": 3},
            marker={"color": BLUE, "size": 11, "line": {"color": colours["paper"], "width": 2}},
            text=["" if pd.isna(value) else str(round(value)) for value in rows["index"]],
            textposition="bottom center",
            textfont={"size": 13, "color": colours["ink"]},
            cliponaxis=False,
            hovertext=said,
            hovertemplate="%{hovertext}<extra></extra>",
            **place,
        ),
    ]


def _said(row: Mapping[Any, Any], language: Language) -> str:
    low, high = round(row["low"]), round(row["high"])
    if pd.isna(row["index"]):
        told = language.text("No index yet, between {low} and {high}.", low=low, high=high)
    else:
        index = round(row["index"])
        told = language.text("Index {index} of 100, between {low} and {high}.", index=index, low=low, high=high)
    return f"<b>{escape(row['moment'])}</b><br>{escape(told)}"


def _level_axis(scheme: str) -> dict[str, Any]:
    hair = SCHEMES[scheme]["hair"]
    return {
        "range": [-14, 106],
        "tickvals": [0, 50, 100],
        "showticklabels": False,
        "gridcolor": hair,
        "zeroline": False,
    } | {"fixedrange": True}


def _day_axis(frame: pd.DataFrame, scheme: str, *, anchor: str) -> dict[str, Any]:
    known = dict(zip(frame["at"], frame["moment"], strict=True))
    return {
        "anchor": anchor,
        "tickvals": list(known),
        "ticktext": [escape(name) for name in known.values()],
        "tickfont": {"size": 13, "color": SCHEMES[scheme]["soft"]},
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "automargin": True,
    }
