"""What is assessed, the same from time to time: *Hela kommunen* in autumn 2024 and in autumn 2026.

An assessment is known by its name, and people write the occasion into it. A person decides what belongs together; until
then the name without its occasion is the subject.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from assessment.domain.assessment import NAME_LIMIT, Assessment
from assessment.domain.errors import FieldMissing, sentence
from assessment.domain.response import one_line

MONTHS: Final = (
    *("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november"),
    *("december", "january", "february", "march", "may", "june", "july", "august", "october"),
)
SEASONS: Final = (
    *("hösten", "höst", "våren", "vår", "sommaren", "sommar", "vintern", "vinter"),
    *("autumn", "fall", "spring", "summer", "winter", "ht", "vt", "q[1-4]", "kvartal [1-4]", "tertial [1-3]"),
)
YEAR: Final = r"(?:19|20)\d\d"
DAY: Final = rf"{YEAR}-\d\d(?:-\d\d)?"
WHEN: Final = rf"(?:(?:\d{{1,2}} )?(?:{'|'.join((*SEASONS, *MONTHS))})[ -]?)"
OCCASION: Final = re.compile(
    rf"[\s,;:–—(-]+(?:{DAY}|{WHEN}?{YEAR}(?:[–/-](?:{YEAR}|\d\d))?|{YEAR} {WHEN})\)?\s*$", re.IGNORECASE
)
EDGES: Final = " ,;:–—-()"

SUBJECT_FIELD: Final = sentence("What is assessed, the same every time")


def guessed_subject(name: str) -> str:
    """The name without the occasion at its end: *Hela kommunen, hösten 2024* is about *Hela kommunen*."""
    return OCCASION.sub("", name).strip(EDGES) or name


def checked_subject(subject: str) -> str:
    """`subject` on one line without outer space. Raises FieldMissing when nothing remains."""
    clean = one_line(subject, limit=NAME_LIMIT)
    if not clean:
        raise FieldMissing(field=SUBJECT_FIELD)
    return clean


@dataclass(frozen=True, slots=True)
class History:
    """The assessments of one subject, the oldest first. Never empty."""

    assessments: tuple[Assessment, ...]

    @property
    def id(self) -> str:
        """That of the first assessment: it stays when others are added."""
        return self.assessments[0].id

    @property
    def latest(self) -> Assessment:
        return self.assessments[-1]

    @property
    def subject(self) -> str:
        """As it was written last."""
        return self.latest.subject

    @property
    def organisation(self) -> str:
        return self.latest.organisation

    def in_year(self, year: int) -> Assessment | None:
        """The latest one that was started that year."""
        return next((one for one in reversed(self.assessments) if one.created_at.year == year), None)


def same_subject(one: Assessment, other: Assessment) -> bool:
    """Whether two assessments are about the same thing. Capitals make no difference."""
    return _key(one) == _key(other)


def _key(assessment: Assessment) -> tuple[str, str]:
    return _plain(assessment.organisation), _plain(assessment.subject)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def histories(assessments: Iterable[Assessment]) -> tuple[History, ...]:
    """The assessments by subject, in the order of the subjects' names."""
    found: dict[tuple[str, str], list[Assessment]] = {}
    for one in sorted(assessments, key=_age):
        found.setdefault(_key(one), []).append(one)
    return tuple(History(tuple(found[key])) for key in sorted(found, key=lambda key: key[::-1]))


def _age(assessment: Assessment) -> tuple[datetime, str]:
    return assessment.created_at, assessment.id


def occasions(assessments: Sequence[Assessment]) -> tuple[str, ...]:
    """What tells the assessments of one subject apart: *hösten 2024*. Empty where only the day can tell."""
    said = [_occasion(one) for one in assessments]
    return tuple(text if said.count(text) == 1 else "" for text in said)


def _occasion(assessment: Assessment) -> str:
    name, subject = assessment.name, assessment.subject
    rest = name[len(subject) :] if name.casefold().startswith(subject.casefold()) else ""
    return rest.strip(EDGES)


def with_guess(assessment: Assessment) -> Assessment:
    """The same assessment; its subject guessed from the name when nobody has chosen one."""
    return assessment if assessment.subject else replace(assessment, subject=guessed_subject(assessment.name))
