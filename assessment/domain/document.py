"""Governing documents: what an organisation has decided in writing, from its vision down to its routines."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from assessment.domain.entry import Entry, likely, one_line_of, text_of
from assessment.domain.entry_errors import DatesReversed, NameMissing
from assessment.domain.errors import AssessmentError, sentence

TITLE_LIMIT: Final = 300
LINK_LIMIT: Final = 2_000
SOON: Final = timedelta(days=120)  # a committee needs about that long to prepare a review; our own judgement
WEB: Final = ("http", "https")
REFUSED: Final = (
    "javascript",
    "data",
    "vbscript",
    "file",
    "blob",
    "about",
)  # addresses that could do or open something
SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")


class DocumentLevel(StrEnum):
    """From direction to daily work."""

    VISION = "vision"
    POLICY = "policy"
    STRATEGY = "strategy"
    GUIDELINE = "guideline"
    PLAN = "plan"
    ROUTINE = "routine"


class DocumentState(StrEnum):
    """Whether a document has been decided. UNDATED when nobody has stated the day."""

    IN_FORCE = "in_force"
    PLANNED = "planned"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is registered about a document. Whatever is empty or None has not been stated.

    `owner` is a function rather than a person. `adopted_on` may lie ahead: then the document is planned. `dimensions`
    and `items` are the ids of what it covers. `link` is a web address or a plain reference; nothing is ever fetched.
    """

    title: str
    level: DocumentLevel | None = None
    owner: str = ""
    adopted_by: str = ""
    adopted_on: date | None = None
    review_on: date | None = None
    dimensions: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    link: str = ""
    note: str = ""

    def state(self, today: date) -> DocumentState:
        if self.adopted_on is None:
            return DocumentState.UNDATED
        return DocumentState.PLANNED if self.adopted_on > today else DocumentState.IN_FORCE

    def in_force(self, today: date) -> bool:
        return self.state(today) is DocumentState.IN_FORCE

    def overdue(self, today: date) -> bool:
        """The day of its review has passed. What is not yet in force has nothing to review."""
        return self.in_force(today) and self.review_on is not None and self.review_on < today

    def due_soon(self, today: date) -> bool:
        return self.in_force(today) and self.review_on is not None and today <= self.review_on <= today + SOON

    @property
    def web_address(self) -> str:
        """The link if it leads somewhere on the web; empty for a plain reference."""
        return self.link if urlsplit(self.link).scheme in WEB else ""


Document: TypeAlias = Entry[DocumentFacts]

DOCUMENT_FIELD: Final = {
    "title": sentence("Title of the document"),
    "level": sentence("Kind of document"),
    "owner": sentence("Owner of the document"),
    "adopted_by": sentence("Adopted by"),
    "adopted_on": sentence("Adopted on"),
    "review_on": sentence("Next review"),
    "dimensions": sentence("Covers the dimensions"),
    "items": sentence("Covers the questions"),
    "link": sentence("Link or reference"),
    "note": sentence("Note on the document"),
    "archived": sentence("Archived"),
}


class DocumentUnknown(AssessmentError):
    text = sentence("This document does not exist. Choose another in the list.")


class LevelMissing(AssessmentError):
    text = sentence("Choose what kind of document it is. Nothing is saved.")


class LinkRefused(AssessmentError):
    text = sentence(
        "“{field}”: write an address that begins with https://, or a reference such as a registration number. "
        "Nothing is saved."
    )


def checked_document(facts: DocumentFacts) -> DocumentFacts:
    """`facts` tidied. Raises NameMissing, LevelMissing, FieldTooLong, DateUnlikely, DatesReversed or LinkRefused."""
    title = one_line_of(facts.title, field=DOCUMENT_FIELD["title"], limit=TITLE_LIMIT)
    if not title:
        raise NameMissing(field=DOCUMENT_FIELD["title"])
    if facts.level is None:
        raise LevelMissing
    _check_dates(facts)
    return replace(
        facts,
        title=title,
        owner=one_line_of(facts.owner, field=DOCUMENT_FIELD["owner"]),
        adopted_by=one_line_of(facts.adopted_by, field=DOCUMENT_FIELD["adopted_by"]),
        link=checked_link(facts.link),
        note=text_of(facts.note, field=DOCUMENT_FIELD["note"]),
    )


def _check_dates(facts: DocumentFacts) -> None:
    for name in ("adopted_on", "review_on"):
        likely(getattr(facts, name), field=DOCUMENT_FIELD[name])
    if facts.adopted_on and facts.review_on and facts.review_on < facts.adopted_on:
        raise DatesReversed(
            earlier=DOCUMENT_FIELD["adopted_on"],
            first=facts.adopted_on.isoformat(),
            later=DOCUMENT_FIELD["review_on"],
            second=facts.review_on.isoformat(),
        )


def checked_link(link: str) -> str:
    """A web address or a plain reference, on one line. Raises LinkRefused or FieldTooLong."""
    clean = one_line_of(link, field=DOCUMENT_FIELD["link"], limit=LINK_LIMIT)
    found = SCHEME.match(clean)
    scheme = found[1].lower() if found else ""
    if scheme in WEB:
        if " " in clean or not _host(clean):
            raise LinkRefused(field=DOCUMENT_FIELD["link"])
    elif scheme in REFUSED or "://" in clean:
        raise LinkRefused(field=DOCUMENT_FIELD["link"])
    return clean


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
