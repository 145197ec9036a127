"""Report → DataFrames, the one source of every number in charts, tables and workbook.

Columns are machine keys, named for people by `headings.titled`. Ids stand in the index where a row has one. What is not
known is NA and never 0.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

import pandas as pd

from assessment.domain.checklist import LEVELS, Term, term
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemResult, ItemState, Score
from assessment.reporting.columns import frame_of
from assessment.reporting.headings import HEADINGS, OWN, heading, titled
from assessment.reporting.item_frames import (
    gap_frame,
    open_frame,
    participant_names,
    rank_reason,
    response_frame,
    role_names,
)
from assessment.reporting.people_frames import (
    disagreement_frame,
    rests_frame,
    settled_frame,
    unknown_frame,
    unknown_item_frame,
)
from assessment.texts.language import Language

__all__ = [
    "HEADINGS",
    "dimension_frame",
    "disagreement_frame",
    "distribution_frame",
    "gap_frame",
    "heading",
    "map_frame",
    "open_frame",
    "participant_names",
    "rank_reason",
    "response_frame",
    "rests_frame",
    "role_names",
    "settled_frame",
    "step_frame",
    "titled",
    "unknown_frame",
    "unknown_item_frame",
]

SCORE_KEYS: Final = (
    *("items", "answered", "at_target", "index", "low", "high"),
    *("floor", "floor_low", "floor_high", "target", "coverage"),
)
SIGNS: Final = {ItemState.UNKNOWN: "?", ItemState.UNANSWERED: "·", ItemState.NOT_APPLICABLE: "–"}


def dimension_frame(report: AssessmentReport, language: Language) -> pd.DataFrame:
    """One row per dimension, its id as index. `index`, `low`, `high` and `target` are 0–100, `coverage` 0–1."""
    return _score_frame("dimension", report.checklist.dimensions, report.dimensions, language)


def step_frame(report: AssessmentReport, language: Language) -> pd.DataFrame:
    """One row per step, otherwise like `dimension_frame`."""
    return _score_frame("step", report.checklist.steps, report.steps, language)


def _score_frame(part: str, terms: Iterable[Term], scores: Mapping[str, Score], language: Language) -> pd.DataFrame:
    chosen = [one for one in terms if one.id in scores]
    rows = [{part: language.of(one.name), **_score_row(scores[one.id])} for one in chosen]
    return frame_of(rows, (part, *SCORE_KEYS), ids=[one.id for one in chosen])


def _score_row(score: Score) -> dict[str, object]:
    index, floor = score.index, score.floor
    return {
        "items": len(score.applicable),
        "answered": len(score.rated),
        "at_target": len(score.at_target),
        "index": index and index.point,
        "low": index and index.low,
        "high": index and index.high,
        "floor": floor and floor.level,
        "floor_low": floor and floor.low,
        "floor_high": floor and floor.high,
        "target": score.target_index if index else None,
        "coverage": index and index.coverage,
    }


def map_frame(report: AssessmentReport, language: Language) -> pd.DataFrame:
    """Dimensions by steps. A cell lists its items: a level, ? don't know, · unanswered, – not applicable."""
    steps = [step for step in report.checklist.steps if step.id in report.steps]
    dimensions = [dimension for dimension in report.checklist.dimensions if dimension.id in report.dimensions]
    rows = [
        {"dimension": language.of(dimension.name)}
        | {step.id: " ".join(map(_sign, report.cell(dimension.id, step.id))) for step in steps}
        for dimension in dimensions
    ]
    frame = frame_of(rows, ("dimension", *(step.id for step in steps)), ids=[one.id for one in dimensions])
    frame.attrs[OWN] = {step.id: language.of(step.name) for step in steps}
    return frame


def _sign(result: ItemResult) -> str:
    return SIGNS.get(result.state, str(result.level))


def distribution_frame(report: AssessmentReport, language: Language) -> pd.DataFrame:
    """How many items of each dimension stand at each level, 4 first, and in each other state."""
    keys = [f"level_{level}" for level in reversed(LEVELS)]
    rows = []
    for dimension, score in report.dimensions.items():
        counts = Counter(
            f"level_{one.level}" if one.state is ItemState.RATED else one.state.value for one in score.items
        )
        name = language.of(term(report.checklist.dimensions, dimension).name)
        rows.append({"dimension": name} | {key: counts[key] for key in (*keys, *(state.value for state in SIGNS))})
    frame = frame_of(rows, ("dimension", *keys, *(state.value for state in SIGNS)), ids=list(report.dimensions))
    frame.attrs[OWN] = {f"level_{level}": f"{level} {language.of(report.checklist.scale[level])}" for level in LEVELS}
    return frame
