"""A route as DataFrames: what is done when, where that takes you, and what stays when the points are wrong.

For screen, paper and workbook alike. Columns have headings of their own, in `attrs`, beside the common ones.
"""

from collections.abc import Iterator
from typing import Final

import pandas as pd

from assessment.domain.cheapest_path import CheapestPath
from assessment.domain.prospect import Shift
from assessment.domain.report import AssessmentReport
from assessment.domain.route import Leg, Route, Stage
from assessment.domain.scoring import ItemResult, Score, score
from assessment.domain.stable_core import StableCore, Steadiness
from assessment.reporting.columns import frame_of
from assessment.reporting.findings import capital
from assessment.reporting.headings import OWN
from assessment.reporting.item_frames import item_row
from assessment.reporting.route_words import half_year_words, leg_words, month_words, reason_words
from assessment.texts import labels
from assessment.texts.language import Language

ROUTE_KEYS: Final = (
    *("half_year", "due", "item_id", "dimension", "action", "question", "before", "after", "target"),
    *("points", "effort", "lift", "reason"),
)
STAGE_KEYS: Final = ("half_year", "spent", "at_target", "index", "low", "high", "target", "floor")
CORE_KEYS: Final = ("action", "cases", "lowest", "highest")


def route_frame(report: AssessmentReport, route: Route, language: Language) -> pd.DataFrame:
    """One row for each item and half-year in which it is worked on, in the order of the work. `due` is a date."""
    results = {one.item.id: one for one in route.path.results}
    rows = [
        {"half_year": capital(half_year_words(stage.half_year, language)), "due": stage.half_year.last_day}
        | _leg_row(report, route, leg, results[leg.item_id], language)
        for stage in route.stages
        for leg in stage.legs
    ]
    frame = frame_of(rows, ROUTE_KEYS)
    frame.attrs[OWN] = {
        "half_year": language.text("Half-year"),
        "due": language.text("Done by"),
        "before": language.text("From level"),
        "after": language.text("To level"),
        "points": language.text("Points"),
        "lift": language.text("Lift"),
        "reason": language.text("Why"),
    }
    return frame


def _leg_row(
    report: AssessmentReport, route: Route, leg: Leg, result: ItemResult, language: Language
) -> dict[str, object]:
    item = result.item
    return item_row(item, report, language) | {
        "action": language.of(item.action),
        "before": leg.before,
        "after": leg.after,
        "target": result.target,
        "points": leg.points,
        "effort": language.text(labels.EFFORT[item.effort]),
        "lift": leg_words(leg, language),
        "reason": reason_words(route.lifts[leg.item_id], route.path, language),
    }


def stage_frame(route: Route, language: Language) -> pd.DataFrame:
    """One row for now and one for each half-year. `spent` is all points until then; the indexes are 0–100.

    The rows have the same open questions, so only what is lifted moves the index. Their index is a short name.
    """
    rows = list(_stage_rows(route, language))
    moments = [month_words(stage.half_year, language) for stage in route.stages]
    frame = frame_of(rows, STAGE_KEYS, ids=[language.text("Now"), *moments])
    frame.attrs[OWN] = {"half_year": language.text("After"), "spent": language.text("Points so far")}
    return frame


def _stage_rows(route: Route, language: Language) -> Iterator[dict[str, object]]:
    yield {"half_year": language.text("Now"), "spent": 0} | _standing(score(route.path.results))
    spent = 0
    for stage in route.stages:
        spent += stage.phase.points
        name = capital(half_year_words(stage.half_year, language))
        yield {"half_year": name, "spent": spent} | _standing(stage.score)


def _standing(one: Score) -> dict[str, object]:
    index, lowest = one.index, one.floor
    return {
        "at_target": len(one.at_target),
        "index": index and index.point,
        "low": index and index.low,
        "high": index and index.high,
        "target": one.target_index if index else None,
        "floor": lowest and lowest.level,
    }


def stage_shifts(report: AssessmentReport, stage: Stage) -> dict[str, Shift]:
    """Each dimension now and as it is expected to be after the half-year."""
    return {
        dimension: Shift(now, score(one for one in stage.results if one.item.dimension == dimension))
        for dimension, now in report.dimensions.items()
    }


def core_frame(path: CheapestPath, core: StableCore, language: Language) -> pd.DataFrame:
    """What is lifted in all the tried cases first, then what is lifted in some. Ids of items as index."""
    results = {one.item.id: one for one in path.results}
    found = (*core.always, *core.sometimes)
    rows = [_core_row(one, results[one.item_id], language) for one in found]
    frame = frame_of(rows, CORE_KEYS, ids=[one.item_id for one in found])
    frame.attrs[OWN] = {
        "cases": language.text("In the path in, of {cases} cases", cases=core.cases),
        "lowest": language.text("To level, at least"),
        "highest": language.text("To level, at most"),
    }
    return frame


def _core_row(one: Steadiness, result: ItemResult, language: Language) -> dict[str, object]:
    action = language.of(result.item.action)
    return {"action": action, "cases": one.cases, "lowest": one.lowest, "highest": one.highest}
