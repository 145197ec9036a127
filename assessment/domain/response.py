"""What one participant says about one item.

Four things are told apart everywhere: unanswered (no answer), don't know, not applicable, and level 0.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from assessment.domain.checklist import LEVELS
from assessment.domain.errors import LevelOffScale, TextTooLong

TEXT_LIMIT: Final = 32_767  # characters in an Excel cell, so that every text survives the export
UNWRITABLE: Final = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # by XML 1.0


class AnswerKind(StrEnum):
    LEVEL = "level"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Answer:
    """A level, *don't know* or *not applicable*. Make one with `rated`, `UNKNOWN` or `NOT_APPLICABLE`."""

    kind: AnswerKind
    level: int | None = None

    def __post_init__(self) -> None:
        if (self.kind is AnswerKind.LEVEL) != (self.level is not None):
            raise ValueError("an answer has a level exactly when its kind is LEVEL")
        if self.level is not None and self.level not in LEVELS:
            raise LevelOffScale(level=self.level)

    @property
    def code(self) -> str:
        """How the answer is written in widgets and files: "0" to "4", "unknown" or "not_applicable"."""
        return str(self.level) if self.kind is AnswerKind.LEVEL else self.kind.value


UNKNOWN: Final = Answer(AnswerKind.UNKNOWN)
NOT_APPLICABLE: Final = Answer(AnswerKind.NOT_APPLICABLE)


def rated(level: int) -> Answer:
    """An answer with this level. Raises LevelOffScale."""
    return Answer(AnswerKind.LEVEL, level)


ANSWERS: Final = (*map(rated, LEVELS), UNKNOWN, NOT_APPLICABLE)
ANSWER_CODES: Final = tuple(answer.code for answer in ANSWERS)


def answer_from_code(code: str) -> Answer:
    """The answer that `code` writes. Raises LevelOffScale for anything else."""
    for answer in ANSWERS:
        if answer.code == code:
            return answer
    raise LevelOffScale(level=code)


@dataclass(frozen=True, slots=True)
class Response:
    """What is stored for one participant and one item. `answer` is None while only texts have been written."""

    item_id: str
    answer: Answer | None = None
    reason: str = ""  # why not applicable
    comment: str = ""
    evidence: str = ""
    answered_at: datetime | None = None  # UTC, when the answer was last given or said to hold still
    evidence_at: datetime | None = None  # UTC, when the evidence was last looked at
    updated_at: datetime | None = None  # UTC, when anything was last changed


def checked_text(text: str) -> str:
    """`text` with line breaks as \\n and without the control characters that no file format can carry.

    Raises TextTooLong when more than TEXT_LIMIT characters remain, counted as Excel and browsers count them.
    """
    clean = writable(text.replace("\r\n", "\n").replace("\r", "\n"))
    length = len(clean.encode("utf-16-le")) // 2
    if length > TEXT_LIMIT:
        raise TextTooLong(length=length, limit=TEXT_LIMIT)
    return clean


def one_line(text: str, *, limit: int) -> str:
    """`text` on one line without outer space, cut at `limit` characters."""
    words = writable("".join(" " if char.isspace() else char for char in text)).split()
    return " ".join(words)[:limit].rstrip()


def writable(text: str) -> str:
    """`text` without the characters that cannot be stored or that no file format can carry."""
    return UNWRITABLE.sub("", text)
