"""Report → DataFrames with a row per item or per response. `frames` gives them out together with the others."""

from collections.abc import Iterable
from typing import Final

import pandas as pd

from assessment.domain.checklist import Item, term
from assessment.domain.gaps import Gap
from assessment.domain.report import AssessmentReport
from assessment.domain.response import UNKNOWN, Response
from assessment.reporting.columns import frame_of
from assessment.reporting.headings import OWN, WHY_NOT_APPLICABLE
from assessment.texts import labels
from assessment.texts.language import Language

GAP_KEYS: Final = (
    *("rank", "item_id", "dimension", "step", "question", "level", "target", "gap", "effort", "core", "roles"),
    *("action", "evidence_to_look_for", "reason"),
)
OPEN_KEYS: Final = ("item_id", "dimension", "step", "question", "state", "roles", "unknown_count")
RESPONSE_KEYS: Final = (
    *("participant", "roles", "item_id", "dimension", "question", "answer", "level", "level_text"),
    *("reason", "comment", "evidence", "evidence_at", "answered_at"),
)


def gap_frame(report: AssessmentReport, language: Language) -> pd.DataFrame:
    """The ranked gaps."""
    return frame_of([_gap_row(gap, report, language) for gap in report.gaps], GAP_KEYS)


def _gap_row(gap: Gap, report: AssessmentReport, language: Language) -> dict[str, object]:
    item = gap.result.item
    return item_row(item, report, language) | {
        "rank": gap.rank,
        "level": gap.result.level,
        "target": gap.result.target,
        "gap": gap.size,
        "effort": language.text(labels.EFFORT[item.effort]),
        "core": item.core,
        "roles": role_names(item.roles, report, language),
        "action": language.of(item.action),
        "evidence_to_look_for": language.of(item.evidence),
        "reason": rank_reason(gap, report, language),
    }


def rank_reason(gap: Gap, report: AssessmentReport, language: Language) -> str:
    """Why a gap stands where it stands, in the order in which the reasons count."""
    item, steps = gap.result.item, report.checklist.steps
    step = term(steps, item.step)
    name = language.text(labels.SHORT_STEP[step.id]) if step.id in labels.SHORT_STEP else language.of(step.name)
    core = language.text("Part of the quick check") if item.core else language.text("Not part of the quick check")
    missing = language.plural("{word} level below target", "{word} levels below target", gap.size)
    place = language.text("step {number} {step}", number=steps.index(step) + 1, step=name)
    reasons = ", ".join((core, missing, place, language.text(labels.EFFORT[item.effort])))
    return f"{moved_words(gap, language)}. {reasons}" if gap.moved else reasons


def moved_words(gap: Gap, language: Language) -> str:
    """*Flyttad hit av Eva Berg 22 november 2026, föreslagen plats 7*; empty when nobody has moved it."""
    if gap.moved is None:
        return ""
    day, suggested = language.date(gap.moved.at), gap.suggested
    if not gap.moved.by:
        return language.text("Moved here {day}, suggested place {suggested}", day=day, suggested=suggested)
    return language.text(
        "Moved here by {who} {day}, suggested place {suggested}", who=gap.moved.by, day=day, suggested=suggested
    )


def open_frame(report: AssessmentReport, language: Language) -> pd.DataFrame:
    """What remains to find out. `unknown_count` is how many answered *don't know*."""
    rows = [
        item_row(result.item, report, language)
        | {
            "state": language.text(labels.ITEM_STATE[result.state]),
            "roles": role_names(result.item.roles, report, language),
            "unknown_count": _unknown_count(result.item, report),
        }
        for result in report.to_find_out
    ]
    return frame_of(rows, OPEN_KEYS)


def response_frame(report: AssessmentReport, language: Language) -> pd.DataFrame:
    """One row per participant and asked item, also where nothing is answered. `reason` is why it is not applicable.

    Those who only came to a workshop are left out: votes are told in its record, and without a name. There are no rows
    for whoever may not see single answers.
    """
    rows = []
    asked = [(result.item, item_row(result.item, report, language)) for result in report.results]
    names = participant_names(report, language)
    for participant in report.participants if report.tells_answers else ():
        if participant.id in report.attending and not report.responses.get(participant.id):
            continue
        given = {response.item_id: response for response in report.responses.get(participant.id, ())}
        who = {
            "participant": names[participant.id],
            "roles": role_names(participant.roles, report, language),
        }
        rows += [who | row | _response_row(item, given.get(item.id), language) for item, row in asked]
    frame = frame_of(rows, RESPONSE_KEYS)
    frame.attrs[OWN] = {"reason": language.text(WHY_NOT_APPLICABLE)}
    return frame


def _response_row(item: Item, response: Response | None, language: Language) -> dict[str, object]:
    response = response or Response(item.id)
    level = None if response.answer is None else response.answer.level
    return {
        "answer": language.text(labels.answer_label(response.answer)),
        "level": level,
        "level_text": "" if level is None else language.of(item.levels[level]),
        "reason": response.reason,
        "comment": response.comment,
        "evidence": response.evidence,
        "evidence_at": response.evidence_at,
        "answered_at": response.answered_at,
    }


def role_names(roles: Iterable[str], report: AssessmentReport, language: Language) -> str:
    """Upphandlingsfunktion, Behovsägare."""
    return ", ".join(language.of(term(report.checklist.roles, role).name) for role in roles)


def participant_names(report: AssessmentReport, language: Language) -> dict[str, str]:
    """What each participant is called, by id: the name given, else *Deltagare 3*."""
    return {
        one.id: one.name or language.text("Participant {number}", number=place)
        for place, one in enumerate(report.participants, start=1)
    }


def item_row(item: Item, report: AssessmentReport, language: Language) -> dict[str, object]:
    """What every row about an item begins with."""
    checklist = report.checklist
    return {
        "item_id": item.id,
        "dimension": language.of(term(checklist.dimensions, item.dimension).name),
        "step": language.of(term(checklist.steps, item.step).name),
        "question": language.of(item.question),
    }


def _unknown_count(item: Item, report: AssessmentReport) -> int:
    return list(report.answers.get(item.id, ())).count(UNKNOWN)
