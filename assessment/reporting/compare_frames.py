"""A comparison over time → DataFrames, the one source of its tables, chart and workbook. What is not known is NA."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from assessment.domain.action_outcome import AimOutcome
from assessment.domain.checklist import Checklist, term
from assessment.domain.comparison import Comparison
from assessment.domain.errors import ItemUnknown, sentence
from assessment.domain.movement import Movement
from assessment.domain.over_time import OverTime
from assessment.domain.scoring import ItemResult, Score
from assessment.reporting import compare_words as words
from assessment.reporting.columns import frame_of
from assessment.reporting.headings import HEADINGS, OWN
from assessment.texts import labels
from assessment.texts.language import Language

COMPARED: Final = {
    "then": sentence("Then"),
    "now": sentence("Now"),
    "change": sentence("What has happened"),
    "steps": sentence("Levels up or down"),
    "ground": sentence("Where the levels come from"),
    "moment": sentence("When"),
    "title": sentence("Planned action"),
    "owner": labels.PLAN_FIELD["owner"],
    "due": labels.PLAN_FIELD["due"],
    "status": labels.PLAN_FIELD["status"],
    "expected": sentence("Expected level"),
    "planned_in": sentence("Planned after"),
    "aftermath": sentence("The level since"),
    "verdict": sentence("What has become of it"),
    "why": sentence("Why it is not compared"),
}
SCORES: Final = ("items", "answered", "index", "low", "high", "floor", "at_target", "target")
PROFILE: Final = ("dimension", "moment", *SCORES)
MOVES: Final = ("item_id", "dimension", "question", "then", "now", "steps", "change", "ground")
OUTCOMES: Final = (
    *("planned_in", "title", "owner", "due", "status", "item_id", "question", "then", "expected", "now", "aftermath"),
    "verdict",
)
LEFT_OUT: Final = ("item_id", "dimension", "question", "why")


def profile_frame(over: OverTime, names: Mapping[str, str], language: Language) -> pd.DataFrame:
    """One row per dimension and moment, and the whole last. `index`, `low`, `high` and `target` are 0–100."""
    comparison = over.comparison
    rows = [
        {"dimension": dimension_name(comparison, dimension, language), "moment": names[one.id]}
        | score_row(comparison.dimensions[one.id][dimension])
        for dimension in comparison.compared_dimensions
        for one in over.assessments
    ]
    whole = language.text("All dimensions")
    if comparison.items:
        rows += [
            {"dimension": whole, "moment": names[one.id]} | score_row(comparison.totals[one.id])
            for one in over.assessments
        ]
    return named(frame_of(rows, PROFILE), language)


def score_row(score: Score) -> dict[str, object]:
    """The figures of a score under machine keys."""
    index, floor = score.index, score.floor
    return {
        "items": len(score.applicable),
        "answered": len(score.rated),
        "index": index and index.point,
        "low": index and index.low,
        "high": index and index.high,
        "floor": floor and floor.level,
        "at_target": len(score.at_target),
        "target": score.target_index if index else None,
    }


def move_frame(moves: Sequence[Movement], checklist: Checklist, language: Language) -> pd.DataFrame:
    """One row per compared item. `then` and `now` hold a level or the state in words."""
    rows = [
        {
            "item_id": one.item.id,
            "dimension": language.of(term(checklist.dimensions, one.item.dimension).name),
            "question": language.of(one.item.question),
            "then": level_or_state(one.before, language),
            "now": level_or_state(one.after, language),
            "steps": one.steps if one.before.level is not None and one.after.level is not None else None,
            "change": language.text(words.CHANGE[one.change]),
            "ground": language.text(words.GROUND[one.ground]) if one.steps else None,
        }
        for one in moves
    ]
    return named(frame_of(rows, MOVES), language)


def outcome_frame(over: OverTime, names: Mapping[str, str], language: Language) -> pd.DataFrame:
    """One row per item of each action that was planned at an earlier moment."""
    rows = [
        {
            "planned_in": names[one.action.assessment_id],
            "title": one.action.plan.title,
            "owner": owner(one.action.plan.owner, one.action.plan.owner_role, over.comparison.checklist, language),
            "due": one.action.plan.due,
            "status": language.text(labels.ACTION_STATUS[one.action.plan.status]),
            "verdict": language.text(words.VERDICT[one.verdict]),
            **_aim_row(aim, over, language),
        }
        for one in over.outcomes
        for aim in one.aims
    ]
    return named(frame_of(rows, OUTCOMES), language)


def _aim_row(aim: AimOutcome, over: OverTime, language: Language) -> dict[str, object]:
    return {
        "item_id": aim.item_id,
        "question": question(over, aim.item_id, language),
        "then": None if aim.before is None else level_or_state(aim.before, language),
        "expected": aim.expected,
        "now": None if aim.after is None else level_or_state(aim.after, language),
        "aftermath": language.text(words.AFTERMATH[aim.aftermath]),
    }


def question(over: OverTime, item_id: str, language: Language) -> str:
    """The words of the newest checklist version that has the item."""
    for one in reversed(over.comparison.snapshots):
        try:
            return language.of(one.checklist.item(item_id).question)
        except ItemUnknown:
            continue
    return item_id


def owner(name: str, role: str, checklist: Checklist, language: Language) -> str | None:
    """Who is responsible: a name, else a role; None when nobody is."""
    known = [one for one in checklist.roles if one.id == role]
    return name or (language.of(known[0].name) if known else None)


def left_out_frame(
    comparison: Comparison, names: Mapping[str, str], language: Language, *, hidden: bool = False
) -> pd.DataFrame:
    """The items that are not compared, and why."""
    rows = [
        {
            "item_id": one.item.id,
            "dimension": dimension_name(comparison, one.item.dimension, language),
            "question": language.of(one.item.question),
            "why": words.left_out_reason(one, names, language, hidden=hidden),
        }
        for one in comparison.left_out
    ]
    return named(frame_of(rows, LEFT_OUT), language)


def dimension_name(comparison: Comparison, dimension: str, language: Language) -> str:
    for checklist in (comparison.checklist, *(one.checklist for one in comparison.snapshots)):
        for known in checklist.dimensions:
            if known.id == dimension:
                return language.of(known.name)
    return dimension


def level_or_state(result: ItemResult, language: Language) -> int | str:
    return result.level if result.level is not None else language.text(labels.ITEM_STATE[result.state])


def named(frame: pd.DataFrame, language: Language, **own: str) -> pd.DataFrame:
    """The frame with the headings of its columns in this language; `own` names columns that no other frame has."""
    common = {key: language.text(COMPARED.get(key) or HEADINGS[key]) for key in frame.columns if key not in own}
    frame.attrs[OWN] = common | own
    return frame
