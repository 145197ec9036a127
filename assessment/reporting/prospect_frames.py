"""What the figure of ticked actions shows, as tables."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from assessment.domain.prospect import Prospect, Shift
from assessment.domain.report import AssessmentReport
from assessment.reporting.columns import frame_of
from assessment.reporting.headings import OWN
from assessment.reporting.item_frames import item_row
from assessment.reporting.marks.profile import dimension_name
from assessment.texts import labels
from assessment.texts.language import Language

SHIFT_KEYS: Final = (
    *("dimension", "now:at_target", "then:at_target", "now:index", "then:index"),
    *("now:floor", "then:floor", "target"),
)
LIFT_KEYS: Final = ("item_id", "question", "now:level", "then:level", "target", "state")


def shift_frame(report: AssessmentReport, dimensions: Mapping[str, Shift], language: Language) -> pd.DataFrame:
    """One row per dimension: at target, index and lowest level, today and as expected."""
    rows = [
        {"dimension": dimension_name(report.checklist, dimension, language)} | _shift_row(shift)
        for dimension, shift in dimensions.items()
    ]
    frame = frame_of(rows, SHIFT_KEYS)
    text = language.text
    frame.attrs[OWN] = {
        "now:at_target": text("At target today"),
        "then:at_target": text("At target, expected"),
        "now:index": text("Index today"),
        "then:index": text("Index, expected"),
        "now:floor": text("Lowest level today"),
        "then:floor": text("Lowest level, expected"),
    }
    return frame


def _shift_row(shift: Shift) -> dict[str, object]:
    row: dict[str, object] = {"target": shift.now.target_index if shift.now.index else None}
    for name, score in (("now", shift.now), ("then", shift.then)):
        row[f"{name}:at_target"] = len(score.at_target)
        row[f"{name}:index"] = score.index and score.index.point
        row[f"{name}:floor"] = score.floor and score.floor.level
    return row


def lift_frame(report: AssessmentReport, prospect: Prospect, language: Language) -> pd.DataFrame:
    """One row per lifted item. `state` tells what stands today where there is no level."""
    rows = [
        item_row(one.after.item, report, language)
        | {
            "now:level": one.before.level,
            "then:level": one.after.level,
            "target": one.after.target,
            "state": language.text(labels.ITEM_STATE[one.before.state]) if one.guessed else "",
        }
        for one in prospect.lifts
    ]
    frame = frame_of(rows, LIFT_KEYS)
    frame.attrs[OWN] = {
        "now:level": language.text("Level today"),
        "then:level": language.text("Level, expected"),
        "state": language.text("State today"),
    }
    return frame if any(one.guessed for one in prospect.lifts) else frame.drop(columns=["state"])
