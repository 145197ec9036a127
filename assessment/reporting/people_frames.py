"""Report → DataFrames about people: how they differ, who does not know, what was settled, what rests on one.

Nothing in them points at fewer than three people. `frames` gives them out together with the others.
"""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from assessment.domain.checklist import LEVELS
from assessment.domain.dont_knows import Share
from assessment.domain.report import AssessmentReport
from assessment.reporting.columns import frame_of
from assessment.reporting.divided import by_worth
from assessment.reporting.headings import OWN
from assessment.reporting.item_frames import item_row
from assessment.reporting.unknown_rows import group_name, groups, unknown_rows
from assessment.texts import labels
from assessment.texts.language import Language

DISAGREEMENT_KEYS: Final = (
    *("item_id", "dimension", "question", "agreement", "raters", "levels", "unknown_count", "deviation"),
    "agreed_level",
)
SETTLED_KEYS: Final = ("item_id", "question", "agreed_level", "target", "first_round", "last_round", "dissent")
REST_KEYS: Final = ("item_id", "question", "level", "level_low", "level_high")
MOST_LISTED: Final = 30  # levels that are written one by one


def disagreement_frame(report: AssessmentReport, language: Language) -> pd.DataFrame:
    """Items with at least one first level, those most worth talking about first, those with fewer than three last.

    `levels` lists every level given first; each role that may be shown has a column `role:<id>` with its lower median.
    """
    first = [result for result, _ in by_worth(report)]
    few = [one for one in report.results if one not in first and report.agreement_on(one.item.id) is not None]
    rows = []
    for result in (*first, *few):
        found = report.agreement_on(result.item.id)
        assert found is not None, "only items with a level"
        rows.append(
            item_row(result.item, report, language)
            | {
                "agreement": language.text(labels.AGREEMENT[found.word]),
                "raters": sum(found.counts),
                "levels": listed_levels(found.counts, language),
                "unknown_count": report.dont_knows.everybody[result.item.id].unknown,
                "deviation": found.deviation,
                "agreed_level": result.level if result.agreed else None,
            }
            | {f"role:{role}": report.role_median(result.item.id, role) for role in report.shown_roles}
        )
    frame = frame_of(rows, (*DISAGREEMENT_KEYS, *(f"role:{role}" for role in report.shown_roles)))
    frame.attrs[OWN] = {f"role:{role.id}": language.of(role.name) for role in report.checklist.roles}
    return frame


def listed_levels(counts: Sequence[int], language: Language) -> str:
    """*0 1 1 3*, or how many at each level when they are too many to be written one by one."""
    if sum(counts) <= MOST_LISTED:
        return " ".join(str(level) for level in LEVELS for _ in range(counts[level]))
    return ", ".join(
        language.text("{count} at level {level}", count=language.number(counts[level]), level=level)
        for level in LEVELS
        if counts[level]
    )


def unknown_frame(report: AssessmentReport, language: Language) -> pd.DataFrame:
    """A row for each group that may be told of, and one for everybody: don't knows by dimension, and in all."""
    rows = [
        {f"unknown:{dimension}": share.unknown for dimension, share in row.dimensions.items()}
        | {
            "group": row.name,
            "unknown_count": row.total.unknown,
            "answers": row.total.answers,
            "unknown_share": row.total.part,
        }
        for row in unknown_rows(report, language)
    ]
    dimensions = [f"unknown:{dimension}" for dimension in report.dimensions]
    frame = frame_of(rows, ("group", *dimensions, "unknown_count", "answers", "unknown_share"))
    frame.attrs[OWN] = {
        f"unknown:{one.id}": language.text(labels.SHORT_DIMENSION.get(one.id, one.id))
        for one in report.checklist.dimensions
    }
    return frame


def unknown_item_frame(report: AssessmentReport, language: Language) -> pd.DataFrame:
    """The items that somebody does not know, the most unknown first; NA where a group may not be told of."""
    found, shown = report.dont_knows, groups(report)
    unknown = [result for result in report.results if found.everybody.get(result.item.id, Share()).unknown]
    unknown.sort(key=lambda result: -found.everybody[result.item.id].part)
    rows = [
        item_row(result.item, report, language)
        | {
            "unknown_count": found.everybody[result.item.id].unknown,
            "answers": found.everybody[result.item.id].answers,
        }
        | {
            f"unknown:{group}": share.unknown if (share := found.groups[group].get(result.item.id)) else None
            for group in shown
        }
        for result in unknown
    ]
    keys = ("item_id", "dimension", "question", "unknown_count", "answers", *(f"unknown:{group}" for group in shown))
    frame = frame_of(rows, keys)
    frame.attrs[OWN] = {f"unknown:{group}": group_name(group, report, language) for group in shown}
    return frame


def settled_frame(report: AssessmentReport, language: Language) -> pd.DataFrame:
    """The items with an agreed level, with the votes that led there."""
    rows = [
        item_row(one.result.item, report, language)
        | {
            "agreed_level": one.result.level,
            "target": one.result.target,
            "first_round": None if one.first is None else listed_levels(one.first, language),
            "last_round": None if one.last is None else listed_levels(one.last, language),
            "dissent": one.dissent,
        }
        for one in report.settled
    ]
    return frame_of(rows, SETTLED_KEYS)


def rests_frame(report: AssessmentReport, language: Language) -> pd.DataFrame:
    """The items whose level changes when one person is left out, the widest first."""
    found = report.leave_one_out
    rows = [
        item_row(one.result.item, report, language)
        | {"level": one.result.level, "level_low": one.low, "level_high": one.high}
        for one in (found.items if found else ())
    ]
    return frame_of(rows, REST_KEYS)
