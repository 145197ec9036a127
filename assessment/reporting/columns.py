"""The kinds of the columns that frames are made of. What is not known is NA and never 0."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from assessment.domain.checklist import LEVELS
from assessment.domain.scoring import ItemState

WHOLE: Final = frozenset(
    {"items", "answered", "at_target", "floor", "floor_low", "floor_high", "rank", "level", "gap", "raters"}
    | {"unknown_count", "answers", "agreed_level", "level_low", "level_high", "dissent"}
    | {*(state.value for state in ItemState)}
    | {f"level_{level}" for level in LEVELS}
)
SHARES: Final = frozenset({"index", "low", "high", "coverage", "deviation", "unknown_share"})
COUNTED: Final = ("role:", "unknown:", "votes:")  # keys of the checklist's own parts
MOMENTS: Final = frozenset({"evidence_at", "answered_at", "settled_at"})


def frame_of(
    rows: Sequence[Mapping[str, object]], keys: Sequence[str], *, ids: Sequence[str] | None = None
) -> pd.DataFrame:
    """A frame with these columns in this order, also when there are no rows; NA for what is not known."""
    columns = {key: [row[key] for row in rows] for key in keys}
    frame = pd.DataFrame({key: _series(key, values) for key, values in columns.items()})
    return frame if ids is None else frame.set_axis(pd.Index(ids, name="id"), axis="index")


def _series(key: str, values: list[Any]) -> "pd.Series[Any]":
    if key in WHOLE or key.startswith(COUNTED):
        return pd.Series(values, dtype="Int64")
    if key in SHARES:
        return pd.Series(values, dtype="float64")
    if key == "target":  # a level, or an index where dimensions and steps are summed up
        return pd.to_numeric(pd.Series(values, dtype=object))
    if key in MOMENTS:
        return pd.to_datetime(pd.Series(values, dtype=object), utc=True)
    return pd.Series(values, dtype=object)
