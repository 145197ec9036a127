"""Single answers that change the lowest level of a dimension: the heading, each answer in words, and as a table."""

from itertools import groupby
from typing import Final

import pandas as pd

from assessment.domain.report import AssessmentReport
from assessment.domain.tipping import TippingAnswer, tipping_answers
from assessment.reporting.columns import frame_of
from assessment.reporting.findings import is_too_little
from assessment.reporting.headings import OWN
from assessment.reporting.item_frames import item_row
from assessment.reporting.marks.profile import dimension_name
from assessment.texts.language import Language

KEYS: Final = ("dimension", "item_id", "question", "level", "step_level", "floor", "step_floor")


def tipping(report: AssessmentReport) -> tuple[TippingAnswer, ...]:
    """None as long as too little is answered: then almost any answer decides."""
    return () if is_too_little(report) else tipping_answers(report.results, report.checklist)


def tipping_finding(found: tuple[TippingAnswer, ...], language: Language) -> str:
    """*Tre områden hålls nere av ett enda svar var*. A fact about the answers that are given."""
    if not found:
        return language.text("No single answer changes the lowest level of a dimension")
    alone = sum(one.up for one in found)
    if not alone:
        return language.text("No single answer holds a dimension down")
    return language.plural(
        "One dimension is held down by a single answer",
        "{word} dimensions are each held down by a single answer",
        alone,
    )


def tipping_reading(language: Language) -> str:
    return language.text("What one answer, a step higher or lower, does to the lowest level that has been given.")


def up_words(one: TippingAnswer, report: AssessmentReport, language: Language) -> str:
    """*Ett steg högre: lägsta nivån i Rutiner stiger från 0 till 1.*"""
    said = language.text(
        "One step higher: the lowest level in {dimension} rises from {now} to {then}.",
        dimension=_name(one, report, language),
        now=one.floor[0],
        then=one.floor[1],
    )
    if report.dimensions[one.result.item.dimension].open:
        said += " " + language.text("Open questions may still be lower.")
    return said


def down_lines(found: tuple[TippingAnswer, ...], report: AssessmentReport, language: Language) -> list[str]:
    """For each dimension that a step down would lower: how many answers there are that do it."""
    downwards = [one for one in found if not one.up]
    lines = []
    for _, group in groupby(downwards, key=lambda one: one.result.item.dimension):
        theirs = list(group)
        now, then = theirs[0].floor
        lines.append(
            language.plural(
                "{dimension}: one answer, a step lower, takes the lowest level from {now} to {then}.",
                "{dimension}: any of {word} answers, a step lower, takes the lowest level from {now} to {then}.",
                len(theirs),
                dimension=_name(theirs[0], report, language),
                now=now,
                then=then,
            )
        )
    return lines


def _name(one: TippingAnswer, report: AssessmentReport, language: Language) -> str:
    return dimension_name(report.checklist, one.result.item.dimension, language)


def tipping_frame(report: AssessmentReport, language: Language) -> pd.DataFrame:
    """A row for each answer and direction."""
    rows = [
        item_row(one.result.item, report, language)
        | {"level": one.result.level, "step_level": one.level, "floor": one.floor[0], "step_floor": one.floor[1]}
        for one in tipping(report)
    ]
    frame = frame_of(rows, KEYS)
    frame.attrs[OWN] = {
        "step_level": language.text("One step away"),
        "floor": language.text("Lowest level in the dimension"),
        "step_floor": language.text("Lowest level after the step"),
    }
    return frame
