"""A comparison of units → DataFrames. Names are what the caller calls the units, so hidden ones stay hidden."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from assessment.domain.comparison import Comparison
from assessment.domain.unit_spread import item_spreads
from assessment.reporting.columns import frame_of
from assessment.reporting.compare_frames import dimension_name, level_or_state, named, score_row
from assessment.texts.language import Language

TOTALS: Final = ("index", "low", "high", "floor", "at_target", "items", "answered")
UNIT, INDEX = "unit:", "index:"  # followed by a number: an id would tell whose column it is


def unit_frame(
    comparison: Comparison, ids: Sequence[str], names: Mapping[str, str], language: Language
) -> pd.DataFrame:
    """One row per unit in this order: the whole, then the index of each dimension."""
    dimensions = comparison.compared_dimensions
    rows = [
        {"unit": names[id_]}
        | {key: value for key, value in score_row(comparison.totals[id_]).items() if key in TOTALS}
        | {f"{INDEX}{one}": score_row(comparison.dimensions[id_][one])["index"] for one in dimensions}
        for id_ in ids
    ]
    frame = frame_of(rows, ("unit", *TOTALS, *(f"{INDEX}{one}" for one in dimensions)))
    own = {f"{INDEX}{one}": dimension_name(comparison, one, language) for one in dimensions}
    return named(frame, language, unit=language.text("Unit"), **own)


def unit_item_frame(
    comparison: Comparison, ids: Sequence[str], names: Mapping[str, str], language: Language
) -> pd.DataFrame:
    """One row per compared item with each unit's level, or its state in words; the widest apart first."""
    places = {item.id: place for place, item in enumerate(comparison.items)}
    spreads = {one.item.id: one.steps for one in item_spreads(comparison)}
    ordered = sorted(comparison.items, key=lambda item: -spreads.get(item.id, -1))
    rows = [
        {
            "item_id": item.id,
            "dimension": dimension_name(comparison, item.dimension, language),
            "question": language.of(item.question),
            "steps": spreads.get(item.id),
        }
        | {
            f"{UNIT}{place}": level_or_state(comparison.results[id_][places[item.id]], language)
            for place, id_ in enumerate(ids)
        }
        for item in ordered
    ]
    own = {f"{UNIT}{place}": names[id_] for place, id_ in enumerate(ids)}
    frame = frame_of(rows, ("item_id", "dimension", "question", "steps", *own))
    return named(frame, language, steps=language.text("Levels apart"), **own)
