"""A kind of entry in a table of its own: found, listed and saved the same way, whatever its facts are.

A column has the name of its field, unless it is renamed. A code that is not stated is an empty text, a set is its
members with spaces between, a mapping is JSON.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlmodel import Session, col, select

from assessment.domain.entry import Entry
from assessment.domain.errors import AssessmentError
from assessment.storage.repository.entry_rows import entry_columns, entry_of
from assessment.storage.tables.register import EntryColumns

Facts = TypeVar("Facts")


@dataclass(frozen=True)
class EntryTable(Generic[Facts]):
    """`sets` says what the members are; None for texts. `mappings` says how a value of a mapping is read."""

    row: type[EntryColumns]
    facts: type[Facts]
    unknown: type[AssessmentError]
    codes: Mapping[str, type[StrEnum]] = field(default_factory=dict)
    sets: Mapping[str, type[StrEnum] | None] = field(default_factory=dict)
    mappings: Mapping[str, Callable[[str], Any]] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)

    def find(self, session: Session, entry_id: str) -> Entry[Facts]:
        """Raises what says that it is unknown. Archived ones are found too."""
        row = session.get(self.row, entry_id)
        if row is None:
            raise self.unknown
        return self._entry(row)

    def listed(self, session: Session, organisation_id: str) -> tuple[Entry[Facts], ...]:
        """All of an organisation, the archived ones too, oldest first."""
        chosen = select(self.row).where(self.row.organisation_id == organisation_id)
        rows = session.exec(chosen.order_by(col(self.row.created_at), col(self.row.id))).all()
        return tuple(map(self._entry, rows))

    def save(self, session: Session, entry: Entry[Facts]) -> None:
        """Insert or replace the entry."""
        columns = {
            self.renamed.get(name, name): self._written(name, getattr(entry.facts, name)) for name in self._names()
        }
        session.merge(self.row(**entry_columns(entry), **columns))
        session.flush()

    def _entry(self, row: EntryColumns) -> Entry[Facts]:
        values = {name: self._read(name, getattr(row, self.renamed.get(name, name))) for name in self._names()}
        return entry_of(row, self.facts(**values))

    def _names(self) -> list[str]:
        return [one.name for one in fields(self.facts)]  # type: ignore[arg-type]

    def _written(self, name: str, value: Any) -> Any:
        if name in self.codes:
            return value or ""
        if name in self.sets:
            members = self.sets[name]
            return " ".join(sorted(value) if members is None else (one for one in members if one in value))
        return json.dumps(value, ensure_ascii=False) if name in self.mappings else value

    def _read(self, name: str, stored: Any) -> Any:
        if name in self.codes:
            return self.codes[name](stored) if stored else None
        if name in self.sets:
            return frozenset(map(self.sets[name] or str, stored.split()))
        if name in self.mappings:
            return {key: self.mappings[name](one) for key, one in json.loads(stored).items()}
        return stored
