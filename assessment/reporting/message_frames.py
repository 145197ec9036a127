"""Messages → DataFrames, for the table behind the screen and for the workbook."""

from typing import Final

import pandas as pd

from assessment.domain.message import DAYS, MESSAGE_FIELD, Message
from assessment.domain.message_overview import MessageOverview
from assessment.reporting import message_words
from assessment.reporting.columns import frame_of
from assessment.reporting.headings import OWN
from assessment.texts import message_labels
from assessment.texts.language import Language

MESSAGE_KEYS: Final = (
    *("group", "change", "text", "applies_on", "sender", "channel", "contact", "planned_on", "sent_on", "landed"),
    *("seen_on", "seen_how", "restricted_where", "restricted_who", "basis", "lacks"),
)


def message_frame(overview: MessageOverview, language: Language) -> pd.DataFrame:
    """A row for each message that is not archived, by target group. Days as 2026-11-22."""
    frame = frame_of([_row(one, overview, language) for one in overview.messages], MESSAGE_KEYS)
    frame.attrs[OWN] = {name: language.text(MESSAGE_FIELD[name]) for name in MESSAGE_KEYS if name in MESSAGE_FIELD}
    frame.attrs[OWN]["lacks"] = language.text("What is missing")
    return frame


def _row(message: Message, overview: MessageOverview, language: Language) -> dict[str, object]:
    facts = message.facts
    row: dict[str, object] = {name: getattr(facts, name) for name in MESSAGE_KEYS if hasattr(facts, name)}
    row |= {name: day.isoformat() if (day := getattr(facts, name)) else "" for name in DAYS}
    row["landed"] = language.text(message_labels.LANDED[facts.landed]) if facts.landed else ""
    row["basis"] = ", ".join(message_words.basis_names(facts, overview, language))
    row["lacks"] = ", ".join(language.text(message_labels.LACK[one]) for one in facts.lacks(overview.today))
    return row
