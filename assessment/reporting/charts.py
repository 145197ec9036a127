"""DataFrame → Plotly figure, for what one explores. What must be read at once is drawn with `marks`."""

from html import escape
from typing import Any, Final

import pandas as pd
from plotly import graph_objects as go

from assessment.domain.checklist import LEVELS, TOP_LEVEL
from assessment.texts import labels
from assessment.texts.language import Language

SCHEMES: Final = {
    "light": {"ink": "#0D161D", "soft": "#4A5763", "hair": "#D3DADD", "paper": "#FFFFFF"},
    "dark": {"ink": "#EDF1F3", "soft": "#AAB6BF", "hair": "#36414A", "paper": "#14191E"},
}
BLUE, ORANGE, EDGE = "#3576AE", "#D46A0A", "#75828E"
FONT: Final = "'Public Sans', system-ui, sans-serif"
FEWEST_SPOKES: Final = 3  # with fewer, a radar is a line
ROW: Final = 56  # pixels for a dimension in the gap chart
TOP: Final = 96  # room for the steps, and above them for the button that takes the picture along
COLUMN_GAP: Final = 0.02
LEVEL: Final = 100 / TOP_LEVEL


def chart_config(filename: str) -> dict[str, Any]:
    """No tools but one: take the picture along."""
    return {
        "displaylogo": False,
        "responsive": True,
        "scrollZoom": False,
        "doubleClick": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": "png", "filename": filename, "scale": 2},
    }


def radar(profile: pd.DataFrame, language: Language, *, scheme: str) -> go.Figure:
    """`profile` is a `dimension_frame`. Index as a line, target dotted, the lowest level as a triangle."""
    names = [_spoke(dimension, row["dimension"], language) for dimension, row in profile.iterrows()]
    figure = go.Figure(layout=base_layout(scheme, height=440))
    target = _round(profile["target"])
    figure.add_scatterpolar(
        name=language.text("Target"),
        r=target,
        theta=_round(names),
        mode="lines",
        line={"color": SCHEMES[scheme]["ink"], "width": 3, "dash": "dot"},
        hoverinfo="skip",
    )
    figure.add_scatterpolar(
        name=language.text("Index"),
        r=_round(profile["index"]),
        theta=_round(names),
        mode="lines+markers",
        connectgaps=False,
        line={"color": BLUE, "width": 3},
        marker={"color": BLUE, "size": 11, "line": {"color": SCHEMES[scheme]["paper"], "width": 2}},
        text=_round([_spoke_words(row, language) for _, row in profile.iterrows()]),
        hovertemplate="%{text}<extra></extra>",
    )
    figure.add_scatterpolar(
        name=language.text("Lowest level"),
        r=[None if pd.isna(floor) else float(floor) * LEVEL for floor in profile["floor"]],
        theta=names,
        mode="markers",
        marker={"color": ORANGE, "size": 12, "symbol": "triangle-up"},
        hoverinfo="skip",
    )
    figure.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": -0.12, "font": {"size": 14}},
        polar=_polar(scheme),
        margin={"l": 72, "r": 72, "t": 40, "b": 40},
    )
    return figure


def _polar(scheme: str) -> dict[str, Any]:
    colours = SCHEMES[scheme]
    axis = {"gridcolor": colours["hair"], "linecolor": colours["hair"], "ticks": ""}
    return {
        "bgcolor": "rgba(0,0,0,0)",
        "angularaxis": axis | {"direction": "clockwise", "rotation": 90, "tickfont": {"size": 14}},
        "radialaxis": axis
        | {
            "range": [0, 100],
            "tickvals": [level * LEVEL for level in LEVELS],
            "ticktext": [str(level) for level in LEVELS],
            "angle": 60,
            "tickangle": 60,  # counted from the axis, so upright
            "tickfont": {"size": 14, "color": colours["soft"]},
        },
    }


def _round(values: Any) -> list[Any]:
    """The values once round, back to the first; None for what is not known."""
    listed = [None if pd.isna(value) else value for value in values]
    return [*listed, *listed[:1]]


def _spoke(dimension: Any, name: str, language: Language) -> str:
    short = labels.SHORT_DIMENSION.get(str(dimension))
    return escape(language.text(short) if short else name)


def _spoke_words(row: Any, language: Language) -> str:
    name = f"<b>{escape(row['dimension'])}</b>"
    if pd.isna(row["index"]):
        return name
    low, high, index = (round(row[key]) for key in ("low", "high", "index"))
    said = language.text("Index {index} of 100, between {low} and {high}.", index=index, low=low, high=high)
    return f"{name}<br>{escape(said)}"


def gap_chart(missing: pd.DataFrame, language: Language, *, scheme: str) -> go.Figure:
    """`missing` is a `missing_frame`. A column of bars for each step, a row for each dimension; hover lists the items.

    The names of the dimensions stand above their bars, so that a phone has room for them.
    """
    dimensions = list(dict.fromkeys(missing["dimension"]))
    steps = list(dict.fromkeys(missing["step"]))
    figure = go.Figure(layout=base_layout(scheme, height=ROW * len(dimensions) + TOP))
    longest = max(1, int(missing["gap"].max())) * 1.3  # room for the number beside the bar
    width = (1 - COLUMN_GAP * (len(steps) - 1)) / len(steps)
    for place, step in enumerate(steps):
        left = place * (width + COLUMN_GAP)
        axis = "" if place == 0 else str(place + 1)
        figure.add_trace(_bars(missing[missing["step"] == step], axis, language, scheme=scheme))
        figure.update_layout({f"xaxis{axis}": _hidden_axis() | {"range": [0, longest], "domain": [left, left + width]}})
        figure.add_annotation(
            _note(step.replace(" ", "<br>", 1), scheme, size=12, x=left, y=1, yref="paper", yshift=44)
        )
    for dimension in dimensions:
        figure.add_annotation(_note(escape(dimension), scheme, x=0, y=dimension, yref="y", yshift=25))
    figure.update_layout(
        yaxis=_hidden_axis() | {"categoryorder": "array", "categoryarray": dimensions[::-1]},
        margin={"l": 0, "r": 0, "t": TOP, "b": 0},
        bargap=0.6,
    )
    return figure


def _bars(rows: pd.DataFrame, axis: str, language: Language, *, scheme: str) -> go.Bar:
    colours = SCHEMES[scheme]
    hover = [
        f"<b>{escape(name)}, {escape(step)}</b><br>{escape(questions).replace(chr(10), '<br>')}"
        for name, step, questions in zip(rows["dimension"], rows["step"], rows["questions"], strict=True)
    ]
    return go.Bar(
        x=[int(gap) for gap in rows["gap"]],
        y=list(rows["dimension"]),
        orientation="h",
        xaxis=f"x{axis}",
        text=[language.number(int(gap)) for gap in rows["gap"]],
        textposition="outside",
        textfont={"color": [colours["ink"] if gap else colours["soft"] for gap in rows["gap"]]},
        cliponaxis=False,
        marker={"color": ORANGE, "line": {"width": 0}},
        hovertext=hover,
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _hidden_axis() -> dict[str, Any]:
    return {"visible": False, "fixedrange": True}


def _note(text: str, scheme: str, *, size: int = 14, **place: Any) -> dict[str, Any]:
    colours = SCHEMES[scheme]
    shape = {"showarrow": False, "align": "left", "xanchor": "left", "yanchor": "middle", "xref": "paper"}
    return {"text": text, "font": {"size": size, "color": colours["ink"]}} | shape | place


def base_layout(scheme: str, *, height: int) -> dict[str, Any]:
    """The paper has a colour of its own, so that a picture taken along can be read anywhere."""
    colours = SCHEMES[scheme]
    return {
        "font": {"family": FONT, "size": 15, "color": colours["ink"]},
        "separators": ",\u00a0",
        "paper_bgcolor": colours["paper"],
        "plot_bgcolor": "rgba(0,0,0,0)",
        "height": height,
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {
            "bgcolor": colours["paper"],
            "bordercolor": EDGE,
            "align": "left",
            "font": {"family": FONT, "size": 14, "color": colours["ink"]},
        },
    }
