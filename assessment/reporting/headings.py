"""What the machine keys of frames and workbooks are called."""

from typing import Any, Final

import pandas as pd

from assessment.domain.errors import sentence
from assessment.texts.language import Language

HEADINGS: Final = {
    "dimension": sentence("Dimension"),
    "step": sentence("Step"),
    "items": sentence("Questions"),
    "answered": sentence("With a level"),
    "at_target": sentence("At target"),
    "index": sentence("Index"),
    "low": sentence("Lowest possible"),
    "high": sentence("Highest possible"),
    "floor": sentence("Lowest level"),
    "floor_low": sentence("Lowest level, at least"),
    "floor_high": sentence("Lowest level, at most"),
    "target": sentence("Target"),
    "coverage": sentence("Share with a level"),
    "unknown": sentence("Don't know"),
    "unanswered": sentence("Unanswered"),
    "not_applicable": sentence("Not applicable"),
    "rank": sentence("Order"),
    "item_id": sentence("No."),
    "question": sentence("Question"),
    "level": sentence("Level"),
    "gap": sentence("Gap"),
    "effort": sentence("Effort"),
    "core": sentence("Quick check"),
    "roles": sentence("Roles"),
    "action": sentence("Action"),
    "evidence_to_look_for": sentence("Evidence to look for"),
    "reason": sentence("Why here"),
    "state": sentence("State"),
    "unknown_count": sentence("Answered don't know"),
    "participant": sentence("Participant"),
    "answer": sentence("Answer"),
    "level_text": sentence("What the level means"),
    "comment": sentence("Comment"),
    "evidence": sentence("Evidence"),
    "evidence_at": sentence("Evidence seen"),
    "answered_at": sentence("Answered"),
    "agreement": sentence("Agreement"),
    "raters": sentence("Number of levels"),
    "levels": sentence("Levels given"),
    "deviation": sentence("Mean deviation"),
    "agreed_level": sentence("Agreed level"),
    "group": sentence("Group"),
    "answers": sentence("Number of answers"),
    "unknown_share": sentence("Share don't know"),
    "level_low": sentence("Lowest without one person"),
    "level_high": sentence("Highest without one person"),
    "first_round": sentence("First vote"),
    "last_round": sentence("Last vote"),
    "dissent": sentence("Voted another level"),
    "workshop": sentence("Workshop"),
    "outcome": sentence("Outcome"),
    "settled_note": sentence("Reason"),
    "settled_by": sentence("Noted by"),
    "settled_at": sentence("Agreed at"),
    "more_actions": sentence("More actions"),
    "questions": sentence("Questions"),
    "late": sentence("Late"),
    "level_day": sentence("Level from"),
    "evidence_day": sentence("Evidence from"),
    "good_until": sentence("Good until"),
    "freshness": sentence("Age"),
    "action_id": sentence("Id"),
}

WHY_NOT_APPLICABLE: Final = sentence("Why not applicable")  # `reason` where it belongs to a response
OWN: Final = "headings"  # where a frame keeps names of its own columns, such as the checklist's steps and roles
PERCENT: Final = frozenset({"coverage", "unknown_share"})
DECIMALS: Final = {"deviation": 1}
NOTHING: Final = "–"


def heading(key: str, language: Language, frame: pd.DataFrame | None = None) -> str:
    """The heading of a column: the frame's own name for it, else the common one."""
    own = {} if frame is None else frame.attrs.get(OWN, {})
    return own[key] if key in own else language.text(HEADINGS[key])


def titled(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    """The frame as people read it: headings in words, numbers written as in the language, a dash where none is."""
    shown = pd.DataFrame({key: [_cell(key, value, language) for value in frame[key]] for key in frame.columns})
    return shown.rename(columns={key: heading(key, language, frame) for key in frame.columns})


def _cell(key: str, value: Any, language: Language) -> str:
    if pd.isna(value):
        return NOTHING
    if isinstance(value, bool):
        return language.text("Yes") if value else language.text("No")
    if isinstance(value, pd.Timestamp):
        return language.moment(value.to_pydatetime())
    if isinstance(value, int | float):
        return language.percent(value) if key in PERCENT else language.number(value, decimals=DECIMALS.get(key, 0))
    return str(value)
