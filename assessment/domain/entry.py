"""Entries: what the four steps keep about an organisation, one at a time, with versions and history.

An entry's `facts` are a frozen dataclass of plain values: text, dates, whole numbers, enums, sets of them, and mappings
from ids to enums. Nothing else is needed to compare two versions, to write the history and to tell two writers apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import Enum
from typing import Any, Final, Generic, TypeVar

from assessment.domain.entry_errors import DateUnlikely, FieldTooLong
from assessment.domain.response import TEXT_LIMIT, writable

NAME_LIMIT: Final = 200  # characters in a name, a role or a function
EARLIEST, LATEST = date(1900, 1, 1), date(2099, 12, 31)
ARCHIVED: Final = "archived"  # the name of this change in the history

Facts = TypeVar("Facts")


@dataclass(frozen=True, slots=True)
class Entry(Generic[Facts]):
    """`version` grows with every change. Entries are archived and never deleted, because others may point to them."""

    id: str
    organisation_id: str
    facts: Facts
    created_at: datetime  # UTC
    changed_at: datetime  # UTC
    changed_by: str
    version: int
    archived: bool = False


@dataclass(frozen=True, slots=True)
class EntryChange:
    """One line of an entry's history: one field, by whom and when. The texts are as `written` writes them."""

    entry_id: str
    version: int
    field: str
    before: str
    after: str
    at: datetime  # UTC
    by: str


def written(value: Any) -> str:
    """A value as text, for the history and for comparing: dates as 2026-11-22, mappings as *id value, id value*."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {written(one)}".rstrip() for key, one in sorted(value.items()))
    if isinstance(value, set | frozenset | tuple):
        return ", ".join(sorted(written(one) for one in value))
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def written_facts(facts: Any) -> dict[str, str]:
    """Every field of the facts as text, in the order of the fields."""
    return {one.name: written(getattr(facts, one.name)) for one in fields(facts)}


def changed_fields(before: Any, after: Any) -> tuple[str, ...]:
    """The names of the fields in which two versions of the same facts differ."""
    first, second = written_facts(before), written_facts(after)
    return tuple(name for name in first if first[name] != second[name])


def one_line_of(text: str, *, field: str, limit: int = NAME_LIMIT) -> str:
    """`text` on one line without outer space and control characters. Raises FieldTooLong; nothing is ever cut off."""
    clean = " ".join(writable("".join(" " if char.isspace() else char for char in text)).split())
    if len(clean) > limit:
        raise FieldTooLong(field=field, length=len(clean), limit=limit)
    return clean


def text_of(text: str, *, field: str, limit: int = TEXT_LIMIT) -> str:
    """`text` with its line breaks, without outer space and control characters. Raises FieldTooLong."""
    clean = writable(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    length = len(clean.encode("utf-16-le")) // 2  # as Excel and browsers count
    if length > limit:
        raise FieldTooLong(field=field, length=length, limit=limit)
    return clean


def likely(day: date | None, *, field: str) -> date | None:
    """`day` if it can be meant. Raises DateUnlikely."""
    if day is not None and not EARLIEST <= day <= LATEST:
        raise DateUnlikely(field=field, day=day.isoformat())
    return day
