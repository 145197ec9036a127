"""How many levels are missing to the targets, where each dimension meets each step."""

from collections.abc import Iterable
from textwrap import wrap
from typing import Final

import pandas as pd

from assessment.domain.checklist import Term
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemResult
from assessment.reporting.columns import frame_of
from assessment.reporting.headings import OWN
from assessment.texts import labels
from assessment.texts.language import Language

KEYS: Final = ("dimension_id", "step_id", "dimension", "step", "gap", "items", "questions")
HOVER_WIDTH: Final = 44  # characters in a line


def missing_frame(report: AssessmentReport, language: Language) -> pd.DataFrame:
    """One row per dimension and step: `gap` is levels missing in all, `items` the items below their target.

    `questions` lists those items, each on lines of its own.
    """
    rows = [_row(report, dimension, step, language) for dimension in _dimensions(report) for step in _steps(report)]
    return frame_of(rows, KEYS)


def missing_table(report: AssessmentReport, language: Language) -> pd.DataFrame:
    """The same as people read it: dimensions in rows, steps in columns, levels missing in each cell."""
    missing = missing_frame(report, language)
    rows = [
        {"dimension": language.of(dimension.name)} | dict(zip(part["step_id"], part["gap"], strict=True))
        for dimension in _dimensions(report)
        for part in [missing[missing["dimension_id"] == dimension.id]]
    ]
    frame = frame_of(rows, ("dimension", *(step.id for step in _steps(report))))
    frame.attrs[OWN] = {step.id: language.of(step.name) for step in report.checklist.steps}
    return frame


def _dimensions(report: AssessmentReport) -> list[Term]:
    return [one for one in report.checklist.dimensions if one.id in report.dimensions]


def _steps(report: AssessmentReport) -> list[Term]:
    return [one for one in report.checklist.steps if one.id in report.steps]


def _row(report: AssessmentReport, dimension: Term, step: Term, language: Language) -> dict[str, object]:
    below = sorted((one for one in report.cell(dimension.id, step.id) if one.gap), key=lambda one: -one.gap)
    place = report.checklist.steps.index(step) + 1
    return {
        "dimension_id": dimension.id,
        "step_id": step.id,
        "dimension": language.of(dimension.name),
        "step": f"{place} {_short(step, language)}",
        "gap": sum(one.gap for one in below),
        "items": len(below),
        "questions": "\n".join(
            _lines(f"{one.item.id} {language.of(one.item.question)} {_place(one, language)}" for one in below)
        ),
    }


def _short(step: Term, language: Language) -> str:
    return language.text(labels.SHORT_STEP[step.id]) if step.id in labels.SHORT_STEP else language.of(step.name)


def _place(result: ItemResult, language: Language) -> str:
    """Never broken between two lines."""
    place = language.text("Level {level}, target {target}", level=result.level, target=result.target)
    return place.replace(" ", "\u00a0") + "."


def _lines(texts: Iterable[str]) -> list[str]:
    return [line for text in texts for line in wrap(text, HOVER_WIDTH, subsequent_indent="\u00a0\u00a0")]
