"""Report → a DataFrame of what has aged and what soon will."""

from typing import Final

import pandas as pd

from assessment.domain.freshness import Freshness
from assessment.domain.report import AssessmentReport
from assessment.reporting.columns import frame_of
from assessment.reporting.freshness_words import FRESHNESS, ages_of
from assessment.reporting.item_frames import item_row
from assessment.texts.language import Language

KEYS: Final = ("item_id", "question", "level", "level_day", "evidence_day", "good_until", "freshness", "dimension")


def freshness_frame(report: AssessmentReport, language: Language) -> pd.DataFrame:
    """The items that have aged or soon will, the oldest first. Days are dates; the level is NA where it is out."""
    levels = {result.item.id: result.level for result in report.results}
    ages = sorted((one for one in ages_of(report) if one.worst is not Freshness.FRESH), key=lambda one: one.good_until)
    rows = [
        item_row(age.item, report, language)
        | {
            "level": levels[age.item.id],
            "level_day": age.day,
            "evidence_day": age.evidence_day,
            "good_until": age.good_until,
            "freshness": language.text(FRESHNESS[age.worst]),
        }
        for age in ages
    ]
    return frame_of(rows, KEYS)
