"""A checklist on the shelf: which version, who brought it in, what uses it, and whether it is still offered."""

import re
from dataclasses import dataclass
from datetime import datetime

from assessment.domain.checklist import Checklist
from assessment.domain.errors import AssessmentError, sentence

NUMBER = re.compile(r"(\d+)")


class ChecklistRetired(AssessmentError):
    text = sentence("Version {version} of the checklist is no longer offered. Nothing has changed. Choose another.")


class LastOffered(AssessmentError):
    text = sentence(
        "{version} is the only checklist that is offered, and a new assessment has to begin with one. "
        "Nothing has changed. Bring another in first."
    )


@dataclass(frozen=True, slots=True)
class ChecklistVersion:
    """`stored_by` is None for what came with Rustad, and empty for somebody without a name.

    `used_by` are the names of the assessments that began with it, oldest first.
    """

    id: int
    checklist: Checklist
    stored_at: datetime
    stored_by: str | None
    retired_at: datetime | None
    retired_by: str | None
    used_by: tuple[str, ...]

    @property
    def offered(self) -> bool:
        """Whether new assessments may begin with it."""
        return self.retired_at is None

    @property
    def address(self) -> str:
        """What names it in a link: *beredskap-i-inkop@2026.1*."""
        return f"{self.checklist.key}@{self.checklist.version}"


def looks_older(version: str, than: str) -> bool:
    """Whether a version reads as lower than another: numbers by their size, the rest letter by letter."""
    return _parts(version) < _parts(than)


def _parts(version: str) -> list[tuple[int, int, str]]:
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in NUMBER.split(version) if part]


def next_own_version(version: str, taken: frozenset[str]) -> str:
    """*2026.1* and *2026.1-E1* both lead to the next free *2026.1-E2*."""
    base = re.sub(r"-E\d+$", "", version)[:14]
    number = 1
    while f"{base}-E{number}" in taken:
        number += 1
    return f"{base}-E{number}"
